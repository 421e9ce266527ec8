"""Whether a sentence of a comparison's text is borne out by the dossiers and by what was counted."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.accounts import Account
from panel.evidence.grounding import ground_statement
from panel.evidence.lowered import lowered
from panel.evidence.name_reading import read_names
from panel.evidence.words import words

_CLAUSE = re.compile(r";\s+|,\s+(?=(?:while|whereas|but|and)\s)|\s+(?=(?:against|versus|compared with|compared to)\s)")
_FIGURE = re.compile(r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)(\s?(?:%|percent\b))?(?![\w-]*[A-Za-z])", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\d)[–—-](?=\d)")
_SUM = re.compile(r"(\d[\d,.]*)\s?[×x*]\s?(\D{0,5})(\d[\d,.]*)\s?=\s?(\D{0,5})(\d[\d,.]*\d|\d)")
_OF = re.compile(r"\b(\w+) of (?:the |its )?(\w+)(?= (?:seats|reviewers|votes|personas|sittings|of))", re.IGNORECASE)
_SEATS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten)(?= (?:seats|reviewers|votes|personas)\b)", re.IGNORECASE
)
_SPREAD = re.compile(r"\([^()]*\binterval\b[^()]*\)")
_FOR = re.compile(
    r"\s?(?:of (?:the|its) \w+ )?(?:ship )?(?:for|of|on|to)\s"
    r"|(?:\sof\s\d+)?\s(?:seats?|reviewers?|votes?)\s(?:prefers?|ships?|skips?|chooses?|sides? with)\s",
    re.IGNORECASE,
)
"""What stands between a figure and the release behind it that it belongs to."""
_NUMBERS = {word: str(at) for at, word in enumerate(words("zero one two three four five six seven eight nine ten"))}
_SHIPS = re.compile(r"\b(?:ship(?:s|ped|ping)?|side[sd]? with|recommends?|back(?:s|ed)?)\b", re.IGNORECASE)
_SKIPS = re.compile(r"\b(?:skip(?:s|ped|ping)?|reject(?:s|ed)?|pass(?:es|ed)? on)\b", re.IGNORECASE)
_ADVISES = re.compile(
    r"\b(?:ship with|go with|choose|pick|take|recommend(?:s|ed|ation)?|the better (?:choice|pick|buy)|winner|wins)\b",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\b(?:too close|no call|isn['’]t called|not called|undecided|can['’]t be called|tied?)\b", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\b(?:users?|customers?|people|buyers?|experts?|humans?|readers?|the community|developers|teams)\s"
    r"(?:have\s)?(?:vote[ds]?|prefer(?:s|red)?|chose|choose|pick(?:s|ed)?|recommend(?:s|ed)?)\b",
    re.IGNORECASE,
)
_CHEAPER = re.compile(
    r"\b(?:cheap(?:er|est)|less expensive|costs? less|lower[- ]priced|(?:half|double|twice) the price)\b", re.I
)


_STATED = "price priced pricing listed entry entries stated"
"""What a stated price says besides its words."""
_UNSTATED = re.compile(
    r"\b(?:neither|no|not|none|never|nowhere|isn['’]t|aren['’]t|doesn['’]t|unknown)\b", re.IGNORECASE
)
_PRICE = re.compile(r"\b(?:price[sd]?|pricing|tiers?|currency|costs?|fees?)\b", re.IGNORECASE)
_LONG = re.compile(r"[a-z][a-z'’-]{3,}")
_COUNTING = frozenset(
    word[:5]
    for word in words(
        "panel seat seats seated sits only vote votes voted ship ships skip skips reviewer reviewers simulated persona "
        "personas interval percent recommendation recommended recommend head order names named name shown hidden masked "
        "prefer prefers preferred neither both side sides split splits close call called tie ties tied level against stay "
        "stays ahead sitting sittings separate verdict verdicts choice choose chooses change changes brand pull towards "
        "rests rest relies because what decides decided speaks speak points point which with without while that this "
        "they them their other another release releases again would from each every same answer answers asked count "
        "gets having between three four five seven eight nine counts counted behind after first second place more than same either still where when have been does"
    )
)
"""What is said of any count: no claim lies in these words alone."""


def check_sentence(text: str, cites: Sequence[str], account: Account) -> str | None:
    """Return why a sentence can't stand; None if it can.

    Its figures must be those of the release that it gives them to, its votes those cast, its names known; what it says
    of a release must be borne out by that release's dossier, where it cites one; and it may not advise, or set prices
    against each other, otherwise than was counted.

    Args:
        text: The sentence.
        cites: The places that it cites, such as ``A.S1.4`` and ``R.2``.
        account: What it may rest on.
    """
    known = [cite for cite in cites if cite in account.places]
    if not known:
        return "It cites no line that exists."
    text = _in_digits(text)
    clauses = [clause for clause in _CLAUSE.split(text) if re.search(r"\w", clause)]
    for check in (_people, _advice, _prices, _votes, _strange_names):
        if (wrong := check(text, account)) is not None:
            return wrong
    return next(_wrong_figures(clauses, account), None) or next(_unborne(clauses, known, account), None)


def strange_figures(text: str, account: Account) -> list[str]:
    """Return what is wrong with the figures of a text: each must be one of the release that it is given to."""
    told = _in_digits(text)
    return list(_wrong_figures([clause for clause in _CLAUSE.split(told) if re.search(r"\w", clause)], account))


def _people(text: str, account: Account) -> str | None:
    return "No person voted: the reviewers are simulated." if _PEOPLE.search(text) else None


def _advice(text: str, account: Account) -> str | None:
    found = _ADVISES.search(text)
    named = [slug for at, _, slug in account.mentions(text) if found and at >= found.start()][:1]
    if not named or _UNDECIDED.search(text) or re.search(r"\bhead to head\b|\bin \d+ of \d+\b", text, re.IGNORECASE):
        return None
    if account.recommendation is None:
        return "It recommends a release where it is too close to call."
    return None if named[0] == account.recommendation else "It recommends another release than was counted."


def _prices(text: str, account: Account) -> str | None:
    found = _CHEAPER.search(text)
    if found is None or re.search(r"\b(?:than (?:earlier|before|its)|to run|running)\b", text, re.IGNORECASE):
        return None
    if account.cheapest is None:
        return "It sets prices against each other that aren't alike."
    mentioned = [slug for at, _, slug in account.mentions(text) if at < found.start()]
    mentioned = mentioned or [slug for _, _, slug in account.mentions(text)]
    return (
        None if mentioned[-1:] == [account.cheapest] else "It calls another release cheaper than the stated prices do."
    )


def _votes(text: str, account: Account) -> str | None:
    """Check who ships and who skips what, part by part."""
    for part in re.split(r";\s+|(?<=\w)\.\s+|,\s+(?=(?:while|whereas|but)\s)", text):
        verbs = sorted(
            [(m.start(), "ship") for m in _SHIPS.finditer(part)] + [(m.start(), "skip") for m in _SKIPS.finditer(part)]
        )
        titles = {title for title, _ in account.votes}
        who = [
            title for title in titles if re.search(rf"\b{re.escape(title.removeprefix('The '))}\b", part, re.IGNORECASE)
        ]
        for at, _, slug in account.mentions(part):
            verb = next((vote for place, vote in reversed(verbs) if place < at), None)
            for title in who if verb else ():
                cast = account.votes.get((title, slug))
                if cast in ("ship", "skip") and cast != verb and "head to head" not in part:
                    return f"{title} votes {cast} on {account.dossier(slug).release.name}."
    return None


def _strange_names(text: str, account: Account) -> str | None:
    everything = "\n".join(account.places.values()).lower()
    titles = " ".join(title for title, _ in account.votes).lower()
    for name in read_names(text):
        if name.sure and not all(word in everything or word in titles for word in name.key):
            return f"Neither a dossier nor the record mentions {name.text!r}."
    return None


def _wrong_figures(clauses: Sequence[str], account: Account) -> Iterator[str]:
    """Yield figures that aren't those of the release that they are given to."""
    spread = "interval" in " ".join(clauses)
    for figure, shown, owners in _given(clauses, account):
        if any(figure in _figures_of(slug, account, spread=spread) for slug in owners):
            continue
        whose = " and ".join(account.dossier(slug).release.name for slug in owners)
        yield f"{shown!r} isn't found for {whose}."


def _given(clauses: Sequence[str], account: Account) -> Iterator[tuple[str, str, list[str]]]:
    """Yield every figure of a text, plain and as it is shown, with the releases that it is given to.

    The sums that are written out and right are left out.
    """
    before: list[str] = []
    for clause in clauses:
        mentions, blank = list(account.mentions(clause)), clause
        for start, end, _ in mentions:
            blank = f"{blank[:start]}{'·' * (end - start)}{blank[end:]}"
        blank = _RANGE.sub(" ", blank)
        sums = _sums(blank)
        for found in _FIGURE.finditer(blank):
            if _plain(found) not in sums:
                owners = _owners(found.start(), found.end(), blank, mentions) or before or list(account.names)
                yield _plain(found), found.group().strip(), owners
        before = list(dict.fromkeys(slug for _, _, slug in mentions)) or before


def _figures_of(slug: str, account: Account, *, spread: bool) -> set[str]:
    """Return the figures that a release may be given: its dossier's, and those that the record gives it.

    A share may be told without its sign, as at the beginning of a range. The ends of an interval are no shares: they
    count only where an interval is spoken of (``spread``).
    """
    lines = [(_in_digits(line.text if spread else _SPREAD.sub(" ", line.text)), line.about) for line in account.record]
    told = "\n".join([*account.dossier(slug).by_cite.values(), *(text for text, about in lines if about == {slug})])
    found = {_plain(each) for each in _FIGURE.finditer(_RANGE.sub(" ", told))}
    found |= {number.replace(",", "") for number in re.findall(r"\d[\d,]*(?:\.\d+)?", told)}
    for text, about in lines:
        if slug in about and len(about) > 1:
            parts = [part for part in _CLAUSE.split(text) if part]
            found |= {figure for figure, _, owners in _given(parts, account) if slug in owners}
    return found | {figure.removesuffix("%") for figure in found}


def _owners(start: int, end: int, clause: str, mentions: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the release to which a clause gives a figure: ``25 % for A``, else the last one named before it."""
    after = [(at, slug) for at, _, slug in mentions if at >= end]
    if after and _FOR.fullmatch(clause[end : after[0][0]]):
        return [after[0][1]]
    named = [slug for _, stop, slug in mentions if stop <= start]
    return named[-1:] or [slug for _, slug in after[:1]]


def _in_digits(text: str) -> str:
    """Return a text with counts such as ``three of four seats`` in digits."""

    def digits(found: re.Match[str]) -> str:
        one, of = (_NUMBERS.get(word.lower(), word) for word in found.groups())
        return f"{one} of {of}" if one.isdigit() and of.isdigit() else found.group()

    return _SEATS.sub(lambda found: _NUMBERS[lowered(found[1])], _OF.sub(digits, text))


def _sums(text: str) -> set[str]:
    """Return the figures of multiplications that are written out and right."""
    found = set()
    for left, _, right, _, total in _SUM.findall(text):
        values = [float(number.replace(",", "").rstrip(".")) for number in (left, right, total)]
        if abs(values[0] * values[1] - values[2]) < 0.01:
            found |= {number.replace(",", "").rstrip(".") for number in (left, total)}
    return found


def _plain(found: re.Match[str]) -> str:
    return found[1].replace(",", "") + ("%" if found[2] else "")


def _unborne(clauses: Sequence[str], cites: Sequence[str], account: Account) -> Iterator[str]:
    """Yield why clauses aren't borne out by what they cite."""
    cited = {letter: [cite[2:] for cite in cites if cite.startswith(f"{letter}.")] for letter in account.letters}
    own = {account.letters[letter]: tuple(places) for letter, places in cited.items() if places}
    record = " ".join(account.places[cite] for cite in cites if cite.startswith("R."))
    lines = " ".join(_told(cite, account) for cite in cites if not cite.startswith("R."))
    facts = all(".F." in cite for cite in cites)
    for clause in clauses:
        named = list(dict.fromkeys(slug for _, _, slug in account.mentions(clause)))
        if _unstated_price(clause, named or list(account.names), account) or _sums(clause):
            continue  # that a price is missing is in the facts; a sum that is right was checked with the figures
        told = {
            slug: ground_statement(_only(clause, slug, account), account.dossier(slug), own[slug])
            for slug in named or own
            if slug in own
        }
        kinds = {each.kind for each in told.values()}
        if record and _covered(clause, record, account, 0.5):
            continue
        if kinds - {"opinion"} <= {"supported"} and "supported" in kinds:
            continue
        if (kinds <= {"opinion"} or facts) and _covered(clause, f"{record} {lines}", account, 0.7):
            continue
        wrong = next((each for each in told.values() if each.kind in ("contradicted", "unsupported")), None)
        yield wrong.reason if wrong is not None else "It says more than the lines that it cites."


def _unstated_price(clause: str, slugs: Sequence[str], account: Account) -> bool:
    """Whether a clause says that a price isn't stated, and it isn't."""
    return bool(_UNSTATED.search(clause) and _PRICE.search(clause)) and set(slugs) <= account.unpriced


def _told(cite: str, account: Account) -> str:
    """Return what a line says, with what its place says of it."""
    return f"{account.places[cite]} {_STATED if cite.endswith('.F.pricing') else ''}"


def _covered(clause: str, told: str, account: Account, enough: float) -> bool:
    """Whether what is told has this share of a clause's words, the vocabulary of counts and all names apart."""
    rest, at = "", 0
    for start, end, _ in account.mentions(clause):
        rest, at = f"{rest} {clause[at:start]}", end
    said = {_stem(word) for word in _LONG.findall(f"{rest} {clause[at:]}".lower())}
    titles = {_stem(word) for title, _ in account.votes for word in _LONG.findall(title.lower())}
    content = said - _COUNTING - titles
    if len(content) < 2 and enough > 0.5:  # a single word says nothing of how it is meant
        return False
    known = {_stem(word) for word in _LONG.findall(told.lower())}
    return not content or len(content & known) >= enough * len(content)


def _stem(word: str) -> str:
    return word[:5]


def _only(clause: str, slug: str, account: Account) -> str:
    """Return a clause as if it were about one release alone, for its dossier knows no other."""
    name, parts, at = account.dossier(slug).release.name, [], 0
    for start, end, _ in account.mentions(clause):
        parts += [clause[at:start], name]
        at = end
    return "".join([*parts, clause[at:]])
