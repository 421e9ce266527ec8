"""What it is like to live with a release."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

LIVING: Mapping[str, Family] = {
    "ease": Family(
        pro="""
            easy to use/learn/read/follow/understand/clean; ease of use; intuitive;
            simple interface/controls/app/enough; simple; simply ask; learned it in; no manual; accessible;
            explains itself; =unaided; =friendly; without training; clean interface; uncluttered; =effortless;
            natural to use; gets out of the way; get out of the way; approachable; beginner; one screen;
            no learning curve; does one thing; large buttons; my mother; my father; my grandmother; my grandfather;
            =easily; =easy; one button; without reading; first try; picked it up; kids; screen reader; high contrast;
            keyboard only; two thumbs; large type; first evening; without a manual; nothing to learn; one dial;
            one switch; self explanatory; plain language; forgiving; found it at once
        """,
        contra="""
            confusing; cluttered; clunky; complicated; unintuitive; steep learning curve; fiddly; =frustrating;
            =frustrated; hard to use/learn/read/reach/understand; overwhelming; =maze; buried in; buried under; tedious;
            cumbersome; annoying; annoys; gets in the way; bloated; =nag; =nags; menus within menus; labyrinth;
            interrupts; interrupted; distracting; too many steps; constant notifications; notifications; overloaded;
            hidden gestures; small buttons; inaccessible; touch screen for; menu dive; menu diving; needs an app;
            requires an app; app required; pop-ups; tiny text; baffled; had to look up; hidden behind; three taps;
            four taps; seven taps; seven screens; too clever; manual of <number> pages; training course; i gave up;
            could not find
        """,
    ),
    "build": Family(
        pro="""
            well built; well made; solid; sturdy; =steel; aluminium; wooden case; comfortable; lightweight; =lighter;
            forgot i was wearing; bright display/screen; build quality; =repairable; repairability; easy to repair;
            replaceable battery; off the shelf parts; spare parts; =quiet; ergonomic; replaceable; user serviceable;
            waterproof; water resistant; rugged; good in the hand; =silent; sharp display; standard screws; can mend;
            colour accurate; scratch resistant; screws instead; parts are; repair manual; repair shop; dishwasher safe;
            nearly silent; no fan; comfortable for; titanium; survived a; screwed; not glued; can be opened; opens with;
            parts list; sturdily; solidly; leather; cast iron; stainless; replaceable parts; weighs only;
            cool to the touch; =machined
        """,
        contra="""
            flimsy; plasticky; creaks; creaky; uncomfortable; =heavy; runs hot; hot to the touch; gets hot; =dim;
            =glued; glued shut; cannot be repaired; not repairable; =scratches easily; wobble; wobbles; rattle; rattles;
            loose hinge; loud fan; fan noise; =loud; =noisy; sharp edges; bulky; fingerprint magnet; peeling; =cracked;
            poor fit; pinches; soldered; unrepairable; sealed shut; cheap feel; feels cheap; hinge; stiff; hurts;
            pressure points; skin irritation; rash; too big; too small; whine; coil whine; hard to clean; worn through;
            scuffs; scuffed; warped; snapped; loosened; misaligned; smells; gets warm; overheats; too heavy; wobbly;
            brittle; faded; fraying; frayed; stained; creak; squeaks; =chipped; water leaks
        """,
        outcome=True,
    ),
    "battery": Family(
        pro="""
            battery lasts; hours of battery; hour battery; all day battery; lasts all day; lasts * days; lasts a week;
            lasts * hours; charges in; battery is good; replaceable battery; days on a charge; hours on a charge;
            weeks on a charge; weeks between charges; no battery; needs no battery; solar; standard batteries;
            aa batteries; hours in our test; days in our test; outlasted; charge a week; days on our meter;
            nothing to replace; long/good/excellent/great/superb battery life; battery life of <number>? days;
            all-day battery life
        """,
        contra="""
            battery drains; drains the battery; short battery life; battery * averaged; battery * only;
            averaged <number>? hours; not last; charge twice; charge it twice; charge it every; died after;
            battery died; flat by; dead by; battery anxiety; half the battery; recharge every; battery swells;
            swollen battery; battery * glued; battery cannot; battery can not; charge lasts a day; day and a half;
            needs charging every; charged twice; empty by; ran flat; a full day is;
            instead of the advertised/promised/claimed; of the advertised; hours instead of; claimed <number> hours
        """,
        outcome=True,
    ),
    "reach": Family(
        pro="""
            billion people/users; million people/users/households; billion of you; on every phone; everyone who uses;
            all phones; free for everyone; <number> languages; mass market; in the apps; consumer apps; =whatsapp;
            =instagram; everyday use; ordinary people; households; snap a photo; free through; supermarkets;
            in * stores; every school; every classroom; anyone with a
        """,
        contra="""
            =niche; united states only; only in the united states; specialists only; for enthusiasts; one country;
            single market; us only
        """,
    ),
    "praise": Family(
        pro="""
            =excellent; =great; superb; outstanding; terrific; wonderful; fantastic; =best of; easily the best;
            the best i; the best we; =loved; loves it; love it; recommend; recommended; favourite; delighted; =pleased;
            works well; works beautifully; just works; worth it; surprisingly good; what an; universally liked;
            well liked; life changing; first time in my life; would not return; pleasure; praise; praised; most capable;
            lovely; five stars; thrilled; would buy; buy it again; kept using; keep using; never going back;
            not going back; happy with; well received; good part; what surprised; hard to fault; everything else stayed;
            liked it; like it; miss it when; reach for it; converted; won me over; impressed; glad; a treat; remarkable;
            enjoyed; i'm delighted; made me want; would not give it back; would not part; ordered a second;
            bought a second; bought my own; i will keep; staying with; five of five; grinning; smiled; not looked back;
            never looked back; better than i; better than we; put it first; would not give back; won over; beautifully
        """,
        contra="""
            disappoint; disappointing; disappointed; =terrible; awful; useless; waste of; =frustrating; annoying;
            mediocre; underwhelming; =regret; falls short; gimmick; gimmicky; returned it; =complaints; complain;
            complained; criticised; criticism; pointless; unimpressed; not worth; stopped using; gave up on; =hate;
            research toy; a toy; went back to; sent it back; meh; =angry; dreadful; predatory; nuisance;
            wanted to like it; worse than; politely refused; in a drawer; one star; half-baked; half baked; baffling;
            infuriating; regretted; painful; sadly; a mess; chore; why bother; be let down; spokesman pointed;
            wish i had; wanted to love; sent back; gave it back; back in its box; gathering dust; gather dust;
            refused to use; asked me to stop; laughing stock; insulting; creepy; embarrassed; embarrassing; apologised;
            nausea; of no use; worse after; turned it off; switched it off; uninstalled it; =hated; stopped billing
        """,
    ),
}
"""Families by name."""
