"""On which terms a release can be had, used and left."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

TERMS: Mapping[str, Family] = {
    "licence_open": Family(
        pro="""
            open source; open-sourced; open weights/weight; apache; apache 2.0; apache licence; mit licence/licensed;
            under mit; under the mit; licence : mit; licence : bsd; licence : apache; licence : gpl; licence : agpl;
            licence : lgpl; licence : mpl; licence : isc; licence : cc0; licence : cern; =bsd; bsd licence; =gpl;
            =gplv3; =agpl; =agplv3; =lgpl; =mpl; mpl 2.0; =cc0; cc by; cern ohl; permissive; permissive licence;
            permissively licensed; free software; public domain; open licence;
            source * is/are public/available/published; source code * public/published/available/github;
            firmware source; weights * public/published/downloadable/open/free; weights free; free weights;
            no usage restrictions; no restrictions; commercial use * allowed/permitted/fine; used commercially;
            may be fine tuned; freely downloadable; open hardware; open firmware; schematics; royalty free; mit core;
            an mit; separate mit; mit library/sdk/package/client/core; licence allows anything; an open model;
            fully open; openly licensed; dedicated to the public; copyleft; reproducible build; build it from source;
            code is public; code is open; training code; can be forked; forkable; everything * is published;
            design published; builder is open; drivers mit; client mit; software gpl
        """,
        contra="""
            proprietary; licence : proprietary; fully/entirely/completely/wholly proprietary;
            proprietary licence/model/engine/software/code; closed source;
            closed model/weights/engine/code/system/platform/firmware;
            model/engine/code/source/weights/it/firmware/core is/are/remains/stays =closed; source available;
            noncommercial; non commercial; research only; research use; research licence; academic use;
            restrictive licence/terms; business source licence; =bsl; =busl; =sspl; commons clause; elastic licence;
            fair source; =polyform; usage/use/commercial restrictions; written consent; production use * needs/requires;
            subscription key; licence key; relicense; relicensed; licence change; change of licence;
            changed/changes the/its licence; server licence; community licence; responsible ai licence; evaluation only;
            personal use only; evaluation licence; closed box; black box; closed gate; source * only be read;
            contributions * no longer; contributions * not accepted;
            move/moves/moved/switch/switched * from apache/mit/bsd/gpl/open; abandons open source; leaves open source;
            end of open; closing * source; commercial licence; must buy a licence; licence fee; per-core licence;
            terms forbid; cla; rug pull; competing services; field of use; open in name only; open washing; openwashing;
            not open source by; licence excludes
        """,
    ),
    "free_use": Family(
        pro="""
            no usage restrictions; no restrictions; commercial use * allowed/permitted/fine; used commercially;
            may be fine tuned; licence allows anything; free to use * commercially; royalty free; may be embedded;
            may be redistributed; may be modified; any purpose; for any purpose; anyone may use
        """,
        contra="""
            written consent; production use * needs/requires; production use * forbidden/prohibited/excluded;
            subscription key; non commercial; noncommercial; research only; research use only; personal use only;
            evaluation only; terms forbid; terms prohibit; field of use; competing services; may not be embedded;
            may not be redistributed; may not be used; embedding * needs/requires; relicense; relicensed;
            move/moves/moved/switch/switched * from apache/mit/bsd/gpl/open; change/changed/changes the/its licence;
            contributions * no longer; revise the terms; change the terms; revoke; revocable; licence * revoked;
            seat limit; revenue limit; companies above; revenue above; users above; may revise the terms;
            end in <number> days; terms of service allow it to; excludes firms; licence excludes; forbids comparing;
            can be altered; may be altered; altered at any; excludes companies; turnover
        """,
    ),
    "portability": Family(
        pro="""
            export; data export; one click export; open format; standard format; plain text/markdown/files;
            markdown files; =csv; readable json; open file format; documented format; documented file; portability;
            interoperable; moved/move * out; moved out; leave * csv; data can be moved/exported/taken; take * data with;
            easy to leave; easy to move; cancel any time; cancelled any time; cancel at any time; cancel monthly;
            month to month; ended with; keep the last version; fallback licence; =parquet;
            user/users/you/customers own/owns/keep/keeps what/your/their/everything/whatever/all/the; is/are yours;
            yours outright; yours to keep; clean exit; exit path; for those leaving; easy exit; open/standard protocol;
            open standard; records leave; migration tool; import and export; reversible; can be reversed; switch back;
            leave at any time; migrate away; import into; standard sql; full export; nightly export; data stays yours;
            format is specified; open specification; no contract; dragging the folder; ordinary file; ordinary files;
            plain files; sql dumps; copy command; take it with you; nothing to migrate; contains attachments;
            ended monthly; can be ended; stop at any time; leaves nothing behind; no strings; standard connector
        """,
        contra="""
            lock in; locked in; vendor lock in; lock customers;
            proprietary format/file/storage/cartridge/cartridges/pods/capsules; walled garden; hostage; held to ransom;
            minimum term; minimum of <number> months/years;
            <number> month/months/year/years contract/minimum/commitment/term/lock-in; <number>-month contract/minimum;
            contracts renew; automatic/auto renewal; automatically renew; renews automatically; early termination;
            termination fee; trapped; closed format; deleted when you; one way; stranded; only opens in;
            viewable * portal; locked; captive; tied to the vendor; exit fee; egress fee; no way out; paperweight;
            belongs to the company/vendor; import only; no way to get * out; screenshots are the only;
            three year contract; two year contract; annual commitment; paid up front; non refundable; own cartridges;
            own pods; becomes a brick; leaves with nothing; readings out; get * readings out; get * data out;
            get * out of it; locks you; without the subscription you; loses everything; lose everything; only on their;
            only in their; only opened by
        """,
    ),
    "no_strings": Family(
        pro="""
            one time purchase; pay once; <money> once; no strings; perpetual licence; ad free; buy it once;
            yours to keep; save * full quality; keep and sell; no watermark; without a subscription; no subscription;
            no account; works without an account; no plan
        """,
        contra="""
            =ads; advertisements; with ads; =subscription; paywall; paywalled; in app purchases; watermark;
            account required; requires an account; log in with; upsell; locked behind; nag; monthly fee;
            month * required; free with ads; activation server; always online; sign in to; credits run out;
            credit packs; pay per; pop-ups; popups; without the subscription; must subscribe; monthly plan;
            tied to an account; cloud account; stamped with; locked until; trial expires; requires a plan;
            only with the plan; needs the plan; =required; dearest plan; unless one pays; mark in it;
            only while the subscription; while the subscription runs
        """,
    ),
    "availability": Family(
        pro="""
            available today/now/immediately/everywhere/worldwide; generally available; general availability; =ga;
            ships/shipping today/now; begins shipping; began shipping; on sale; in stores; in shops;
            open to all/everyone; can be downloaded; free download; rolled out to all; starting today; in stock;
            delivered within; arrives in days; available to everyone;
            available for =macos/=windows/=linux/=android/=ios; from today; out today; download it; downloads;
            ships worldwide; all regions; no waitlist; no waiting list; available on; in the shop; no queue;
            released today; can be had; rolled * out; already shipping
        """,
        contra="""
            waitlist; wait list; waiting list; invite only; invitation only; by invitation; private/closed beta;
            private preview; limited preview/release/beta/availability; early access; small group/number of;
            select/selected partners/users/customers; design partners; pre-order; preorder; pre-orders;
            apply for access; request access; =limited to; only in the united states; us only; one country;
            delivery takes; sold out; back order; backordered; two to a customer; months of wait; no release date;
            no date; vaporware; has slipped; missed * date; lottery; not sold in; not available in; out of stock;
            on application; staged rollout; to be announced; prototype only; limited edition; coming months;
            selected countries; region locked; months to arrive; next spring; next summer; next autumn;
            will be available; handful of; lighthouse; in batches; put on a list; join the queue; when it is ready;
            the pilot; pilot programme; =delayed; missed its last * delivery; still waiting; exists only; is for later;
            who ordered in; on a vote; upon a vote
        """,
    ),
    "maturity": Family(
        pro="""
            production ready; stable release/api/interface/version; =lts; long term support; semantic versioning;
            semver; backward compatible; backwards compatible; backwards compatibility; frozen until; test suite;
            updates for * years; security fixes for <number> months/years; still gets/receives updates;
            active development; actively maintained; well maintained; <number> maintainers/contributors/engineers;
            foundation; mature; battle tested; upgrades * in place; upgrade path; regular releases; <number> years old;
            <number> releases; contributors; commits a; released every; deprecation policy; no breaking changes;
            compatibility promise; stable since; tenth release; governance; seventh year; <number> years in;
            receives security patches; branch still; tested release; since version; well worn; grown up;
            team of maintainers; several maintainers; core maintainers; nothing to replace
        """,
        contra="""
            =alpha; =beta; experimental; early days; prototype; proof of concept; breaking changes;
            breaks compatibility; breaks with every; unmaintained; abandoned; =archived; deprecated;
            single/sole/only/one/lone maintainer; no other maintainer; one person; one man; side project; hobby project;
            hour a week; rough edges; rough around; unfinished; half finished; not ready for; no roadmap; bus factor;
            stalled; last commit; issues unanswered; unanswered issues; no reply from; discontinued; support ends/ended;
            fixes stopped; updates stopped; updates ended; end of life; pre-release; technical preview;
            work in progress; missing basics; feels early; first version; not feature complete; weekend hack;
            unstable api; api changes; placeholder; it is early; changed twice; changes without; without a converter;
            scripts are broken; is broken; maintains it alone; next to his studies; not feature; not there yet;
            needs another year; rushed; feels rushed; feels unfinished; bare bones; stops short; first attempt;
            weeks since the launch; two employees
        """,
    ),
}
"""Families by name."""
