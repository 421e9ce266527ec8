"""The timeline of a dossier: every sentence that names a day, and every day on which a source came or changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from panel.domain.living import Moment
from panel.domain.release import Dossier, Sentence, Source
from panel.evidence.date_reading import read_dates
from panel.evidence.dates import DateMention
from panel.evidence.words import words

MOST_COMPARED = 40
"""Lines of one day that a new one is compared with."""

_LEADING = re.compile(r"\s*[:—–-]\s*(?=\S)")
_NEGATION = re.compile(r"\b(?:not|no|never|without|cannot|kein\w*|nicht|pas|ne|non|sin|sem)\b|n['’]t\b", re.IGNORECASE)
_LAUNCH = re.compile(
    r"\b(?:launch(?:e[sd])?|releas(?:e[sd]?|ing)|introduc(?:e[sd]?|ing)|unveil(?:s|ed)?|debut(?:s|ed)?|present(?:s|ed)|"
    r"announc(?:e[sd])|came out|comes out|is out|ship(?:s|ped)|publish(?:es|ed)|arriv(?:e[sd]|ing)|went live)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(words("the a an of to in on at by for and or with from its it is was has had have be as that this"))


@dataclass(frozen=True)
class _Line:
    """A line of the timeline with what it is compared by."""

    moment: Moment
    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    negated: bool = False
    launch: bool = False


def timeline(dossier: Dossier) -> tuple[Moment, ...]:
    """Return the dated lines of a dossier, the oldest first; sentences that tell of the same share a line."""
    sources = {source.key: source for source in dossier.release.sources}
    own = re.compile(
        rf"{re.escape(dossier.release.name.split()[-1])}|^(?:it|the (?:model|tool|app|device))\b", re.IGNORECASE
    )
    lines = [line for each in dossier.sentences if (line := _line(each, sources[each.source], own))]
    lines += [_Line(moment) for source in sources.values() for moment in _of_source(source, dossier)]
    lines.sort(key=lambda line: (line.moment.start, -len(line.moment.date), not line.launch))
    days = (list(day) for _, day in groupby(lines, key=lambda line: line.moment.date))
    return tuple(moment for day in days for moment in _merged(day))


def _line(sentence: Sentence, source: Source, own: re.Pattern[str]) -> _Line | None:
    """Return a sentence under the first day that it names, or under the first month or year if it names no day."""
    if sentence.kind == "heading" and len(sentence.text.split()) < 5:
        return None
    mentions = [each for each in read_dates(sentence.text, source.date) if each.start and not each.relative]
    if not mentions:
        return None
    mention = next((each for each in mentions if each.precision == "day"), mentions[0])
    assert mention.start
    start, end = mention.span
    rest = f"{sentence.text[:start]} {sentence.text[end:]}"
    tokens = re.findall(r"[^\W\d_]+|\d[\d.,]*", rest.lower())
    moment = Moment(
        date=mention.iso or "",
        start=mention.start,
        text=_without_leading(sentence.text, mention),
        cites=(sentence.cite,),
    )
    return _Line(
        moment,
        words=frozenset(token[:5] for token in tokens if token[0].isalpha() and token not in _SMALL),
        numbers=frozenset(token.rstrip(".,") for token in tokens if token[0].isdigit()),
        negated=bool(_NEGATION.search(rest)),
        launch=bool(_LAUNCH.search(rest) and own.search(moment.text)),
    )


def _without_leading(text: str, mention: DateMention) -> str:
    """Return a line of a list of dates without the date that it begins with."""
    start, end = mention.span
    after = _LEADING.match(text, end)
    if start > 1 or not after or not any(c.isalpha() for c in text[after.end() :]):
        return text
    rest = text[after.end() :]
    return rest[:1].upper() + rest[1:]


def _of_source(source: Source, dossier: Dossier) -> Iterator[Moment]:
    first = next((sentence.cite for sentence in dossier.of(source.key)), None)
    cites = (first,) if first else ()
    whose = f"“{source.title or source.key}”" + (f" ({source.publisher})" if source.publisher else "")
    if source.date:
        yield Moment(date=source.date.isoformat(), start=source.date, text=f"{whose} is published.", cites=cites)
    for day in source.revised:
        yield Moment(date=day.isoformat(), start=day, text=f"{whose} is found changed.", cites=cites)


def _merged(day: list[_Line]) -> list[Moment]:
    """Return the lines of one day, those that tell of the same as one: the fullest, with all their citations."""
    kept: list[_Line] = []
    for line in day:
        for place, other in enumerate(kept[:MOST_COMPARED]):
            if _tell_the_same(line, other):
                fuller = max(other.moment, line.moment, key=lambda moment: len(moment.text))
                cites = tuple(dict.fromkeys((*other.moment.cites, *line.moment.cites)))
                kept[place] = replace(
                    other,
                    moment=fuller.model_copy(update={"cites": cites}),
                    words=line.words | other.words,
                    numbers=line.numbers | other.numbers,
                )
                break
        else:
            kept.append(line)
    return [line.moment for line in kept]


def _tell_the_same(a: _Line, b: _Line) -> bool:
    """Whether two lines of one day tell of one thing: the launch, or half of their words in common.

    Lines of which each has a number that the other lacks, or of which one denies, are never one.
    """
    if not a.words or not b.words or a.negated != b.negated:
        return False
    if a.launch and b.launch:
        return True
    common, fewest = len(a.words & b.words), min(len(a.words), len(b.words))
    alike = common >= 0.5 * len(a.words | b.words) or (fewest >= 4 and common >= 0.8 * fewest)
    return alike and (a.numbers <= b.numbers or b.numbers <= a.numbers)
