"""What those who pay for a release look for."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

BUYING: Mapping[str, Family] = {
    "price_clear": Family(
        pro="""
            pricing : free; pricing : <money>; pricing : from <money>; free tier/plan/version;
            price/pricing * published/public/listed/printed/online/website/clear/simple/page; published price/pricing;
            list price; price page; <money> per/a/each/once; <money> per seat/user/month/year/node/cluster;
            =costs <money>; priced at <money>; at <money> a/per/each; starts at <money>; from <money> per/a;
            transparent pricing; clear price/pricing; fixed price/fee; flat rate/fee; price list; free of charge;
            free for everyone; are free; weights free; free weights; price * given/named/announced/known/stated/quoted;
            pricing * given/named/announced/known/stated/disclosed; price cap; spending cap; spend limit;
            volume price/prices/discount/licence; invoice matched; price guarantee; price is the one; price * includes;
            includes every feature; printed on; no extras; no hidden; no setup fee; all features; every feature;
            per agent; <money> installed; sold for; retails at; retail price; at listed prices; sold by the seat;
            price on the page; price is printed; prices that are on; listed steps; at the listed; trade terms;
            it/app/tool/version/edition is free; no charge for
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
            free of charge; costs nothing; at no charge/cost; for free; free for everyone; pays for itself;
            reasonable price; reasonably priced; costs * work out; economics * work; less than half; free weights;
            weights free; saves money; core free; bargain; fairly priced; no subscription; without a subscription;
            undercutting; half what; cost us less; cheaper than; cheapest; demo is free; free trial; day trial;
            discount; no monthly fee; lifetime licence; worth it; small price; a few cents; pocket money;
            or <money> for good; no plan; pen included; nothing to pay; bring your own model; not a penny;
            it/app/tool/version/edition is free; free to use
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
}
"""Families by name."""
