"""The words that turn a statement round, put it off, or leave it to somebody's word."""

from collections.abc import Mapping
from functools import cache

from panel.evidence.phrases import PhraseBook

CUES: Mapping[str, str] = {
    # turns round everything up to the end of the clause
    "not": """
        no; not; never; without; neither; nor; lack; lacks; lacking; devoid of; absence of; missing; omit; exclude;
        nobody; no one; none of; none; nothing; nowhere; unable to; impossible to; no longer; yet to; fail to;
        failure to; refuse to; decline to; =stopped; stop offering/selling/supporting/making/working; withdraw; abandon;
        remove; dropped/drops support/its/the/all; leave out; rule out; forbid; prohibit; ban; prevent; disable; cancel;
        instead of; rather than; far from; anything but; in place of; as opposed to; free of; free from; hardly; barely;
        scarcely; seldom; rarely; zero; no sign of; no trace of; no hint of; nowhere near; give up; gave up;
        do away with; done away with; short of; deprecate; discontinue; avoid; eliminate; reject; deny; retire; sunset;
        against the terms; turn away from; turn its back on; walk away from; too * to
    """,
    # there is little of it; turns round the next few words
    "little": """
        fewest;
        little; few; hardly any; less; fewer; scant; minimal; negligible; least; low; reduced; limited; not much;
        not enough; too little; too few; insufficient; partial
    """,
    # it is of a bad sort; turns round the next few words if they name something good
    "poor": """
        thin; poor; bad; weak; hard to; difficult to; mixed results; mixed reviews; inadequate; unclear; shaky; patchy;
        incomplete; not very; awkward to; painful to; tricky to; cumbersome to; slow to; questionable; doubtful;
        dubious; disappointing; broken; outdated; stale; unproven; nominal; reluctant to; lose; losing; worse; worst;
        former; so called; supposed; fake; clumsy; mediocre; underwhelming; unreliable; inconsistent; secret; old;
        older; the end of
    """,
    # mends what is bad
    "mends": """
        fix; resolve; patch; repair; mend; solve; cure; reduce; cut; lower; protect against; guard against; safe from;
        recover from; survive; catch; detect; spot; tame; halve; away with; mitigate; spare; shield from
    """,
    # looks like one of these and is none
    "idle": """
        not only; not just; not merely; not simply; no doubt; without a doubt; without doubt; no wonder; no matter;
        not least; not to mention; no question; nothing but; no other; none other; no less than; nothing less;
        whether or not; no strings attached; no shortage of; no lack of; not without; never without; no sooner;
        can not help; nothing stops/stop; nothing prevents; nothing keeps; no reason not; no small; no mean;
        not for nothing; at least; no later than; in no time; as little as; as few as; a few; quite a few; a little;
        no need to; not need to; not have to; without having to; without needing; more or less; no code; low code;
        no nonsense; drop in; drop-in; drag and drop; block storage; low latency; low cost; low power; low price;
        low noise; free to; less than <amount>; fewer than <amount>; no more than; not more than; why not; if not;
        low level; zero day; one stop; non stop; lost in; not long; at the drop; nothing to; not so much; not the only;
        no ties/tie/stake/connection/connections/links/affiliation/relation/relationship to/with/in;
        no commercial/financial/business/other ties/stake/connection/links/affiliation/relationship/interest;
        no interest in; no money from; not affiliated; not connected; not paid by; not funded by; not related to;
        without prior approval; without approval; without payment; without pay; no payment from; no share in;
        no shares in; had no part in;
        no plan/tier/edition/version/seat/customer/user/release/account/contract/document/file/one * without;
        not impossible; not uncommon; not unusual
    """,
    # what stands before it is not so
    "gone": """
        is/are/was/were/be/been/remain/stay not/never * available/public/published/released/offered/open;
        is/are/was/were/be/been not/never * disclosed/included/supported;
        is/are/was/were not provided/shipped/ready/shared/announced/possible/allowed/permitted/there;
        is/are/was/were not documented/planned/tested/reproducible; has/have/had not been; has/have/had never been;
        have/has/had yet to be/appear/arrive/materialise; has/have/had not;
        do/does/did not exist/work/help/last/hold/appear/survive/support/matter; is/are/was/were missing;
        is/are/was/were absent; is/are/was/were lacking; unavailable; is/are/be/have gone; nowhere to be;
        is/are nowhere; switched off; turned off; shut down; shut off; is/was/were/been withdrawn; withdrawn from;
        discontinued; was/were/is/are/been removed; was/were/been dropped; been retired; undisclosed; unpublished;
        to be determined; to be decided; to be announced; tbd; tba; not yet; is/are/was/were none; has/have ended;
        is/are/was/were broken; falls apart; fell apart; falls short; fall short; is/are off limits; out of reach;
        is/was/were/been refused; is/was/were/been denied; is/was/were/been cancelled; is/are over; is another matter;
        is/are disabled; is a no; lapse; is/was/were wrong; fail; withheld; is/are/was/were hidden; can/could not be;
        nil; not included; : none; : not yet
    """,
    # what stands before it was bad and isn't so any more
    "over": """
        is/are/was/were/been/has/have gone; is/are/was/were fixed/resolved/patched/mended/cured/repaired/solved/removed;
        have/has been fixed/resolved/patched/removed; is/are over; patched in/within; patched; fixed in; not return;
        the lowest/fewest/smallest/shortest figure/number/rate/share/count/value/in/of;
        disappeared; did not happen; never happened; did not occur; not reproduce; does/do not apply
    """,
    # said of a time to come
    "later": """
        will; plans to; plan to; =planned; promises to; promised; promising to; intend; aims to; aim to; hope; hopes to;
        want to; wants to; expected; expects; expect; soon; upcoming; in development; in the works; roadmap; road map;
        eventually; still to come; to come; in future; in the future; later this year; next year; next quarter;
        next month; next week; later versions; future versions; in the coming weeks/months/days/years; would like;
        look forward to; looking forward to; is a goal; target for; is scheduled; are scheduled; scheduled for; scheduled to; slated; teased; to follow; on the way;
        some day; one day; dream; vision; in due course; when the time is right; commit to; pledge; working on;
        underway; under way; set to; due in; due by; due later; is coming; are coming; coming soon; coming to;
        coming in; shall; going to; ambition; aspire; considering; exploring; once the
    """,
    # nobody says that it is so
    "maybe": """
        may; might; could; would; perhaps; possibly; reportedly; rumour; allegedly; alleging; supposedly; presumably;
        in theory; in principle; potentially; arguably; ought to; should; rumored; rumours; my guess; supposed
    """,
    # someone lacks it
    "wanted": """
        ask for; asking for; request; wish; wished; wishing; call for; calling for; demand for; beg for; wait for;
        waiting for; in need of; long for; crave; would need; would have liked; if only; missed; asked for
    """,
    # true once
    "past": """
        used to; formerly; previously; in the past; originally; had been; back then; until recently; was once; were once
    """,
    # its maker says so
    "claimed": """
        claim; according to the company/vendor/maker/firm/team/press/founders;
        the company/vendor/maker/firm/startup/team/founder/founders says/said/states/stated/wrote/write; advertise;
        billed as; marketed as; tout; boast; call itself; describe itself; self described; self reported; press kit;
        press release; insist; assure; we believe; we think; proudly; supposed to; meant to; calls it; in its words;
        in the words of
    """,
    # only if
    "if": """
        if; unless; whether; even if; as long as; provided that; in case; assuming; until
    """,
}


@cache
def cue_book() -> PhraseBook[str]:
    """Return the cues as a book of phrases, filed under what they do."""
    return PhraseBook((" ".join(cue.split()), kind) for kind, cues in CUES.items() for cue in cues.split(";"))
