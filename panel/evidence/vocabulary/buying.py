"""What those who pay for a release look for."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

BUYING: Mapping[str, Family] = {
    "price_clear": Family(
        pro="""
            pricing : free; pricing : <money>; pricing : from <money>; free tier/plan/version;
            price/pricing * published/public/listed/printed/online/website/clear/simple/page; published price/pricing;
            list price; price page; <money> per/a/each/once; <money> per seat/user/month/year/node/cluster;
            costs/cost <money>; priced at <money>; at <money> a/per/each; starts at <money>; from <money> per/a;
            transparent pricing; clear price/pricing; fixed price/fee; flat rate/fee; price list; free of charge;
            free for everyone; no charge; is free; are free; weights free; free weights;
            price * given/named/announced/known/stated/quoted; pricing * given/named/announced/known/stated/disclosed;
            price cap; spending cap; spend limit; volume price/prices/discount/licence; invoice matched;
            price guarantee; price is the one; price * includes; includes every feature; printed on; on the website;
            no extras; no hidden; no setup fee; all features; every feature; per device; per render; per minute;
            per hour; per gigabyte; per agent; <money> installed; sold for; retails at; retail price; at listed prices;
            sold by the seat; price on the page; price is printed; prices that are on; listed steps; at the listed;
            trade terms
        """,
        contra="""
            contact sales; pricing : contact; pricing : on request; pricing : custom; contact us for; talk to sales;
            call us; sales form; pricing/price on request/application; custom pricing/quote; quote only; by quotation;
            pricing * tailored/negotiated/undisclosed/secret/confidential/individual; discussed under nda;
            hidden fees/fee/costs/price/pricing; prices * differed/differ; surprise bill/bills;
            unpredictable bill/bills/costs/pricing; bill/bills * unpredictable; bill tripled/doubled;
            usage based surprises; credits expire; credit system; opaque pricing; opaque; annual data budget;
            price page was removed; pricing page was removed; enterprise pricing; no price; no pricing; price unknown;
            depends on your; tailored to; price not; quoted * differently; not give a price; given a price;
            quoted individually; quoted after; after a workshop; individually priced; talk to us; talk to our;
            get in touch; by arrangement; not say what it; what it will cost; cost is unknown; tokens of its own;
            units of its own; overage; overages; metered by; add-ons for everything; extra for; charged between;
            times what the calculator; no ceiling; ceiling that one can; what the calculator; is for later;
            and what is for; bill is the trouble; on application; everything else on application; same thing each;
            were quoted <money>; quoted <money>; condition of silence; prices * changed
        """,
    ),
    "price_fair": Family(
        pro="""
            pricing : free; cheap; cheaper; cheaply; affordable; inexpensive; low cost; low price; half the price;
            fraction of the cost/price; tenth of the price/cost; third of the price/cost; <percent> cheaper;
            times cheaper; costs less; one time purchase; pay once; <money> once; good value; worth the money/price;
            worth every; generous free; price cut; price drop; undercuts; lower price; cost * user nothing;
            free of charge; costs nothing; at no charge/cost; for free; free for everyone; is free; are free;
            pays for itself; reasonable price; reasonably priced; costs * work out; economics * work; less than half;
            free weights; weights free; saves money; core free; bargain; fairly priced; no subscription;
            without a subscription; undercutting; half what; cost us less; cheaper than; cheapest; demo is free;
            free trial; day trial; discount; no monthly fee; lifetime licence; worth it; small price; a few cents;
            pocket money; or <money> for good; no plan; pen included; nothing to pay; bring your own model; not a penny
        """,
        contra="""
            =expensive; overpriced; pricey; costly; price increase/hike/rise; raised prices; raised the price;
            prices doubled; price doubled; costs more; twice the price; double the price; three times the price;
            steep price; premium price; subscription required; required subscription; mandatory subscription;
            month * required; plus <money>; costs add up; hard to justify; well above; too expensive; not cheap;
            paying twice; bill shock; eye watering; paid upgrade; monthly fee; surcharge; needs a subscription;
            requires a subscription; behind a subscription; subscription on top; the same for less; offer * for less;
            same for less; more expensive than; poor value; costs as much as; consumables cost; refills cost;
            more than twice; dearer; dearest; four times the price; ten times the price; plus a subscription;
            on top of the price; without the subscription you; stops working without; price went up; prices went up;
            put up its; raises the price; not worth; charged between; bill is the trouble; cost its owner; dearest plan;
            pays for the dearest; unless one pays
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
    "compliance": Family(
        pro="""
            soc 2; soc 1; soc2; iso 27001; hipaa; gdpr; fedramp; =fips; pci dss; =tpn; =sso; single sign on; =saml;
            =scim; audit log/trail; role based; =rbac; =dpa; data processing agreement; data agreement;
            eu hosting/region; hosted in; indemnity; indemnified; indemnification; copyright indemnity; certification;
            certified; security questionnaire/form; device management; fleet management; =mdm;
            admin/administration console/controls/panel; administration; compliance; compliance paperwork;
            central billing; volume licence; ce file/mark/marking; auditor ready; auditors can; air gapped installer;
            business associate agreement; legal protection; access controls; management console; data residency options;
            approved by * procurement; legal hold; retention policy; retention policies; works council; eu storage;
            stored in the eu; centrally managed; managed centrally; can be signed online; underwritten; group policy;
            msi installer; silent install; approvals; segregation of duties; records retention; type approval; ukca;
            cyber essentials; penetration test report; vendor assessment; purchase order; purchase orders;
            framework agreement; certificate for; iso <number>; the usual papers; usual papers; on purchase order;
            certificates can be fetched; stay in the region; region that one picks; switch it off per; by invoice;
            floating seats; qualification report; second source; list of sub-processors; report on controls;
            agreement on processing; edition for organisations; manage it centrally; =invoicing; on invoice;
            logs kept for; management page; order by the hundred; ordinary trade terms; processing agreement; sso;
            by the pallet
        """,
        contra="""
            uncertified; fails/failed * audit; must indemnify; users indemnify; customers indemnify; not to use it;
            consumer warranty; can/could not deploy; =banned it; banned from; has banned; security review failed;
            certification * goal; nor can a firm; no admin; shared login; shared password; one password for; no roles;
            no audit; failed the security; blocked by * security; blocked by it; not certified; home use;
            consumers only; rejected by procurement; not indemnify; refuses to indemnify; won't indemnify; no central;
            no dpa; no sso; no invoices; on our list; told its staff; not to use; must not be used; prohibited at;
            forbidden at; struck off; failed an audit; audit found; no contract to; certificate for * list;
            procurement said no; legal said no; legal department * no; click-through agreement; nothing but a click;
            looked at by contractors; kept for <number> days; has lapsed; which has lapsed; no paperwork;
            written it out; written out of; will not stand behind; won't stand behind; sort it out among;
            rules on data residency; geopolitical; export controls; residency or procurement
        """,
    ),
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
            migrated from * to it; waiting lists at libraries;
            <number> paying? =customers/=users/=teams/=companies/=organisations/=downloads/=subscribers/=developers/=hospitals/=schools/=clinics/=sites/=households/=deployments/=installations/=shops/=firms/=offices/=studios;
            existing customers; let us name; that moved over; <number> have been fitted/sold/installed;
            have been fitted; pay for support; use it every day; installers like; renewed their; re-ordered;
            ordered again; back for more; second year; third year running; passed <number>; in use at; in use by;
            rolled it out; we moved; firms pay; teams use it; have licensed; in a hundred renewed; studios buy;
            =renewed; are =paying; have signed up; built on it; have designed it in; designed it in; buying it by;
            ordered <number>; have ordered; by the pallet; teams have signed; back orders from
        """,
        contra="""
            lost users/customers; churn; few users/customers; =cancelled their; =uninstalled; stopped using;
            gave up * trial; give up a trial; no customers; names/named no customers; refund/refunds demanded;
            asked for refunds; returned it; customers left; users left; migrating away; moving away; went back to;
            backlash; overwhelmingly negative; boycott; gives way to migration; =anger; low retention; abandoned after;
            pilots never; empty forum; nobody uses; partners is named; stopped after the trial; fallen out of use;
            gone quiet; in a drawer; design partners; pilot customers; =sceptical; =skeptical; half had stopped;
            had stopped using; stopped after; no longer use; resale; second hand listings; petition; one-star; one star;
            lighthouse; moved off; moved away; moved back; switched back; gone back; returned theirs; nobody would name;
            would not name; no reference; no reference customers; not one customer; three smiling; ghost town;
            quietly dropped; cancelled after; let the subscription lapse; unsubscribed; downloads fell; lost a third;
            trial ended; never heard of it; had never heard; keep away; stopped billing through; stopped using it;
            written it out
        """,
    ),
    "buyer": Family(
        pro="""
            =enterprise; =enterprises; for teams; team plan/seats; procurement approved; chief financial officer; =cfo;
            =ciso; =cio; it department/departments; hospitals; hospital network; =banks; law firms; companies with;
            budget owner; mid market; agencies; operations teams; finance departments/teams; platform teams;
            security teams; legal teams; buyers; facilities; publishers; for companies; for organisations;
            regulated industries; software houses; businesses; =accountants; retailers; manufacturers; clinics;
            =controllers; business tier/plan; support teams; sales teams; customers are; warehouses; logistics;
            public sector; municipalities; small firms; contractors; restaurants; hotels; farms; railway;
            payment processors; help desks; service desks; housing co-operatives; installers; ministries; factories;
            airlines; resellers; wholesalers; distributors; inverter makers; purchasing departments; heads of;
            operations leads; hotels can; studios buy; order through dealers; administrators; edition for organisations;
            sign a contract with; who would sign; housing associations; hotels and shops; tax authority;
            schools and firms; touring companies; building managers; facility managers; public buildings; for teams at
        """,
        contra="""
            consumer only; consumers only; hobbyists; who would pay; nobody to sign; web shop only; no volume;
            for enthusiasts; hobby project; personal use; no credit terms; <number> to a customer; no dealers;
            no resellers; no invoice; credit card only; nobody in particular; no reseller; nobody to phone;
            no one to phone; no company stands; forty copies; own site only; sells from its own; shops can not get it;
            put on a list; private buyers; private individuals; no trade; for one person; single user only;
            sell you fifty; nobody will sell; cannot order; yet order more; publishers who asked; asked for terms
        """,
    ),
    "support": Family(
        pro="""
            =sla; =slas; service level; service agreement; support answers/answered/replied/replies/responds/responded;
            support within; 24/7 support; hour response; response time of; response within;
            dedicated support/contact/manager; named contact/engineer; <number> years warranty; year warranty;
            warranty of; =warranty; support plan/subscription/contract; paid support; support staff;
            uptime * guaranteed; guaranteed at; guarantee; money back; refunded; support in <number>; day support;
            customer success; account manager; on site support; support hours; commercial support; phone support;
            professional support; real support; third party hosting; hosts sell it; hosting partners; spare parts for;
            repair network; service centres; next day; answered within; replied within; on call; escalation;
            written account; spare modules; stocked in; response time is; one hour response; service contract;
            repair within; replaced within; replacement within; phone line; telephone support; responds within;
            helpline; a person answered; account of what; same-week technician; technician; hour answer; answers came;
            answer within; on the telephone; independent workshops; five years warranty; service contracts;
            next working day; a man who comes; who comes out; telephone number; ten-year warranty; replacement units;
            loan unit; comes with a warranty
        """,
        contra="""
            tickets unanswered; unanswered; reply from the vendor; no reply; forum only; beyond the forum; only a forum;
            mailing list; support is an e-mail; support is an email; community support only; slow support;
            chatbot support; support bot; waited * weeks; waited * days; consumer warranty only; never answered;
            best effort; self service only; support * slow; no phone number; no warranty; warranty * excludes;
            warranty void; =discord; github issues only; hours a week; form letter; no one to phone; nobody to phone;
            one e-mail address; unpaid volunteers; next to his studies; next to her studies; ticket closed;
            closed our ticket; bounced; contact form; by post; weeks for a reply; weeks without; gone unanswered;
            never replied; not replied; sends you to; sells support; without staff; no service level; no contract;
            support * chat room; a chat room; service credits are not; got a link to; nobody to ring; no one to ring;
            nobody to call; no one to call; at * discretion
        """,
    ),
    "funding": Family(
        pro="""
            profitable; secured through; funded through/until/by; well funded; raised <money>; series a; series b;
            series c; cash flow positive; =foundation; no investors; bootstrapped; backed by; endowment; self funded;
            debt free; full time engineers/staff/maintainers; sustainable business; runway of; in the black;
            cash reserves; part of a larger; non profit; nonprofit; cooperative; sponsors; has been profitable;
            never taken outside; charity with; owned by its; employee owned; family business; family owned;
            pays its way; no debt; reserves for; three years of cash; funded for; audited accounts; has been in profit;
            in profit; a grant; research grants; grants from; public grants; =endowed; employs <number>; runs to <year>;
            owes nobody; owe nobody; employee-owned; pays for itself through
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
    "savings": Family(
        pro="""
            save/saves/saved <amount>? hours/time/money/minutes/days; saves * hours/time/money/minutes; saved us;
            cut/cuts/reduce/reduces * costs/bills/cost/bill/time/spend/hours/tickets/waste; cut * by <percent>;
            reduced * by <percent>; fell by <percent>; fell from <amount>; falls from <amount>; dropped from <amount>;
            down from <amount>; from <amount> to <amount>; from <number> minutes to; from <number> hours to;
            from <number> days to; replacing between <money>; replaces * <money>; pays for itself; payback;
            return on investment; =roi; less time; fewer hours; went from <amount>; half the time; <percent> less;
            pays overtime; minutes instead of; hours instead of; days instead of; instead of <number> hours;
            instead of <number> days; a third of the time; halved * time; halved the; fewer returns; fewer tickets;
            fewer calls
        """,
        contra="""
            costs more than it saves; no savings; takes longer; slower than doing; more work than; extra work;
            checking its work; double the work; had to redo; redo; longer than by hand; nothing saved
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
            interchangeable; replaced by a script; shell script; prompt and; same model underneath; off the shelf model;
            anyone could; a cron job; copied by; nothing the * could not match; nothing that * could not match;
            public model; same supplier; same factory; alibaba * same; resells; is a skin; skin over; front end for;
            two prompts; weekend's work; an afternoon's work; could be built in; rebuilt it in; rebuilt in;
            reproduced it in; we rebuilt; same chip; catalogue parts; reference design; nothing inside; dozen others;
            dozen younger; a clone; clone of; clones of; me-too; includes it in the price; does what the other
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
}
"""Families by name."""
