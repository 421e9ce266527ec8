"""The grammar that a small model's ballot can't leave (GBNF, llama.cpp's own notation).

It is bounded everywhere, so a ballot always ends: how long its texts may be follows from how many characters the whole
may have. The persona's moves and the dossier's citations are pinned: the model can neither forget a move nor cite a
line that doesn't exist. The prompt knows nothing of it, so seats with different grammars share their prefix.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from panel.domain.persona import Persona
from panel.llm.schema import ballot_schema

PLAIN = r"[ !#-\x5B\x5D-~]"
"""One character of a text in printable ASCII, as it stands between quotation marks without an escape."""

WIDE = (
    r"""([ !#-\x5B\x5D-~\u00A0-\u00AC\u00AE-\u061B\u061D-\u180D\u1810-\u1FFF\u200C-\u200D\u2010-\u2027\u202F-\u205E"""
    r"""\u2070-\uD7FF\uF900-\uFDCF\uFDF0-\uFDFF\uFE30-\uFE6F\uFF01-\uFFEF\U0001F300-\U0001FAFF\U00020000-\U0003134F]"""
    r""" | "\\\"")"""
)
"""The same in any script, and the escaped quotation mark; nothing invisible, private or unassigned planes."""

_FIRST = {PLAIN: r"[A-Za-z0-9]", WIDE: r"[A-Za-z0-9\u00C0-\u024F\u0370-\u1FFF\u2C00-\uD7FF\uF900-\uFAFF]"}
"""What a text begins with, so that it says something."""

_FEWEST_CLAIMS, _MOST_CLAIMS, _MOST_CITES = 2, 5, 3
_SHARES = {"move": 3.0, "claim": 1.3, "quote": 6.0, "flips_if": 1.5}
_LONGEST = {"move": 700, "claim": 250, "quote": 1_100, "flips_if": 300}
_SHORTEST_QUOTE = 20
_LEAST_SHARE = 6


@dataclass(frozen=True)
class Ballots:
    """The ballots that one persona can cast on one dossier.

    Args:
        persona: Whose moves they make.
        cites: The citations that exist.
    """

    persona: Persona
    cites: Sequence[str]

    def grammar(self, longest: int, *, character: str) -> str:
        """Return the grammar of ballots of at most so many characters.

        Args:
            longest: Characters of the longest ballot; at least ``shortest``.
            character: ``PLAIN`` or ``WIDE``.
        """
        room = self._room(longest)
        rules = {
            "argument": self._argument(),
            "claims": _list("claim", _FEWEST_CLAIMS, _MOST_CLAIMS),
            "vote": '"\\"ship\\"" | "\\"skip\\""',
            "confidence": '"100" | [1-9] [0-9] | [0-9]',
            "quote": _text(room["quote"], _SHORTEST_QUOTE),
            "flips_if": _text(room["flips_if"]),
        }
        order = list(ballot_schema()["properties"])
        lines = [
            f"root ::= {_object((name, name.replace('_', '-')) for name in order)}",
            *(f"{name.replace('_', '-')} ::= {rules[name]}" for name in order),
            f"move-text ::= {_text(room['move'])}",
            f"claim ::= {_object((('text', 'claim-text'), ('cites', 'cites')))}",
            f"claim-text ::= {_text(room['claim'])}",
            f"cites ::= {_list('cite', 0, _MOST_CITES)}",
            f"cite ::= {_cite_rule(self.cites)}",
            f"first ::= {_FIRST[character]}",
            f"char ::= {character}",
        ]
        return "\n".join(lines)

    @property
    def shortest(self) -> int:
        """The least that ``longest`` may be: what the bare form takes, and a few words for every text."""
        return self._form() + int(_LEAST_SHARE * self._shares()) + 1

    def _argument(self) -> str:
        moves = (
            _object((("move", _literal(json.dumps(move.name))), ("text", "move-text"))) for move in self.persona.moves
        )
        return '"[" ' + ' "," '.join(moves) + ' "]"'

    def _room(self, longest: int) -> dict[str, int]:
        """Return the characters that each kind of text may have."""
        share = (longest - self._form()) / self._shares()
        return {kind: min(int(share * weight), _LONGEST[kind]) for kind, weight in _SHARES.items()}

    def _shares(self) -> float:
        times = {"move": len(self.persona.moves), "claim": _MOST_CLAIMS}
        return sum(weight * times.get(kind, 1) for kind, weight in _SHARES.items())

    def _form(self) -> int:
        """Characters of the longest ballot whose texts are all empty."""
        claim = {"text": "", "cites": [max(self.cites, key=len, default="")] * _MOST_CITES}
        empty = {
            "argument": [{"move": move.name, "text": ""} for move in self.persona.moves],
            "claims": [claim] * _MOST_CLAIMS,
            "vote": "ship",
            "confidence": 100,
            "quote": "",
            "flips_if": "",
        }
        return len(json.dumps(empty, separators=(",", ":")))


def _object(members: Iterable[tuple[str, str]]) -> str:
    return '"{" ' + ' "," '.join(f"{_literal(json.dumps(name) + ':')} {rule}" for name, rule in members) + ' "}"'


def _list(item: str, fewest: int, most: int) -> str:
    if fewest:
        return f'"[" {item} ("," {item}){{{fewest - 1},{most - 1}}} "]"'
    return f'"[" ({item} ("," {item}){{0,{most - 1}}})? "]"'


def _text(longest: int, shortest: int = 1) -> str:
    return f'"\\"" first char{{{min(shortest, longest) - 1},{longest - 1}}} "\\""'


def _literal(text: str) -> str:
    return json.dumps(text)


def _cite_rule(cites: Sequence[str]) -> str:
    """Return a rule for exactly these citations, where a source's sentences are numbered without gaps."""
    last: dict[str, int] = {}
    facts = []
    for cite in cites:
        source, _, number = cite.partition(".")
        if re.fullmatch(r"[1-9]\d*", number):
            last[source] = max(last.get(source, 0), int(number))
        else:
            facts.append(cite)
    ways = [_literal(f'"{fact}"') for fact in facts]
    for source, sentences in last.items():
        start, end = _literal(f'"{source}.'), _literal('"')
        ways.append(f"{start} ({' | '.join(up_to(sentences))}) {end}")
    return " | ".join(ways)


def up_to(number: int) -> list[str]:
    """Return patterns that together match the numbers from 1 to this one, and nothing else."""
    digits = str(number)
    ways = [" ".join(["[1-9]", *["[0-9]"] * more]) for more in range(len(digits) - 1)]
    for place, digit in enumerate(digits):
        least, below = (1 if place == 0 else 0), int(digit) - 1
        if below >= least:
            fixed = [_literal(digits[:place])] if place else []
            ways.append(" ".join([*fixed, f"[{least}-{below}]", *["[0-9]"] * (len(digits) - place - 1)]))
    return [*ways, _literal(digits)]
