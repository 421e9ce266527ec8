"""A chat server that also chooses between two dossiers, as its ``--mind`` says, and writes comparisons' texts.

    python tests/servers/choosing.py --mind first
    python tests/servers/choosing.py --mind "brand:Meta"

Minds: ``first`` and ``second`` follow the order; ``brand:NAME`` takes the dossier whose facts have the name, and the
first where neither has; ``likes:WORDS`` takes the dossier that has the words, a tie where both or neither have;
``circle:A,B,C`` takes the dossier with A before one with B, B before C, and C before A. ``maybe`` answers what is no
choice, and mends it when asked again; ``never`` doesn't mend it.
"""

import itertools
import re
from typing import Any

from chat import Chat
from chat_answers import ballot, prompt_of, text_of
from flavours import FLAVOURS
from protocol import command_line, run


class Choosing(Chat):
    """The chat server with a mind of its own about pairs."""

    def made(self, body: Any) -> dict[str, Any]:
        """Choose, write, or vote."""
        asked = [*itertools.takewhile(lambda message: message["role"] != "assistant", body["messages"])]
        prompt = prompt_of({"messages": asked})
        if "reviewer_split" in prompt:
            return written(prompt, self.settings["lies"])
        if '"choice"' not in prompt:
            vote, cast = self.settings["vote"], ballot(body)
            return cast | {"vote": vote, "quote": f"I would {vote} this, and the sources say why."} if vote else cast
        repairing = len(asked) < len(body["messages"])
        return choice(prompt, text_of(asked[-1]["content"]), self.settings["mind"], repairing=repairing)


def choice(prompt: str, persona: str, mind: str, *, repairing: bool) -> dict[str, Any]:
    """Answer which of the two dossiers in a prompt is chosen."""
    dossiers = re.findall(r"<<<DOSSIER \w+\n(.*?)\nDOSSIER \w+>>>", prompt, re.DOTALL)
    moves = re.findall(r"^- ([a-z_]+): ", persona.partition("Your moves")[2].partition("A release earns")[0], re.M)
    names = [re.search(r"^\[[AB]\.F\.name\] (.*)$", dossier, re.M)[1] for dossier in dossiers]
    places = [re.search(r"\[([AB]\.S1\.2)\]", dossier)[1] for dossier in dossiers]
    chosen = decided(mind, dossiers, repairing=repairing)
    won = {"first": names[0], "second": names[1]}.get(chosen, "neither")
    return {
        "argument": [{"move": move, "text": f"{move}: {names[0]} and {names[1]} side by side."} for move in moves],
        "reason": f"What decided it for me speaks for {won}.",
        "cites": places,
        "choice": chosen,
        "confidence": 80,
    }


def decided(mind: str, dossiers: list[str], *, repairing: bool) -> str:
    """Return the choice of a mind."""
    kind, _, words = mind.partition(":")
    if kind in ("first", "second", "tie"):
        return kind
    if kind in ("maybe", "never"):
        return "first" if repairing and kind == "maybe" else "both of them"
    if kind == "circle":
        order = words.split(",")
        first, second = (next(place for place, word in enumerate(order) if word in dossier) for dossier in dossiers)
        return "first" if (second - first) % len(order) == 1 else "second"
    has = [words in (facts(dossier) if kind == "brand" else dossier) for dossier in dossiers]
    if has[0] != has[1]:
        return "first" if has[0] else "second"
    return "first" if kind == "brand" else "tie"


def facts(dossier: str) -> str:
    """Return the lines of a dossier that state facts."""
    return "\n".join(line for line in dossier.splitlines() if re.match(r"\[[AB]\.F\.", line))


def written(prompt: str, lies: bool) -> dict[str, Any]:
    """Write the texts out of the record's own lines; with lies between them, if asked."""
    record = dict(re.findall(r"^\[(R\.\d+)\] (.*)$", prompt, re.M))
    call = next(key for key, text in record.items() if "recommendation" in text)
    panels = [key for key, text in record.items() if text.startswith("Panel on")]
    votes = [key for key, text in record.items() if " votes " in text]
    pricing = next(key for key, text in record.items() if text.startswith("Pricing by rules"))
    name = re.search(r"^This is dossier A: (.*)\.$", prompt, re.M)[1]
    bottom = [{"text": record[key], "cites": [key]} for key in (call, *panels)]
    if lies:
        bottom += [
            {"text": f"{name} has 3 % of the panel.", "cites": panels[:1]},
            {"text": f"{name} won three design awards in Lisbon.", "cites": ["A.S1.1"]},
            {"text": f"Most users prefer {name}.", "cites": panels[:1]},
            {"text": f"{name} is the one that everybody talks about.", "cites": ["A.S9.99"]},
        ]
    return {
        "bottom_line": bottom,
        "pricing_read": [{"text": record[pricing].partition(": ")[2], "cites": [pricing]}],
        "reviewer_split": [{"text": f"{record[key].partition(':')[0]}.", "cites": [key]} for key in votes],
    }


if __name__ == "__main__":
    parser = command_line(str(__doc__))
    parser.add_argument("--flavour", choices=sorted(FLAVOURS), default="openai", help="whose server it is like")
    parser.add_argument("--mind", default="first", help="how it chooses")
    parser.add_argument("--vote", help="what every ballot says, if not what its hash says")
    parser.add_argument("--lies", action="store_true", help="put sentences into the texts that nothing bears out")
    run(Choosing, parser)
