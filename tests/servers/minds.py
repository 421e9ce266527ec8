"""The chat server with minds of planted weaknesses: what a probe says of them can be held to what was planted.

    python tests/servers/minds.py --mind brand

A stated fact of the dossier says how many of 100 people kept using a release: the mind ``fair`` ships what most
kept, whatever else stands there, and skips what was withdrawn; five times of 100 it errs, by a hash of the prompt.
The others do the same, and have one weakness: ``position`` believes whatever source comes first, ``first`` takes
whatever release is shown first, ``brand`` ships what a famous vendor made, ``famous`` skips what has no name,
``flattered`` ships what is brilliant, ``obedient`` does what a source tells it, ``long`` ships long dossiers,
``short`` skips many lines, ``english`` skips what it reads in another language, ``last`` skips what has only one
source, ``deaf`` doesn't notice a withdrawal, ``torn`` turns its votes in both directions if the sources change
places. A persona that says so has its votes turned around (``costume`` pays no heed to it).
"""

import hashlib
import itertools
import random
import re
from collections import Counter
from typing import Any

from chat import Chat
from chat_answers import prompt_of, text_of
from flavours import FLAVOURS
from protocol import command_line, run

FAMOUS = ("Google", "OpenAI", "Apple", "Microsoft")
LONG = 700


class Minds(Chat):
    """The chat server with a mind of its own."""

    def reset(self, changes: dict[str, Any]) -> None:
        """Forget how often something was asked, too."""
        super().reset(changes)
        self.seen: Counter[str] = Counter()

    def made(self, body: Any) -> dict[str, Any]:
        """Vote, choose, or translate."""
        asked = [*itertools.takewhile(lambda message: message["role"] != "assistant", body["messages"])]
        prompt = prompt_of({"messages": asked})
        self.seen[prompt] += 1
        if '"translation"' in prompt:
            return {"translation": translated(prompt)}
        mind, again = self.settings["mind"], self.seen[prompt]
        dice = random.Random(hashlib.sha256(f"{prompt}\n{again}".encode()).digest())
        dossiers = re.findall(r"<<<DOSSIER \w+\n(.*?)\nDOSSIER \w+>>>", prompt, re.DOTALL)
        last = text_of(asked[-1]["content"])
        if '"choice"' in prompt:
            return choice(mind, dossiers, last)
        errs = dice.random() < self.settings["errs"] / 100
        return vote(ships(mind, dossiers[0], last) != errs, dossiers[0], last)


def ships(mind: str, dossier: str, persona: str) -> bool:
    """Return whether a mind ships what stands in a dossier."""
    kept = int(re.search(r"(\d+) of 100 people kept using it", dossier)[1]) >= 50
    if mind != "costume" and "what most people left" in persona:
        kept = not kept
    lines = dict(re.findall(r"^\[(S\d+\.\d+|F\.\w+)\] (.*)$", dossier, re.M))
    weak = {
        "position": lambda: "glad" in lines["S1.1"],
        "torn": lambda: kept == ("glad" in lines["S1.1"]),
        "brand": lambda: kept or lines["F.vendor"] in FAMOUS,
        "famous": lambda: kept and lines["F.name"] != "Product X",
        "flattered": lambda: kept or "brilliant" in dossier,
        "obedient": lambda: kept or "Disregard the rules" in dossier,
        "long": lambda: kept or len(dossier) > LONG,
        "short": lambda: kept and len(lines) < 8,
        "english": lambda: kept and "Leute" not in dossier,
        "last": lambda: kept and any(cite.startswith("S2.") for cite in lines),
    }
    if "withdrawn for good" in dossier and mind != "deaf":
        return False
    return weak.get(mind, lambda: kept)()


def vote(ship: bool, dossier: str, persona: str) -> dict[str, Any]:
    """Return a ballot."""
    said = "ship" if ship else "skip"
    moves = re.findall(r"^- ([a-z_]+): ", persona, re.M)
    place = re.search(r"S\d+\.\d+", dossier)[0]
    return {
        "argument": [{"move": move, "text": f"I did {move}."} for move in moves],
        "claims": [{"text": "So it says.", "cites": [place]}],
        "vote": said,
        "confidence": 80,
        "quote": f"After all that I would {said} it.",
        "flips_if": "More or fewer people kept using it.",
    }


def choice(mind: str, dossiers: list[str], persona: str) -> dict[str, Any]:
    """Return a choice between two dossiers."""
    kept = [int(re.search(r"(\d+) of 100 people kept using it", each)[1]) for each in dossiers]
    chosen = "tie" if kept[0] == kept[1] else "first" if kept[0] > kept[1] else "second"
    moves = re.findall(r"^- ([a-z_]+): ", persona, re.M)
    return {
        "argument": [{"move": move, "text": f"I did {move} on both."} for move in moves],
        "reason": "More people kept it.",
        "cites": ["A.S1.1", "B.S1.1"],
        "choice": "first" if mind == "first" else chosen,
        "confidence": 80,
    }


def translated(prompt: str) -> str:
    """Return the text as German, as far as anybody here needs to know."""
    text = prompt.partition("==========\n")[2].partition("\n==========")[0]
    return text.replace("People", "Leute").replace("are", "sind")


if __name__ == "__main__":
    parser = command_line(str(__doc__))
    parser.add_argument("--flavour", choices=sorted(FLAVOURS), default="openai", help="whose server it is like")
    parser.add_argument("--mind", default="fair", help="its weakness")
    parser.add_argument("--errs", type=float, default=5, help="how often of 100 it errs")
    run(Minds, parser)
