"""A sentence as a row of stems, in which phrases can be found whatever their endings, hyphens and spelling."""

import re
from functools import lru_cache
from typing import NamedTuple

from panel.evidence.words import words

_PIECE = re.compile(
    r"[$€£¥]\s?\d[\d.,]*\d|[$€£¥]\s?\d"  # money
    r"|\d+(?:[.,]\d+)*\s?%"  # a percentage
    r"|\d+(?:[.,]\d+)*(?![^\W\d_])"  # a number
    r"|[^\W_]+(?:['’][^\W\d_]+)*(?:\.[^\W\d_]+(?!\w))*"  # a word; also llama.cpp, Node.js
    r"|\.\.\.|[.,;:?!()\[\]—–…|]"
)

_NUMBERS = frozenset(
    words(
        """
        two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds
        thousand thousands million millions billion billions dozen dozens
        """
    )
)

_FORMS = """
    break: broke broken; build: built; buy: bought; come: came; cut: cut; draw: drew drawn; fall: fell fallen;
    feel: felt; forget: forgot; find: found; freez: froze frozen; giv: gave given; hold: held; keep: kept;
    know: knew known; leav: left; los: lost; mak: made; meet: met; pay: paid; run: ran; say: said; sell: sold;
    send: sent; show: shown; shut: shut; spend: spent; steal: stole stolen; tak: taken took;
    throw: threw thrown; tell: told; go: went; gone: gone; withdraw: withdrew withdrawn; win: won;
    writ: wrote written; choos: chosen chose; api: apis; gpu: gpus; cpu: cpus;
    licens: licence license licences licenses; grow: grew grown; rise: rose risen; people: people;
    child: children; data: data; less: less; program: programme programmes; center: centre centres; mouse: mice;
    index: indices; analyz: analyse; tie: tying; die: dying; lie: lying; wear: wore worn
"""
"""Stems of forms that no rule gives."""

_IRREGULAR = {
    form: entry.partition(":")[0].strip() for entry in _FORMS.split(";") for form in entry.partition(":")[2].split()
}


_PARTS = {
    "cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "i'm": ("i",), "let's": ("let",),
}  # fmt: skip

_UNTOUCHED = frozenset(
    words(
        """
        is are was were be been being has have had does do did this its as us thus always perhaps less yes
        unless across during nothing anything something everything thing need bring string king ring spring
        speed feed seed bed red shed need exceed indeed hundred led used does goes news process access
        business wireless canvas lens series species
        """
    )
)


class Row(NamedTuple):
    """A sentence cut into stems."""

    text: str
    """The sentence."""
    stems: tuple[str, ...]
    """Stem of every token; punctuation stands for itself."""
    spans: tuple[tuple[int, int], ...]
    """Where every token stands in the text."""
    kinds: tuple[str, ...]
    """``w`` word, ``#`` number, ``$`` money, ``%`` percentage, ``@`` year, ``,`` punctuation."""

    def word(self, place: int) -> str:
        """Return a token as it is spelt, in lower case, without a possessive."""
        start, end = self.spans[place]
        return self.text[start:end].lower().replace("’", "'").removesuffix("'s")


def row(text: str) -> Row:
    """Cut a sentence into stems."""
    stems: list[str] = []
    spans: list[tuple[int, int]] = []
    kinds: list[str] = []
    for found in _PIECE.finditer(text):
        for stem, kind in _read(found.group()):
            stems.append(stem)
            spans.append(found.span())
            kinds.append(kind)
    return Row(text, tuple(stems), tuple(spans), tuple(kinds))


@lru_cache(maxsize=20_000)
def _read(piece: str) -> tuple[tuple[str, str], ...]:
    first = piece[0]
    if first in "$€£¥":
        return ((piece.replace(" ", ""), "$"),)
    if piece[-1] == "%":
        return ((piece.replace(" ", ""), "%"),)
    if first.isdigit() and piece.replace(".", "").replace(",", "").isdigit():
        year = len(piece) == 4 and piece[:2] in ("19", "20")
        return ((piece, "@" if year else "#"),)
    if not first.isalnum():
        return (("..." if piece == "…" else piece, ","),)
    word = piece.lower().replace("’", "'")
    if word in _PARTS:
        return tuple((part, "w") for part in _PARTS[word])
    head, _, tail = word.partition("'")
    if tail == "t" and head.endswith("n") and len(head) > 2:
        return ((head[:-1], "w"), ("not", "w"))
    return ((stem(head), "#" if head in _NUMBERS else "w"),)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word's stem: lower case, without its ending, British and American spelling alike.

    Only a key to compare by: ``crashes``, ``crashed`` and ``crashing`` share one, and so do ``colour`` and ``color``.
    """
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _UNTOUCHED or not word.isalpha():
        return word
    word = _without_verb_ending(_without_plural(word))
    if word.endswith("our") and len(word) > 5:
        word = f"{word[:-3]}or"
    if word.endswith("is") and len(word) > 5:
        word = f"{word[:-2]}iz"
    return word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and any(c in "aeiouy" for c in rest) and rest[-1] != "e":
            if word.endswith("ied"):
                return f"{word[:-3]}y"
            double = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if double else rest
    return word[:-1] if word.endswith("e") and len(word) > 3 and not word.endswith("ee") else word
