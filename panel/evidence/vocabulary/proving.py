"""What those who doubt a release look for."""

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
            we do not pay; did not grade ourselves; raw outputs/results; public leaderboard; artificial analysis;
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
            gave different facts; not replied to; has lapsed
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
            =accurate; accurately; accuracy; =precise; precision; =correct; correctly; word error; low error;
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
            different facts; that we had not mentioned; said nothing of the kind; never mentioned; not in the text;
            of its own invention
        """,
        outcome=True,
    ),
    "reliability": Family(
        pro="""
            reliable; reliably; reliability; rock solid; uptime; dependable; never failed/crashed/lost/dropped;
            nothing was lost; lost nothing; zero data loss; fault tolerant; without a hitch; without incident;
            without interruption; without a single; data safety; consistent results; not once; durable; just works;
            still works; never let me down; ran for * without; robust; stable in; runs stable; has been stable;
            recovers; no downtime; stayed up; survived; saved everything; had saved; lost no; never once;
            no message was lost; nothing broke; took the drop; dropped it twice; still going; keeps going;
            capacity left; held its; within tolerance; no fault; fault free; without complaint; survives; kept running;
            stayed connected; lost no text; exactly once; delivered twice; every message arrived; held temperature;
            held it to; =held up; nothing to replace; still report; <number> lived; still plays; from its first year
        """,
        contra="""
            crash; =freezes; =froze; =hangs; =hung; bug; buggy; outage; downtime; data loss;
            lost data/work/files/hours/edits/drafts/notes/recordings; loses data/work/files/edits/connection;
            lost <number> of; corrupt; corruption; glitch; flicker; unstable; unreliable; flaky; =fails; =failed;
            failure; stutter; disconnects; disconnected; dropped connections; dropped out; drops out;
            drops the connection; overheat; throttles; thermal throttling; memory leak; product/safety/voluntary recall;
            =recalled; sent theirs back; returned theirs; send theirs back; defect; defective; =broke after; broke down;
            falls over; fell over; =timeouts; race condition; stale read; regression; went down; goes down; rolled back;
            came apart; comes apart; fell apart; falls apart; unusable; bricked; dead on arrival; stopped working;
            stops working; stopped responding; dropped frames; =reboots; rebooted; unrecoverable; lost sync;
            sync conflict; duplicate entries; wiped; error messages; intermittent; random restarts; gave up the ghost;
            broken within; peeled; leaked water; jammed; misfires; hours of downtime; postmortem; incident report;
            incidents; lost track; lost our; deleted our; vanished; disappeared; loses characters; worn through;
            wore through; wore off; came off; came loose; gave out; gave way; stopped after; died; lost a day;
            lost half; swallowed; does not start; would not start; would not connect; drops calls; needs a restart;
            restart it; had to restart; had to reset; reset it; factory reset; hiccup; scripts are broken; is broken;
            are broken; broken in; does not work; did not work; doesn't work; stops after; seized; leaks oil; faulty;
            error after; missed alarms; missed alarm; silent failure; silently; =cracked; =jams; went down on;
            requests failed; calls dropped; loss of attached; lost volumes; stop with an error; stops with an error;
            refuse to start; refuses to start; had to be rebuilt; opens nothing; battery was empty; stopped dead;
            unreachable; had to be started again; hours unreachable; total of * hours; down for; was down; were down;
            offline for
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
            not scale; beachball; cold start; grinds; minutes to load; does not keep up; slow down; slows down;
            seconds to load; seconds to start; loading spinner; unresponsive; choppy; eats memory; ram hungry;
            gigabytes of memory; battery hungry; slowest; the slowest; took <number> seconds; seconds where;
            minutes where; wait of; crawl; crawls; chokes; freezes for; long pause; half the speed; throughput * half
        """,
        outcome=True,
    ),
    "privacy": Family(
        pro="""
            end to end encryption/encrypted; on device; on the device; stay/stays/kept on * device/machine/laptop/phone;
            never leave; never leaves; leaves/leave the building/device/machine/phone/house; without sending * anywhere;
            zero knowledge; opt in; privacy friendly; private by default; privacy by design; deleted on request;
            deleted after; deletes * recordings; local processing; processed locally; works offline;
            differential privacy; gdpr; data minimisation; opt out; runs locally; hardware switch; camera shutter;
            physical switch; local only; no cloud; we can not read; can not read your; anonymous; no third parties;
            third party trackers; collects nothing; nothing is uploaded; uploaded is retained; nothing leaves;
            without an account; no account; account to create; kept in the house; on the disk; on your disk;
            ordinary file; no sign in; guest mode; own key; you hold the key; we hold no; deletes it; wiped after;
            never used to train; stay in the region; switched off per room; switch it off per; no microphone;
            stay in the building; stays in the building; asks before; does not listen; no account behind;
            sit on the device; stays with you
        """,
        contra="""
            telemetry; phone home; phones home; fingerprinting; train/trains/trained on {whose} {material};
            used for training; used to train; used to improve; uploads * train; sell * data; sells * data; data brokers;
            shared with third/partners/advertisers/affiliates; share * third parties; data collection;
            collects your/their/location/user/usage; requires/require/need/needs an account; have to log in;
            must log/sign in; log in with; must create an account; always listening; always on microphone;
            records everything; records your; sent to * servers; sends * servers; analysed on * servers; uploaded to;
            choose advertisements; targeted ads; ad targeting; facial recognition; surveillance; spyware;
            data * left open; data * unclear; keystrokes; screenshots every; improve * partners; sent to the cloud;
            stored indefinitely; permits recordings; kept for ever; kept forever; retained indefinitely; unencrypted;
            contacts list; location history; children's data; no way to delete; not say whether * data; is sent to;
            are sent to; pass * to; passes * to; pass readings; affiliates; insurers among; browsing history;
            to improve its/the service/services/models/model/offerings/products; reused by; may be reused;
            may use * to improve; allow * to use; shared * with partners; must have an account; have to sign in;
            sign in with; keeps copies; keeps a copy; microphone is; tells advertisers; data * to train;
            cannot be deleted; biometric; on by default; =tracking; =trackers; tracks you; tracks your;
            tracks everything; kept for ninety; looked at by contractors; seen by contractors; by uploading;
            grants * a right; right to learn; loses his identity; birth dates; read by staff; found through a search;
            condition of silence; employees read; staff read; show and sell; sell on whatever; search engine found
        """,
    ),
    "security": Family(
        pro="""
            security audit; security review; penetration test; pen test; bug bounty; patched in/within; backported;
            signed builds/releases/binaries/updates; encrypted at rest; encryption; memory safe;
            security fixes/updates/contact/patches; least privilege; hardware key; passkeys; formally verified;
            secure by default; two factor; fips; reproducible builds; sbom; no known vulnerabilities; security patches;
            receives security; open audit; two independent audits; hardware security; =audited; =sandboxed
        """,
        contra="""
            breach; breached; data leak; leak of; leaked; leaks; vulnerability; vulnerabilities; exploit; exploited;
            cve; plain text; plaintext; unencrypted; backdoor; malware; default password; compromised; hacked; hackers;
            prompt injection; supply chain attack; ransomware; remote code execution; insecure;
            security hole/flaw/incident/bug/problem/hole; unsigned; root access; full disk access; credentials in;
            hard coded key/password; hardcoded key/password; open to anyone; without a password; no authentication;
            readable by anyone; guessable; unpatched; readable by any; told nobody; demonstrated last;
            security researcher; left * readable; admin password; phishing; scam; fraud; fraudsters; spoofed; bypassed;
            wide open; unprotected; without encryption; weak password; accessible to anyone; data theft; data exposed;
            exposed the; exposed customer; left exposed; stood open; =stolen; found through a search engine;
            read by staff; indexed by a search; opened a file; staff could read
        """,
        outcome=True,
    ),
    "safety": Family(
        pro="""
            guardrails; reviewed by clinicians/physicians/doctors/experts; safety tested; safety certified; red team;
            red teamed; medical certification; medical device; approved by the; =fda; fda cleared; ce marked;
            child safe; fail safe; parental controls; safety record; human in the loop; human review; asks before;
            confirms before; dry run; can be undone; consent checks; abstention; interlock
        """,
        contra="""
            liability; liable; unsafe; =dangerous; danger; harmful; fire hazard; injuries; injured; skin burns;
            medical advice; misuse; deepfake; safety filtering; shaky safety; wrong diagnosis; toxic; hazard; choking;
            self harm; deleted the production; without confirmation; no undo; risk to; safety concerns; addictive;
            wrong dose; caught fire; burst into; telephone fraud; deaths; burns through; electric shock;
            no consent checks; harassment; teenagers; dangerous advice; wrong dosage; verified badge;
            acted without asking; deleted * without asking; changed * without asking; bought * without asking
        """,
        outcome=True,
    ),
    "legal": Family(
        pro="cleared by regulators; court ruled for; approved by regulators; legal opinion",
        contra="""
            lawsuit; =sued; =sue; =suing; injunction; =court; litigation; class action; =regulator; regulators; =fined;
            investigation; investigated; =banned; =bans; a ban on; copyright infringement; infringement; infringes;
            antitrust; patent dispute; subpoena; cease and desist; sanctions; complaint filed; =probe;
            trademark dispute; data protection authority; unlawful; illegal; settlement; case go ahead; unions;
            trial set; data protection; settled out; prosecutor; police; warned by; =judge; being sued; is being sued;
            sued by; authors' society; advised its members; society has advised; opened a file; has appealed;
            court ordered
        """,
    ),
    "track_record": Family(
        pro="""
            supported to the day; kept its promise/promises; keeps its promises;
            still gets/get/receives/receive updates; still supported; long support record; in business since;
            years of updates; updates for <number> years; years of firmware; <number> years running;
            has shipped * years; solid track record; good track record; long track record; track record of;
            never discontinued; <number> years old and; for <number> years and; trusted for; since the nineties;
            profitable since; every * on time; shipped on time; delivered on time; founders previously built;
            sixth version; tenth year; has been selling; still sends fixes; seventh year; eighth year; ninth year;
            fifth year; sixth year; eleventh year; decade in; <number> years in; never taken outside; still receives;
            still gets; branch still; old models still; spare parts for <number>; supported for; years of releases;
            none of which broke; since <year> and; from <year> can still; can still be bought; every part for;
            stocks every; has made * since; made * since <year>; owes nobody; owe nobody; from its first year;
            same shed since; has built * since; <number> generations; parts and drawings
        """,
        contra="""
            previous/last/earlier/former/first {product} * {ended}; last/previous/earlier/first {product} was/were;
            =founders last/previous/earlier; both since closed; since closed; closed <number> products;
            closed <number> * products; has/have closed * products/services/apps;
            history of killing/discontinuing/abandoning/closing; track record * shaky/poor/patchy/thin; is shaky;
            promises unkept; unkept; broken promises; broke its promise; relaunched; third relaunch; updates ended;
            firmware updates ended; updates stopped; fixes stopped; stopped * after release; months after launch;
            after <number> months when; withdrawn from sale; =pivot; pivoted; pulled the plug; servers * switched off;
            went bankrupt; support ended; ended support; changed the terms; terms changed; weeks old; months old;
            delayed twice; delayed three; slipped; missed its; backers; never delivered; never shipped; unfulfilled;
            abandoned its; left customers; left owners; stranded owners; e-waste; shut down * earlier; graveyard;
            bracelet stopped; stopped syncing; servers were closed; put on ice; shut within; two previous companies;
            shut down within; within eighteen months; within a year of; months of their launch; months of its launch;
            changed twice; changed three times; without notice; went under; predecessor was; third name; second name;
            hardware orphaned; orphaned; pulled from the service; changed its name; missed its last; sold their last;
            which closed it; investors of his previous; investors of its previous; fortnight's warning; started last;
            weeks since the launch; prices have been changed; interface of * is gone
        """,
        past=True,
    ),
}
"""Families by name."""
