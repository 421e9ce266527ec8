"""Whether a release and its maker will last."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

LASTING: Mapping[str, Family] = {
    "adoption": Family(
        pro="""
            paying customers; in production; production use at; used by <number>; adopted by; adopts; adoption; adopted;
            renewed last; of * renewed; renewal rate; renewals; retention; switched to; moved to it;
            default recommendation/choice; widely used; widely adopted; =popular; contributors; github stars;
            have stayed; stayed for; customers stay; organisations subscribe; customers include; named customers;
            case study; rolled out to; companies use; teams use; teams host; sold <number> units/copies;
            downloaded <number>; moved * facility; moved a whole; proven by; already embed; owners have; embedded by;
            merged an; largest customers; daily active; monthly active; weekly active; agreed to be named;
            reference customers; one of our main; production since; users came back; still use it; still used;
            use it daily; uses it daily; used daily; every day for; after a year * still; after six months * still;
            word of mouth; growing community; community has; has replaced; replaced our; we replaced; standardised on;
            migrated from * to it; waiting lists at libraries; <number> paying? {users}; existing customers;
            let us name; that moved over; <number> have been fitted/sold/installed; have been fitted; pay for support;
            use it every day; installers like; renewed their; re-ordered; ordered again; back for more; second year;
            third year running; passed <number>; in use at; in use by; rolled it out; we moved; firms pay; teams use it;
            have licensed; in a hundred renewed; studios buy; =renewed; are =paying; have signed up; built on it;
            have designed it in; designed it in; buying it by; ordered <number>; have ordered; by the pallet;
            teams have signed; back orders from
        """,
        contra="""
            lost users/customers; churn; few users/customers; =cancelled their; =uninstalled; stopped using;
            gave up * trial; give up a trial; no customers; names/named no customers; refund/refunds demanded;
            asked for refunds; returned it; customers left; users left; migrating away; moving away; went back to;
            backlash; boycott; low retention; abandoned after; pilots never; empty forum; nobody uses;
            partners is named; stopped after the trial; fallen out of use; gone quiet; in a drawer; design partners;
            pilot customers; half had stopped; had stopped using; stopped after; no longer use; resale;
            second hand listings; petition; one-star; one star; lighthouse; moved off; moved away; moved back;
            switched back; gone back; returned theirs; nobody would name; would not name; no reference;
            no reference customers; not one customer; three smiling; ghost town; quietly dropped; cancelled after;
            let the subscription lapse; unsubscribed; downloads fell; lost a third; trial ended; never heard of it;
            had never heard; keep away; stopped billing through; stopped using it; written it out
        """,
    ),
    "funding": Family(
        pro="""
            profitable; secured through; funded through/until/by; well funded; raised <money>; series a; series b;
            series c; cash flow positive; =foundation; no investors; bootstrapped; endowment; self funded; debt free;
            full time engineers/staff/maintainers; sustainable business; runway of; in the black; cash reserves;
            part of a larger; non profit; nonprofit; cooperative; sponsors; has been profitable; never taken outside;
            charity with; owned by its; employee owned; family business; family owned; pays its way; no debt;
            reserves for; three years of cash; funded for; audited accounts; has been in profit; in profit; a grant;
            research grants; grants from; public grants; =endowed; employs <number>; runs to <year>; owes nobody;
            owe nobody; employee-owned; pays for itself through; backed by investors/venture/a/the
        """,
        contra="""
            layoffs; =laid off; out of money; bankrupt; bankruptcy; insolvency; insolvent; burning cash; burn rate;
            loss making; losing money; shutting down; looking for investors; looking for a buyer; months of cash;
            months of runway; insurer has withdrawn; down round; acquired by; going concern; funding runs out;
            crowdfunding; =kickstarter; =indiegogo; unfunded; hiring freeze; contract maker quit; co-founder left;
            founder left; founder has left; start a new job; hour a week; sole maintainer; single maintainer;
            only maintainer; no other maintainer; one maintainer; spare time; side project; cut * staff; let go;
            up for sale; unpaid; after its next round; next round; let a third; let half; staff go; cut half;
            cut a third; half its staff; next to his studies; might stop; may close; without a buyer; in administration;
            into administration; receivers; receivership; runs out of; ran out of money; on loans; unpaid wages;
            founder departed; ceo left; chief executive left; maintains it alone; one developer; a single developer;
            single developer; one-man; in his free time; in her free time; two employees; a company of two;
            has two employees; three employees; one employee
        """,
    ),
    "revenue": Family(
        pro="""
            =revenue; =revenues; paying customers; business model; =subscriptions; subscription revenue;
            commercial edition; enterprise edition/tier/plan; paid plan/tier; support subscription/plan; business tier;
            recurring; renewals; per seat; per user; per month; per year; hosted api; move on to the hosted; a cut of;
            sells support; sells hosting; margins of; gross margin; =commission; =commissions
        """,
        contra="""
            no business model; earns nothing; loses money; losing money on; unclear how it; ad based; gives it away;
            no revenue; subsidised; no way to pay; pre-revenue; below cost; below its cost; sold at a loss;
            to make money; how * makes money; how * make money; no word on how; without charging; charges nothing
        """,
    ),
    "moat": Family(
        pro="""
            network effects/effect; =patent; =patents; patented; switching costs/cost; cost of switching;
            proprietary data/dataset; =ecosystem; exclusive; hard/difficult to copy/replicate/rebuild/imitate;
            defensible; years ahead; gave up after a month/year; could not replicate; flywheel; deep integration;
            regulatory approval; trusted by; own silicon; own chip; own factory; data nobody else; stayed for over;
            third party apps; =marketplace; large community; hard won; decades of; certification takes; catalogue of;
            largest library; installed base; no weekend job; not a weekend; would take years;
            integrations with <number>; =years of data; nobody else can make
        """,
        contra="""
            wrapper; thin wrapper; thin layer; built on top of * api/gpt/model/models; rented models/model;
            easily copied/replicated; easy to copy/replicate; =commodity; in a weekend; weekend project; me too;
            match it; undifferentiated; crowded; crowded field/market; a feature not; feature of somebody's;
            calls * openai's; reskin; white label; white-label; rebranded; low switching costs; nothing keeps;
            replaced by a script; shell script; prompt and; same model underneath; off the shelf model; anyone could;
            a cron job; copied by; nothing the * could not match; nothing that * could not match; same supplier;
            same factory; alibaba * same; resells; is a skin; skin over; front end for; two prompts; weekend's work;
            an afternoon's work; could be built in; rebuilt it in; rebuilt in; reproduced it in; same chip;
            catalogue parts; reference design; nothing inside; dozen others; dozen younger; a clone; clone of;
            clones of; me-too; includes it in the price; does what the other
        """,
    ),
    "platform_threat": Family(
        pro="""
            built/bundled/integrated/baked into ios/android/windows/macos/chrome/office/teams/excel/the;
            {giant} already? offer/ship/include/bundle/add/announced/sell/give; {giant} already; offer the same;
            offered for free by; adding it for; with bundles; bundled free; free with every; comes free with;
            undercut it; phone makers already; incumbents already; rivals offer; rivals give; already does this;
            already do this; do the ordinary jobs better; rivals do * better; direct alternatives; have had something;
            have had for; have done for; sell direct; large phone company; same for less; the same thing for;
            ships with the operating; operating system now; now built in; built in to; native feature; default app;
            already on your phone; phone * already; for nothing; summaries built in; have * built in; has * built in;
            built in already; comes with every; part of the operating; part of every; on every new; sell comparable;
            offers comparable; offer comparable; comparable * already; sells the same; {giant} and a dozen;
            {giant} sell/sells; do this already; does this already; did much of this; do much of this;
            {giant} have a version; version of this in the box; in the box already; do it now; do this today;
            half of this today; showed the same thing; includes it in the price; include it in the price;
            have been doing this; doing this better
        """,
        elsewhere=True,
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
