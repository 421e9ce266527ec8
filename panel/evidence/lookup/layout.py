"""How a dossier is laid out: which sentence stands under which heading, in which table, behind which sentence, from what day."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from panel.domain.release import Dossier, Sentence
from panel.evidence.currencies import CODES
from panel.evidence.dates import DateMention
from panel.evidence.lazily import lazily
from panel.evidence.lowered import word_set
from panel.evidence.names import key_of
from panel.evidence.passages import Passage
from panel.evidence.words import words

_PLAIN = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*|[%$€£¥₹]")
_MONEY = re.compile(
    rf"[$€£¥₹₩₪₫฿₴₺₽₦₱]\s?\d|\d\s?[$€£¥₺₽₴₪円元]|\b(?:{'|'.join(sorted(CODES))})(?:\b|(?=\d))|"
    r"\d\s?(?:kr|zł|Kč|Ft|lei)\b|\b(?:RM|Rp|Rs|KSh|kr|S/)\.?\s?\d|[₡₲₵₸₾]\s?\d|\b(?:[Dd]ollars?|[Ee]uros?|[Ff]ranken|[Kk]ronen|quid|pence|pounds?|yen|rupees?|francs?|crowns|soles|lira|kron[ao]r?|kroner|yuan|z[lł]oty\w*|pesos|reais|shekels?|forints?|koruna|ringgit|baht|dirhams?|won|"
    r"[Cc]ents?|bucks)\b"
)
_COINS = words(
    "dollar dollars euro euros franken kronen quid pence pound pounds yen rupee rupees franc francs crowns soles lira krona kronar krono kronor kroner yuan pesos "
    "reais shekel shekels forint forints koruna ringgit baht dirham dirhams won cent cents bucks kr zł kč ft lei rm rp rs ksh"
)
_MONEY_WORDS = frozenset((*_COINS, *(code.lower() for code in CODES)))
_GLUED = re.compile(r"[0-9](?:(?<=[A-Zphrs][0-9])|(?=[kzKFl]))")
"""A digit that a code or coin may be glued to: ``USD40``, ``49kr``."""
_RUN = re.compile(r"[A-Z][a-z]+\s(?:[A-Z][a-z]+\s){0,4}[A-Z][a-z]+")


class Layout:
    """The sentences of a dossier, each with what stands round it."""

    dossier: Dossier
    """What was read."""
    passages: tuple[Passage, ...]
    """Its facts and sentences, in order."""

    def verbatim(self, text: str) -> int | None:
        """Return the place of the sentence that has these very words, punctuation and case aside; None if none has."""
        wanted = plain(text)
        if not wanted:
            return None
        at = self._told.find(wanted)
        return bisect_right(self._starts, at) - 1 if at >= 0 else None

    @lazily
    def _told(self) -> str:
        return " ".join(plain(passage.text) for passage in self.passages)

    @lazily
    def _starts(self) -> list[int]:
        lengths = [len(plain(passage.text)) + 1 for passage in self.passages]
        return [0, *accumulate(lengths)][:-1]

    @lazily
    def _sentences(self) -> dict[str, Sentence]:
        return {sentence.cite: sentence for sentence in self.dossier.sentences}

    def written(self, cite: str) -> dt.date | None:
        """Return the day on which the source of a sentence was written."""
        return self._days.get(cite.partition(".")[0])

    @lazily
    def _days(self) -> dict[str, dt.date | None]:
        release = self.dossier.release
        days = {source.key: source.date for source in release.sources}
        return {key: day or release.date for key, day in days.items()} if len(days) == 1 else days

    @lazily
    def priced(self) -> frozenset[int]:
        """The places where a price may stand."""
        return frozenset(
            place
            for place, passage in enumerate(self.passages)
            if _may_price(passage.text) and _MONEY.search(passage.text)
        )

    @lazily
    def headings(self) -> dict[int, int]:
        """The place of the heading under which each sentence stands."""
        found: dict[int, int] = {}
        last: int | None = None
        source = ""
        for place, passage in enumerate(self.passages):
            sentence = self._sentences.get(passage.cite)
            if sentence is None:
                continue
            if sentence.source != source:
                source, last = sentence.source, None
            if sentence.kind == "heading":
                last = place
            elif last is not None:
                found[place] = last
        return found

    @lazily
    def tables(self) -> dict[int, int]:
        """The place of the table's first row for each later row."""
        found: dict[int, int] = {}
        head: int | None = None
        for place, passage in enumerate(self.passages):
            sentence = self._sentences.get(passage.cite)
            if sentence is None or sentence.kind != "row":
                head = None
            elif head is None or _source(passage.cite) != _source(self.passages[head].cite):
                head = place
            else:
                found[place] = head
        return found

    def paragraph(self, place: int) -> tuple[str, int] | None:
        """Return the source and the number of the paragraph in which a sentence stands; None for a fact or heading."""
        sentence = self._sentences.get(self.passages[place].cite)
        return (sentence.source, sentence.paragraph) if sentence and sentence.kind != "heading" else None

    def before(self, place: int) -> int | None:
        """Return the place of the sentence before, if it belongs to the same source and isn't a heading."""
        here = self._sentences.get(self.passages[place].cite)
        there = self._sentences.get(self.passages[place - 1].cite) if place else None
        close = here and there and here.source == there.source and there.kind != "heading"
        return place - 1 if close else None

    @property
    def days_written(self) -> tuple[dt.date, ...]:
        """The days on which the sources were written, as far as they are known."""
        return tuple(day for day in self._days.values() if day)

    def was_written_in(self, mention: DateMention) -> bool:
        """Whether a date is the one on which a source was written."""
        days = self.days_written
        return any(mention.start and mention.end and mention.start <= day <= mention.end for day in days)

    @lazily
    def publishers(self) -> tuple[frozenset[str], ...]:
        """The names of those who published the sources."""
        sources = self.dossier.release.sources
        return tuple(key for source in sources if source.publisher and (key := key_of(source.publisher)))

    def publishes(self, key: frozenset[str], place: int) -> bool:
        """Whether a name is that of who published the source in which a sentence stands."""
        source = self.passages[place].cite.partition(".")[0]
        return any(
            each.key == source and each.publisher and key <= key_of(each.publisher)
            for each in self.dossier.release.sources
        )

    @lazily
    def initials(self) -> frozenset[str]:
        """The initials of all runs of capitalised words: ``SDN`` of a Software Defined Network."""
        return frozenset(
            "".join(word[0] for word in run.split()).upper()
            for passage in self.passages
            for match in _RUN.finditer(passage.text)
            for run in _tails(match.group())
        )

    def is_sentence(self, place: int) -> bool:
        """Whether a place holds a sentence of prose rather than a heading, row, label or question."""
        sentence = self._sentences.get(self.passages[place].cite)
        text = self.passages[place].text
        return bool(sentence and sentence.kind not in ("heading", "row") and not text.rstrip().endswith("?"))


def _may_price(text: str) -> bool:
    """Whether a text has a sign, a code or a coin of money, so that an amount may stand beside it."""
    if not text.isascii() or "$" in text or "S/" in text or "oty" in text:
        return True
    return not word_set(text).isdisjoint(_MONEY_WORDS) or bool(_GLUED.search(text))


def _tails(run: str) -> Iterator[str]:
    """Yield a run of capitalised words and its parts of two words and more."""
    parts = run.split()
    for start in range(len(parts) - 1):
        for end in range(start + 2, len(parts) + 1):
            yield " ".join(parts[start:end])


def plain(text: str) -> str:
    """Return the words of a text in lower case, with single spaces and without punctuation."""
    return " ".join(_PLAIN.findall(text.lower().replace("’", "'")))


def _source(cite: str) -> str:
    """Return the source that a citation is of."""
    return cite.partition(".")[0]
