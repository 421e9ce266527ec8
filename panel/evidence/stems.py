"""A sentence as a row of stems, in which phrases can be found whatever their endings, hyphens and spelling."""

import re
from functools import lru_cache
from itertools import chain

from panel.evidence.lazily import lazily
from panel.evidence.words import words

_PIECE = re.compile(
    r"[A-Za-z]++(?!['’.\w])|[,;:?!()—–…|]"  # a plain word or mark, as most are
    r"|[$€£¥]\s?\d[\d.,]*\d|[$€£¥]\s?\d"  # money
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


class Row:
    """A sentence cut into stems.

    Args:
        text: The sentence.
        found: The pieces of it that tokens are made of, in order.
    """

    def __init__(self, text: str, found: list[str]) -> None:
        self.text = text
        self._found = found
        pieces = list(chain.from_iterable(map(_read, found)))
        self.stems: tuple[str, ...]
        """Stem of every token; punctuation stands for itself."""
        self.kinds: tuple[str, ...]
        """``w`` word, ``#`` number, ``$`` money, ``%`` percentage, ``@`` year, ``,`` punctuation."""
        self.keys: tuple[tuple[str, ...], ...]
        """What phrases may find every token by: its stem, ``=`` and its exact form, and ``<number>`` and the like."""
        self.stems, self.kinds, self.keys = zip(*pieces) if pieces else ((), (), ())  # noqa: B905 - all are triples

    @lazily
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where every token stands in the text; read only where a place is asked for, which most sentences aren't.

        Whatever letters a piece begins with begin one wherever they stand, so that the next place where it is found is its own.
        """
        spans: list[tuple[int, int]] = []
        end, text = 0, self.text
        for piece in self._found:
            start = text.index(piece, end)
            end = start + len(piece)
            spans.append((start, end))
        if len(self.stems) > len(spans):
            tokens = map(len, map(_read, self._found))
            return tuple(span for span, several in zip(spans, tokens, strict=True) for _ in range(several))
        return tuple(spans)

    def word(self, place: int) -> str:
        """Return a token as it is spelt, in lower case, without a possessive."""
        keys = self.keys[place]
        return keys[1][1:] if self.kinds[place] == "w" else keys[0]

    def capital(self, place: int) -> bool:
        """Whether a token is a word that begins with a capital."""
        return self.kinds[place] == "w" and self.text[self.spans[place][0]].isupper()


@lru_cache(maxsize=2_048)
def row(text: str) -> Row:
    """Cut a sentence into stems; several readers ask for the same ones."""
    return Row(text, _PIECE.findall(text))


Piece = tuple[str, str, tuple[str, ...]]
"""A token's stem, kind and keys."""

_CLASSES = {
    "#": ("<number>", "<amount>"),
    "@": ("<year>", "<number>", "<amount>"),
    "$": ("<money>", "<amount>"),
    "%": ("<percent>", "<amount>"),
}


@lru_cache(maxsize=5_000)
def _read(text: str) -> tuple[Piece, ...]:
    """Return what one piece of text becomes; ``isn't`` becomes two tokens."""
    word = text.lower().replace("’", "'")
    if word.isalpha() and word != "cannot":
        return (_piece(stem(word), word),)
    kind = _kind(word)
    if kind == ",":
        return (("..." if word == "…" else word, kind, (word,)),)
    if kind != "w":
        figure = word.replace(" ", "")
        return ((figure, kind, (figure, *_CLASSES[kind])),)
    if word in _PARTS:
        return tuple(_piece(part, part) for part in _PARTS[word])
    head, _, tail = word.partition("'")
    if tail == "t" and head.endswith("n") and len(head) > 2:
        return (_piece(head[:-1], head[:-1]), _piece("not", "not"))
    return (_piece(stem(head), head),)


def _piece(stemmed: str, exact: str) -> Piece:
    if exact in _NUMBERS:
        return stemmed, "#", (stemmed, f"={exact}", *_CLASSES["#"])
    return stemmed, "w", (stemmed, f"={exact}")


def _kind(word: str) -> str:
    first = word[0]
    if first in "$€£¥":
        return "$"
    if word[-1] == "%":
        return "%"
    if first.isdigit() and word.replace(".", "").replace(",", "").isdigit():
        return "@" if len(word) == 4 and word[:2] in ("19", "20") else "#"
    return "w" if first.isalnum() else ","


@lru_cache(maxsize=5_000)
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


_VOWELS = frozenset("aeiouy")


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and not _VOWELS.isdisjoint(rest) and rest[-1] != "e":
            if word.endswith("ied"):
                return f"{word[:-3]}y"
            double = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if double else rest
    return word[:-1] if word.endswith("e") and len(word) > 3 and not word.endswith("ee") else word
