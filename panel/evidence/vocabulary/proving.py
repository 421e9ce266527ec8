"""How a release's claims are borne out."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

PROVING: Mapping[str, Family] = {
    "evidence": Family(
        pro="""
            {outside} {test};
            {outside} reviewer/evidence/consultancy/bench/tester/operator/researcher/laboratory/report/confirmation;
            independently tested/verified/measured/reproduced/confirmed/produced/benchmarked/evaluated/reviewed/run;
            peer reviewed; reproduced; reproducible; reproduce; replicated; replicate the; confirmed by/within;
            repeated it/by/independently; repeat it; repeated the test/result/results/measurement/benchmark;
            published * methodology/harness/scripts/raw/configuration/test; methodology is public; scripts are public;
            benchmarks/benchmark that * not design; not designed by;
            blind study/test/trial/comparison/tasting/listening; double blind; randomised trial/study;
            controlled trial/study; clinical trial/study; we/i measured/timed/benchmarked; measured by; held out;
            we do not pay; no money from * vendor/vendors/makers/company/companies/developers;
            no ties/tie/stake/connection/links/affiliation to/with/in * developers/vendor/maker/company/project;
            {outside} analysis/analyst/analysts; without prior approval; without approval by;
            unpaid review/reviewer/test;
            repeated these/those/our/its tests;
            no commercial/financial/business ties/stake/connection/links/relationship/interest;
            not affiliated with; not paid by; not funded by; with its/their/our/his/her own money;
            at its/their/our own cost/expense;
            did not grade ourselves; raw outputs/results; public leaderboard; artificial analysis;
            on our/my/their own data/archives/repositories/code/hardware/footage/recordings/tickets/traffic;
            university of; researchers at; preferred * <percent>; list of failures; limits are real; limits are stated;
            limits are listed; known limitations; publishes its failures; states its limits; where it fails;
            failure modes; lists what it can not; evidence; basis for; withdraw the earlier; i was wrong; put it first;
            run by the maintainers; tested by; verified by; audited by; evaluated by; studied by;
            report is linked/public/published; testers; test lab; consumer reports; consumer magazine;
            consumer organisation; foundation for testing; side by side; compared it with; compared against;
            against * rivals; error bars; confidence interval; sample size; ablation; field test; over * weeks of;
            months of use; long term test; teardown; open data; case control; measured the same; matches the claim;
            matched the claim; figures hold up; numbers hold up; claims hold up; claim holds; as advertised;
            came within; results are public; data are public; raw data; {body} * {found}; {body} that repeated;
            {found} by * {body}; {found} by a {body}; had no part in; not by the vendor/company; hired by two of;
            ordinary stock; bought in shops; bought anonymously; we bought; in a test by; tests by; durability run;
            published its harness; marking scheme; a point more than; more than the data sheet; better than promised;
            corrected the page; reached the same; same number; from their logs; from our logs; our own measurements;
            on our bench; on the bench; in our lab; our lab; test by; tested it for; over * weeks; crash test;
            drop test; power cuts; cut the power; we counted; two hundred times; the limits are listed; stated limits;
            says so itself; says as much; says plainly; openly lists; not in this release; where it is weak;
            does not hide; in our/my tests/testing/measurements/benchmark; =counted; compared it and; blind listening;
            blind tasting; paid for the * themselves; who paid for; metrology; keepers ran it; ran it themselves;
            ran it next to; next to * competitors; bench data; transfer curves; could tell it; blemishes included;
            limits as listed; list of what it gets; what it gets wrong; repeated the overhead; published curves;
            audited figures; annual report; {body} ** {tried}; without telling; without the company; files can be had;
            write-up prints; prints all; put the readings; readings online; has put * online; have put * online;
            still report; ahead of the * others; came out ahead; consumer group; anechoic; by our meter; on our meter;
            on our scales; our stopwatch; than promised; listening panels; a paper by; in a paper from
        """,
        contra="""
            unverified; unproven; unproved; unsubstantiated; irreproducible; not reproducible; cherry picked;
            self reported; in house benchmark/tests/evaluation;
            internal evaluation/benchmark/harness/tests/testing/study/figures;
            own measurements/tests/team/benchmark/evaluation/figures/numbers/cluster/harness/survey/study/white;
            vendor's/company's/maker's own figures/numbers/tests/benchmark/data/study; vendor's figures/numbers;
            its own numbers; only the vendor's; testimonial;
            declined to give/share/say/disclose/provide/comment/publish/name; declined our request;
            decline to publish/share; would/will not say/tell/share/name/disclose/publish/give;
            refused to say/share/publish/name; was refused; were refused; asked for access;
            without evidence/figures/numbers/data/proof; contamination; contaminated; tuned on * test/query/benchmark;
            from one repository;
            gives/gave/published/offers/offered/shows no measurements/numbers/figures/data/evidence/benchmarks;
            raised eyebrows; has/have not answered/replied/responded/commented; did not answer/reply/respond;
            speak/spoke for themselves; unnamed; anecdotal; no basis; evidence for the scores; hand picked;
            no way to check; can not be checked; take * word; no figures; no numbers; no benchmark; marketing claim;
            could/can/did not get within; could/can not be reproduced/verified/confirmed/repeated;
            not been reproduced/verified/confirmed/repeated; nothing to check; untested; demo video; edited video;
            refuted; debunked; disputed; nobody outside; no outsider; only measurements are; sponsored study/by;
            commissioned by; paid for by the; misleading; exaggerated; overstated; far from the claimed;
            falls short of * claimed/advertised; half of what; less than advertised; than advertised; than claimed;
            nowhere near the claimed; sample of <number>; closed beta numbers;
            asked for the method/methodology/data/basis; methodology is not; not disclosed; under ideal conditions;
            best case; three smiling customers; pointed us to; is not the right question; the right question;
            case for them; sources are confidential; no figures on; figures on; own three; own two; author's own;
            from the founder; nobody has seen; no one has seen; without a single; will not be published;
            has not commissioned; company's only evidence; based on a survey of; on a slide; slide without; footnote;
            chart without; no axis; unlabelled; could find nobody; we could not; off by; did not match; does not match;
            fell short of; in * training dump; in * training set; in * training data; word for word in;
            seen in training; tried to repeat; failed to repeat; could not repeat; unable to repeat;
            unable to reproduce; attempts to reproduce; =staged; would not say who; not say who; status page stayed;
            describes calls that; noted that a fifth; found in the sample of training; forbids comparing;
            on the vendor's chart; on its own chart; own chart; white paper; removed the sample; of its own making;
            none put it; no comparison; gave no comparison; runs of their own; asked for its prompts;
            request for its prompts; no measurements; only a film; only a video; will not say how; won't say how;
            would not say how; not say how many; for laboratories; its own table; own table; out of date;
            gave different facts; not replied to; has lapsed; instead of the advertised/promised/claimed; not backed by;
            is not backed; backed by no; without axis; no axis labels
        """,
    ),
    "figures": Family(
        pro="""
            benchmark; benchmark data/result/number/figure/score; leaderboard; scores <number>; =measured;
            accuracy figures; error figures; model card; data sheet; test results; results table; <percent> of cases;
            word error; pass rate; success rate; a table of; with graphs; charts with; raw numbers; test report;
            <number> of <number>; one in <number>; <number> in <number>; <number> times in <number>; to within <number>
        """,
        contra="""
            no figures; no numbers; gives no figures/numbers; not quantified; unquantified; refused to quantify;
            no data sheet; adjectives
        """,
    ),
    "hype": Family(
        pro="""
            revolutionary; revolution; revolutionise; game changing; game changer; world's first; world's most;
            world's best; will/to redefine; redefines; will transform; transform the way; change/changes everything;
            changes the way; unprecedented; groundbreaking; ground breaking; breakthrough; cutting edge;
            <number>x productivity; 10x; 100x; magic; magical; iphone moment; paradigm; reimagine; unleash; supercharge;
            vague promise; studio grade; human level; near human; industry leading; world class; best in class;
            ever need; visionary; limitless; infinite possibilities; any system instantly; reinvent; unlock the;
            at the speed of thought; buzzword; bold claims; hype; next level; power of ai; synergy; moonshot;
            most advanced; future of; never before seen; once in a generation; beyond imagination; it thinks;
            like a human; mind blowing; democratise everything; effortless; delight your; empowers; seamless; cognitive;
            quantum leap; miracle; one platform for everything; disrupt; disruptive; holistic; next generation;
            personal superintelligence; artificial general intelligence; going to replace; trust without
        """,
    ),
    "accuracy": Family(
        pro="""
            =accurate; accurately; accuracy; =precise; precision; =correct; correctly; word error;
            word error rate; fewest mistakes;
            low error;
            gets it right; got it right; high quality; more reliably; outperform; comes/come close to; on par with;
            level with; equal to; ahead of; top score; scored higher; instruction following; false positives fell;
            tool use; =leads; lowest error; fewest errors; within a point; caught every; found every;
            none of them wrong; error fell; accuracy rose; solved <number>; right more often; caught <number>;
            recognised <number>; correct in; =solves
        """,
        contra="""
            hallucinate; hallucination; inaccurate; inaccuracies; wrong answer/answers; mistakes; error rate; misread;
            mistook; mislabelled; miscounted; confuses; confused; =invented; invents; false positive/positives;
            false alarm; made up; makes up; missed <number>; gets * wrong; got * wrong; biased; trail the; gap/gaps in;
            lags behind; weak at/in/on; struggle; struggles with; falls behind; worse than; below the older; nonsense;
            misidentified; degrades badly; not obviously better; skipped a; omits; wrong in; incorrect; off by;
            plausible but; confidently wrong; fabricated; fabricates; errors in; error in <number>; wrong <number>;
            overcounts; undercounts; said the opposite; the opposite of; wrong on; wrong places; misheard;
            mistakes <number>; wrongly; in error; off by up; upside down; turned down; mixed up; mixes up; swapped;
            that never happened; did not exist; never happened; false readings; drifted; contradict; contradicts;
            <number> of <number> wrong; =misses; =guesses; =trails; =imagined; missed one; missed two; dropped the word;
            preferred ** competitor/rival/competing; preferred a competitor/rival;
            different facts; that we had not mentioned; said nothing of the kind; never mentioned; not in the text;
            of its own invention
        """,
        outcome=True,
    ),
    "performance": Family(
        pro="""
            =fast; faster; quick; quickly; speedy; snappy; responsive; =instantly; low latency; latency of; <number> ms;
            <number> milliseconds; real time; high throughput; tokens a/per second; times faster; <percent> faster;
            <percent> less memory; frames per second; =fps; efficient; smooth; smoothly; rows a/per second;
            requests a/per second; from <number> minutes to; from <number> seconds to; =speed; speeds up; faster than;
            quicker; at line rate; instant search; half the time; in milliseconds; no lag; no waiting; scales to;
            scaled to; within a second; in seconds; a second on; messages a second; pages a second; images a second;
            kept up; at full speed; no wait; before you notice; without delay
        """,
        contra="""
            =slow; slower; slowly; sluggish; =lag; laggy; noticeable lag; high latency; latency spikes; takes minutes;
            takes ages; bottleneck; poor throughput; poor batching; batching throughput;
            throughput flattens/drops/collapses/falls/suffers; delivers less; memory hungry; hogs; scaling problems;
            not scale; beachball; grinds; minutes to load; does not keep up; slow down; slows down; seconds to load;
            seconds to start; loading spinner; unresponsive; choppy; eats memory; ram hungry; gigabytes of memory;
            battery hungry; slowest; the slowest; took <number> seconds; seconds where; minutes where; wait of; crawl;
            crawls; chokes; freezes for; long pause; half the speed; throughput * half
        """,
        outcome=True,
    ),
}
"""Families by name."""
