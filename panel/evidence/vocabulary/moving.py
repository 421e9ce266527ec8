"""Where a release points."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

MOVING: Mapping[str, Family] = {
    "forecast": Family(
        pro="""
            by <year>; by mid <year>; by late <year>; by early <year>; by the end of <year>; before <year>;
            before the end of <year>; =predict; =predicts; =prediction; =predictions; =forecast; =forecasts; we expect;
            our bet; the bet is; bet that; bets that; =thesis; prove/proves/proved us wrong;
            prove/proves/proved it wrong; proven wrong; falsified; falsifiable; if it holds; if the curve; if the trend;
            same slope; trend line; =trend; on that line; on this line; will be the exception/default/norm/rule;
            become/becomes the default/norm/normal/standard; will become the; how to tell if we are;
            saying they were wrong; were wrong; invite others to test; draw the line forward; line forward;
            if that/this/it goes/continues/keeps on/up/like; if that/this continues; will cost less than;
            will cost as little;
            keeps a chart; publish the check; go on printing; quarterly count; put a date on; in five years;
            in ten years; within five years; within three years; larger movement; faster than predicted;
            a decade from now; would be wrong if; we are wrong if; wager; public counter; =hypothesis; checkable;
            admit defeat; published the quarter; expect it to pass; counter that stands; with a counter; proved wrong;
            proved right; wrong or right; expects to be; expects that by; engineers expect; half of all new; testable;
            bet written; the bet; we will have been; promises to publish; publish the figure; argument is that;
            put a number under; ways of finding out; will be older than; will be dearer; will be cheaper; will be rarer;
            from <year>; ways of being wrong; ready to be wrong; if we are mistaken; if it is mistaken; it is mistaken;
            view about the future; claim that could be checked; suggests where; interested in the future;
            view here of what; where * is heading; public bet; bet with; counts them; argues that by; that by <year>;
            monthly count; keeps a tally
        """,
        contra="""
            no view about the future; no thesis; has no trend; no direction; vision without; no date for;
            without a date; someday; the future of everything; no idea where; nothing clever; would leave * to others;
            leave it to others; no plan beyond; no plans beyond; says nothing of what; of what comes next;
            what comes next; no view here; keeps to itself; what happens next; thinks will happen next
        """,
        ahead=True,
        timeless=True,
    ),
    "open_trend": Family(
        pro="""
            gap between open and closed * closing; gap to closed; closed most of the gap; gap to close; democratise;
            democratisation; cost/price/spend/energy * fell/fallen/dropped/drop/halved/falling/fall/down; =falling;
            cost * was; halved each/every; halves each/every; halving; fall/fell/dropped/down from <money>;
            from <money> to <money>; <money> in <year>; cost <money> in; times cheaper; commoditise; commoditization;
            cheaper every; puts pressure; pressure on what; cost curve; cost line; cost over time;
            from <number> cents to; a dollar bought; crosses below; idle cost; tenth of the cost; cost <money> to build;
            cheaper than a year; every generation; doubling every; doubles every; each generation; <percent> a year;
            once took a; used to need; used to take; used to cost; now fits; runs on the thing; anyone can;
            instruction set nobody owns; open isa; risc-v; crossed the; tipping point; crossover; per watt;
            learning curve of; in <year> <money>; <money> <number> years ago; this one cost <money>;
            and this spring <money>; today <money>; <money> today; fell by half; fallen by half; a third of what;
            a tenth of what; quarter of what; every two years; per kilowatt-hour; per watt hour; <money> in <year> and;
            costs <money> now; at <money> now; was <percent> * ago; ago and is <percent>; <percent> a year ago;
            <percent> today; has gone from <number>; gone from <number> * to; from <number> cents; cents in <year>;
            <percent> in * a year ago; <percent> * ago <percent>
        """,
        contra="""
            abandons open source; closing up; closes up; end of open; era of open * over; weights strategy * ended;
            closed the gate; turns away from open; leaves open source; moves away from open; closing off; closed up;
            tightly closed; more closed; clamped down; shut the door; closes the door; relicense; locked down;
            move/moves/moved * from apache/mit/bsd/open; walled off; not release it to developers; closed box;
            costs are rising; prices are rising; against the trend; costs went up; costs rose; more expensive each;
            more expensive every; dearer each
        """,
        timeless=True,
    ),
    "efficiency": Family(
        pro="""
            fewer parameters; active parameters; parameters * active; order of magnitude less;
            less compute/energy/memory/power/hardware/water; on consumer hardware; on phones; on laptops; at the edge;
            edge devices; smaller model; small model; model of this size; fits into <amount>; fits on a/one/any;
            fraction of the cost/energy/compute/power; a tenth of; per watt; quantized; quantised; no warm nodes;
            on one <money>? machine; sips power; energy use fell; =lighter; compact;
            <percent> less energy/power/memory/compute; without a datacentre; from disk; microwatts; milliwatts;
            low power; with no gpu; needs no gpu; microwatts of; nothing to replace; no battery; without a battery;
            harvests; energy harvesting
        """,
        contra="""
            needs a data centre; requires a data centre; needs a cluster; energy hungry; power hungry; large cluster;
            racks of; gigawatt; brute force; wasteful
        """,
    ),
    "new_category": Family(
        pro="""
            new category; first of its kind; new kind of; a new way; for the first time; nobody has done; first time a;
            first to show; no released model; no other model/tool/product/device has; new primitive; rethinks; rethink;
            inventing a; pioneer; opens up; what is new is; never been possible; not been possible; new class of;
            had not been done; new interface; previously impossible; used to be impossible; was not possible; until now;
            nobody had; a first; new medium; new material; new method; new idea; genuinely new; something new;
            has not existed; did not exist; it is the first; first time that; the first to; no one had; until this;
            new territory; unheard of; used not to be; a thing that did not; new approach; new way; turned round;
            turns round; instead of the usual; novel approach; the first that can; first that one can; no sensor that;
            no * that one can buy; had managed that; no one else had
        """,
        contra="""
            no new concepts; new concepts; nothing new; maintenance release;
            second/third/fourth/fifth/sixth edition/version of the same; fourth edition; fifth edition;
            same instrument/product/idea/job/device/recipe; could have been made in; could have been written in;
            could have shipped in; idea years old; had the idea; had the idea first; done for a decade; decade old;
            decades old; years behind; years after most; years after the first; is it new; is this new; new here;
            long had; old idea; known thing; known capability; not the first; no breakthrough; has been done;
            what rivals have; have had for; unchanged; familiar; business as usual; nothing about where; evolutionary;
            same as ever; no opinion on; conventional; been around; for decades; not a new idea; nothing clever;
            common in the; as others have; like its predecessors; same again; help desks too; like the others;
            like all the others; all live in this; isn't new; six years old; old chip; well trodden; crowded;
            third of its kind; several already; been tried; tried before; has been around; did this in; first sold in;
            credits those who; long before; decades ago; no more to it than; less interested in the future;
            view here of; what comes after; what * have done for; no models of any kind; has not changed since;
            no departure; differs from the second; differs from the; what the other five; does what the other;
            showed the same; nothing else is different
        """,
    ),
    "incremental": Family(
        pro="""
            incremental; minor update/release; a refresh; maintenance release; spec bump; catch up; catching up; me too;
            late to; late arrival; <number> years after; <number> years late; years behind; behind the field;
            after most of; fourth edition; third * of this type/sort/kind; same as last year; small step; nicer face;
            facelift; new coat of paint; relaunched; point release; bug fix release; annual update; years late;
            have had for; have had something; has/have done for; catch up with the giants; same job; the same product;
            another clone; yet another; copycat; similar to what; crowded; fifth/sixth/tenth app/tool/product/one;
            one more; a version of what; slightly better; slightly faster; modest; last year's model; rebadged;
            same sensor; same chip; warmed over; did much of this; do this already; does this already;
            do similar things; does similar things; similar things; sell comparable; sells comparable; all live in;
            help desks too; common in the nineties; nothing new; no new idea; faster and lighter; a little faster;
            a bit faster; small update; bug fixes; rival does; rivals do; did it first; got there first; been doing;
            rivals/others/competitors/makers already have/do/offer; have it already; do it now; did this in;
            first sold in; in every * by; credits those who; long before; decades ago; a decade ago; been at this for;
            version of this in the box; ten years late; no departure; differs from the second/third/fourth/last by;
            does what the other; what the other five do; showed the same thing; doing this better; have been doing this;
            both have * of this sort; this sort in testing
        """,
        elsewhere=True,
    ),
    "distinct": Family(
        pro="""
            first to; the first tool/device/app/phone/product; only one that/to; the only; =unique; new approach;
            nobody else offers/has/does/makes; no other tool/product/device/model/app; unlike anything; sets it apart;
            what is new; ahead of; =beats; outperform; faster than; best * of its size; most capable; no released;
            it leads; first place; put it first; lowest; preferred * over; stands out; one of a kind; no rival;
            none of its rivals; no competitor; nothing else; where others; others can not; rivals can not; beaten only;
            set it apart; half the size of; the only one; nobody else; it is the first; found in no; none of the others;
            only browser; only one of; next best; where the next; a point more; better than the data; is where it wins;
            best in the test; test winner; came first; came top; no sensor that; ahead of the; lowest distortion;
            none of the others managed
        """,
        contra="""
            nothing new; not new; is it new; me too; same thing; offer the same; the same for less; same job;
            similar to; had the idea first; several competitors; rivals do/offer/have; direct alternatives;
            third * of this type/sort/kind; no breakthrough; catching up; crowded; yet another; something of the kind;
            do the ordinary jobs better; have done for; known thing; not obviously better; rivals * better;
            undifferentiated; indistinguishable; copycat; also ran; will be selling; one of many; dozens of; wrapper;
            a match for none; could not match; like every other; any of * competitors; equivalent; the same as;
            no better than; not as good as; alternatives exist; plenty of; similar things; do this already;
            did much of this; not a new idea; dozen younger; all live in; cheaper at; rivals sell; sell rings;
            offer it with; which it has not got; which it lacks; a clone; clone of; clones of;
            rivals already have/offer/do; others already have/offer/do; competitors already have/offer/do;
            have it already; do it now; do this now; what the other five; does what the other; doing this better;
            showed the same
        """,
        elsewhere=True,
    ),
    "standard": Family(
        pro="""
            open standard; industry standard; open format; open protocol; shared format; others have implemented;
            implemented by; unrelated projects/teams/companies; =merged; royalty free; interoperable; governed by;
            standards group; standards body; free for anyone to implement; =w3c; =ietf; handed to a foundation;
            =foundation; adopted by; will adopt; others can read; embedded by others; already embed; open bus;
            base model for; default for; building on it; built on by; third parties build; =ecosystem;
            written by a stranger; common substrate; open component; tooling up; reference implementation;
            working group; joined the; have joined; signed up to; other vendors; other makers; competitors have;
            rivals have adopted; ship support for; second implementation; test suite for; save * files directly;
            built its * connector; have built its; open connector; fourth vendor; other vendors have; others save;
            others read; read the format; reads the format; register map is public; on top of it; forked by;
            taken up by; taken over by; included in linux; in the kernel; part of the standard; proposed to;
            submitted to; drafted with; reads it already; read it already; another group reads; debug adapter protocol;
            have licensed the; licensed the design; parts that fit; brought out parts; other makers open;
            makers of * have designed; have built bridges; written bridges; speak thread; speaks matter; designed it in;
            have designed it in; editor * have built on; open/public/published/free/royalty-free specification;
            specification is/of; specification that
        """,
        contra="""
            proprietary protocol/format/standard/connector; fragmentation; own standard; incompatible; closed protocol;
            walled garden; nobody else may; members only; file format changed; format changed; locked firmware;
            firmware is locked; only its own; own file format
        """,
    ),
    "agents": Family(
        pro="""
            =agent; =agents; agentic; subagents; =autonomous; autonomously; automates; automation; by itself; tool use;
            uses tools; tool calling; unattended; =robots; simulator; on its own; without supervision; hands free;
            orchestrates; several steps
        """,
        contra="""
            needs supervision; needs constant supervision; by hand every; babysit; babysitting; every step must be
        """,
    ),
    "aside": Family(
        pro="""
            track record; api key; api keys; outside api; third-party api; external api; open question; open letter;
            open secret; open day; free will; feel free; fast food; hard drive; hard disk; light bulb; light rail;
            community service; bug bounty; bug tracker; issue tracker; crash course; crash report; crash reporting;
            crash test; leak detector; smoke detector; fraud detection; malware detection; breach notification;
            spam filter; quick question; free software foundation; long battery of; battery of tests; power user;
            customer service; docker image; disk image; system image; video call; video conference; video conferencing;
            picture of health; bigger picture; larger picture
        """,
    ),
}
"""Families by name; no signal names ``aside``, whose phrases only look like others."""
