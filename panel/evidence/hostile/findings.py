"""From a dossier to what an editor should know of its hostile passages."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, islice

from panel.domain.release import Dossier, Source
from panel.domain.verdict import Finding
from panel.evidence.hostile.aimed import aimed
from panel.evidence.hostile.ballots import forgeries
from panel.evidence.hostile.commands import calls_on_machines, command, talks_of_attacks
from panel.evidence.hostile.disguises import Reading, readings
from panel.evidence.hostile.folding import fold
from panel.evidence.hostile.forged import forged
from panel.evidence.hostile.hidden import hidden, looks_loaded
from panel.evidence.hostile.labels import labels
from panel.evidence.hostile.markup import traps
from panel.evidence.hostile.unseen import bare, unseen
from panel.evidence.sentences import cut
from panel.evidence.undisturbed import undisturbed
from panel.evidence.visible import one_line, visible

_MOST = 100
"""Findings that are told one by one; the rest is counted."""

_PASSAGE = 300
"""Characters of a passage that are shown."""

_OFTEN = 2
"""How often a source that is about such attacks speaks of them."""

_CODED_LINE = re.compile(r"^[\d\s.,;:/|·−•\-–—_+*\u2800-\u28ff]{24,4000}$", re.MULTILINE)
"""A line of nothing but digits, dots and dashes: in a code its full stops end no sentence."""

_PICTURED = re.compile(
    "^(?:[^\\w\n]*[\u249c-\u24e9\U0001f110-\U0001f189\U0001f1e6-\U0001f1ff]){8,400}[^\\w\n]*$", re.MULTILINE
)
"""A line of signs that aren't letters until they are folded: they make no sentence."""

_DATA_ADDRESS = re.compile(r"data:[\w/+.;=-]{0,80};base64,([A-Za-z0-9+/=_-]{16,20000})")


@undisturbed
def hostile_findings(dossier: Dossier, *, by_words: bool = True) -> tuple[Finding, ...]:
    """Find what in a dossier is written for its reviewers rather than about the release.

    Looks at every sentence, every stated fact, every title and publisher, and at what the sources hide: comments,
    invisible characters, encoded runs. What is found disarms nothing by itself: the fence does that.

    Args:
        dossier: The dossier.
        by_words: Whether sources in which no rule finds anything are told of by their words as well.
    """
    found: dict[tuple[str, str], Finding] = {}
    rest = 0
    for finding in chain(_all(dossier), _by_words(dossier, found) if by_words else ()):
        key = (finding.kind, finding.passage or "")
        if key in found:
            continue
        if len(found) < _MOST:
            found[key] = finding
        else:
            rest += 1
    more = Finding(kind="instruction-like", text=f"{rest} more passages of these kinds are not listed.")
    return (*found.values(), more) if rest else tuple(found.values())


def _all(dossier: Dossier) -> Iterator[Finding]:
    sources = {source.key: source for source in dossier.release.sources}

    @cache
    def about_attacks(key: str) -> bool:
        return key in sources and _is_about_attacks(sources[key])

    for cite, place, text in _stated(dossier):
        whole = list(_in_passage(text, cite, f"The {place}"))
        yield from whole or _in_parts(text, cite, f"The {place}")
    for sentence in dossier.sentences:
        yield from _in_passage(
            sentence.text, (sentence.cite,), "This sentence", partial(about_attacks, sentence.source)
        )
    for run, cites in _runs_of_short(dossier):
        yield from _in_passage(run, cites, "A row of short lines")
    for pair, cites in _after_calls(dossier):
        yield from _in_passage(pair, cites, "A passage", partial(about_attacks, cites[0].partition(".")[0]))
    for source in dossier.release.sources:
        yield from _in_source(source, dossier)


def _by_words(dossier: Dossier, found: Mapping[tuple[str, str], Finding]) -> Iterator[Finding]:
    """Yield a finding for each source in which no rule finds anything and that still reads as if it were for reviewers."""
    told = {cite.partition(".")[0] for finding in found.values() for cite in finding.cites}
    for source in dossier.release.sources:
        if (
            source.key not in told
            and (passage := aimed(tuple(dossier.of(source.key))))
            and not _is_about_attacks(source)
        ):
            text = "This passage reads as if it were written for those who judge."
            yield _finding(
                "instruction-like", text, " ".join(each.text for each in passage), tuple(each.cite for each in passage)
            )


def _is_about_attacks(source: Source) -> bool:
    return talks_of_attacks(fold(source.text)) >= _OFTEN


def _stated(dossier: Dossier) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield (cites, name of the place, words) of the stated facts and of the sources' headers."""
    for cite, fact in dossier.facts.items():
        yield (cite,), f"stated {cite.removeprefix('F.')}", fact
    for source in dossier.release.sources:
        for name, words in (
            ("title", source.title),
            ("publisher", source.publisher),
            ("author", source.author),
            ("address", source.url),
        ):
            if words:
                yield (), f"{name} of {source.key}", words
    for tag in dossier.release.tags:
        yield (), "list of tags", tag


def _in_passage(
    text: str, cites: tuple[str, ...], place: str, about_attacks: Callable[[], bool] = lambda: False
) -> Iterator[Finding]:
    """Yield the findings of one sentence, fact or header."""
    for reading in readings(text):
        found = command(reading.words, about_attacks)
        if found or reading.certain:
            what = found.what if found else "gives a command"
            yield _finding(_kind(reading), f"{place} {_disguised(reading)}{what}.", text, cites)
            return
    if not cites or not cites[0].startswith("S"):
        for trap in (*forgeries(text), *traps(text)):
            yield _finding(trap.kind, trap.what, text, cites)
        for each in unseen(text):
            yield _finding("invisible-characters", f"{place} has {each.what}.", text, cites)


def _in_parts(text: str, cites: tuple[str, ...], place: str) -> Iterator[Finding]:
    """Yield the findings of the sentences of a fact or header that has several: a turn of a chat may begin within."""
    parts = cut(text, "S0")
    for part in parts if len(parts) > 1 else ():
        yield from _in_passage(part.text, cites, place)


def _kind(reading: Reading) -> str:
    return "encoded-text" if reading.coded else "instruction-like"


def _disguised(reading: Reading) -> str:
    return f"says in disguise ({reading.disguise}) what " if reading.disguise else "looks like one that "


def _runs_of_short(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield neighbouring sentences of at most three words as one passage, in case a command was cut up."""
    run: list[tuple[str, str]] = []
    for sentence in dossier.sentences:
        if (
            len(sentence.text) <= (24 if sentence.text.isascii() else 5)
            and sentence.text.count(" ") < 3
            and sentence.kind != "row"
            and len(run) < 40
        ):
            run.append((sentence.text, sentence.cite))
            continue
        if len(run) >= 3:
            yield " ".join(text for text, _ in run), tuple(cite for _, cite in run)
        run = []
    if len(run) >= 3:
        yield " ".join(text for text, _ in run), tuple(cite for _, cite in run)


def _after_calls(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield sentences that call on a machine together with the next two, in case these say what for."""
    for number, first in enumerate(dossier.sentences):
        if calls_on_machines(fold(first.text)):
            near = [each for each in dossier.sentences[number : number + 3] if each.source == first.source]
            if len(near) > 1:
                yield " ".join(each.text for each in near), tuple(each.cite for each in near)


def _in_source(source: Source, dossier: Dossier) -> Iterator[Finding]:
    """Yield the findings that need the document as it was, before it was cut into sentences."""
    for each in unseen(source.text):
        passage = visible(source.text[max(0, each.start - 60) : each.start + 60])
        spelt = f" that spell {each.spells[:120]!r}" if len(each.spells) > 3 else ""
        yield _finding("invisible-characters", f"{source.key} has {each.what}{spelt}.", passage, ())
    for line in (source.hidden or "").splitlines():
        if looks_loaded(line):
            text = f"{source.key} hides words from its readers that look like a command."
            yield _finding("hidden-text", text, line, ())
        yield from _in_passage(line, (), f"What {source.key} hides")
    for found in _CODED_LINE.finditer(source.text):
        yield from _in_passage(found.group(), (), f"A line of {source.key}")
    for found in _DATA_ADDRESS.finditer(source.text) if "base64," in source.text else ():
        yield from _in_passage(found.group(1), (), f"An address in {source.key}")
    text = bare(source.text)
    for found in _PICTURED.finditer(source.text) if not source.text.isascii() else ():
        yield from _in_passage(found.group(), (), f"A line of {source.key}")
    for trap in chain.from_iterable(islice(find(text), _MOST) for find in (forgeries, forged, traps, hidden, labels)):
        yield _finding(trap.kind, trap.what, trap.passage, _cites(trap.passage, source.key, dossier))


def _cites(passage: str, key: str, dossier: Dossier) -> tuple[str, ...]:
    """Return the sentence that shows the longest part of a passage, if one does."""
    wanted = sorted(re.findall(r"[\w' ]{6,}", one_line(passage)), key=len, reverse=True)[:2]
    return next(
        ((sentence.cite,) for words in wanted for sentence in dossier.of(key) if words.strip() in sentence.text), ()
    )


def _finding(kind: str, text: str, passage: str, cites: tuple[str, ...]) -> Finding:
    shown = one_line(visible(passage))
    return Finding(
        kind=kind, text=text, passage=shown if len(shown) <= _PASSAGE else f"{shown[:_PASSAGE]}…", cites=cites
    )
