"""Where a release may fail, and what that does to people."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

FAILING: Mapping[str, Family] = {
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
            wore through; wore off; came off; came loose; stopped after; died; lost a day; lost half; swallowed;
            does not start; would not start; would not connect; drops calls; needs a restart; restart it;
            had to restart; had to reset; reset it; factory reset; hiccup; scripts are broken; is broken; are broken;
            broken in; does not work; did not work; doesn't work; stops after; seized; leaks oil; faulty; error after;
            missed alarms; missed alarm; silent failure; silently; =cracked; =jams; went down on; requests failed;
            calls dropped; loss of attached; lost volumes; stop with an error; stops with an error; refuse to start;
            refuses to start; had to be rebuilt; opens nothing; battery was empty; stopped dead; unreachable;
            had to be started again; hours unreachable; total of * hours; down for; was down; were down; offline for;
            hinge gave; battery gave out; =gave out
        """,
        outcome=True,
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
    "privacy": Family(
        pro="""
            end to end encryption/encrypted; on device; on the device; stay/stays/kept on * device/machine/laptop/phone;
            never leave; never leaves; without sending * anywhere; zero knowledge; opt in; privacy friendly;
            private by default; privacy by design; deleted on request; deleted after; deletes * recordings;
            local processing; processed locally; works offline; differential privacy; gdpr; data minimisation; opt out;
            runs locally; hardware switch; camera shutter; physical switch; local only; no cloud; we can not read;
            can not read your; anonymous; no third parties; third party trackers; collects nothing; nothing is uploaded;
            uploaded is retained; nothing leaves; without an account; no account; account to create; kept in the house;
            on the disk; on your disk; ordinary file; no sign in; guest mode; own key; you hold the key; we hold no;
            deletes it; wiped after; never used to train; stay in the region; switched off per room; switch it off per;
            no microphone; stay in the building; stays in the building; asks before; does not listen; no account behind;
            sit on the device; stays with you
        """,
        contra="""
            can not opt out; no way to opt out; no opt out;
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
            condition of silence; employees read; staff read; show and sell; sell on whatever; search engine found;
            leaves/leave the building/device/machine/phone/house
        """,
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
}
"""Families by name."""
