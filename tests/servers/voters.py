"""The chat server with voters of known habits: what tuning finds out about them can be held to what was planted.

A dossier says how many of 100 people kept using a release; a release that most kept should ship. A persona says how
many times of 100 it is right; asked again, it draws anew. It argues in the words of its own moves, so that a judge who
knows the personas can tell them apart; asked who wrote a text, it names the card with most of its words.
"""

import hashlib
import random
import re
from collections import Counter
from typing import Any

import chat
from chat_answers import asked_for, prompt_of, text_of
from protocol import command_line, run

_SEEN: Counter[str] = Counter()


def planted(body: dict[str, Any]) -> dict[str, Any]:
    """Answer as a voter of known habits, or as a judge of texts; what is neither is answered as always."""
    prompt = prompt_of(body)
    if '"reviewer"' in prompt:
        return judged(prompt)
    if "revise one part of that text" in prompt:
        return revised(body["model"], prompt)
    kept, right = (
        re.search(r"(\d+) of 100 people kept using it", prompt),
        re.search(r"right (\d+) times of 100", prompt),
    )
    if kept is None or right is None:
        return asked_for(body)
    _SEEN[body["model"] + prompt] += 1
    key = f"{body['model']}\n{prompt}\n{_SEEN[body['model'] + prompt]}"
    dice = random.Random(hashlib.sha256(key.encode()).digest())
    should = int(kept[1]) >= 50
    ships = should == (dice.random() < int(right[1]) / 100)
    if body["model"].endswith("turncoat"):  # a provider has put another model behind the name
        ships = not should and dice.random() < 0.8
    last = text_of(body["messages"][-1]["content"])
    moves = dict(re.findall(r"^- ([a-z_]+): (.+)$", last, re.M))
    places = sorted(set(re.findall(r"\bS\d+\.\d+\b", prompt)))
    vote = "ship" if ships else "skip"
    return {
        "argument": [{"move": move, "text": f"I did this: {words}"} for move, words in moves.items()],
        "claims": [{"text": "Some kept using it.", "cites": [dice.choice(places)]}],
        "vote": vote,
        "confidence": int(right[1]),
        "quote": f"After all that I would {vote} it.",
        "flips_if": "More or fewer people kept using it.",
    }


def judged(prompt: str) -> dict[str, Any]:
    """Name the card that shares most words with the text."""
    text = words(prompt.partition("==========")[2].partition("==========")[0])
    cards = re.findall(r"^Reviewer ([A-Z])\n(.*?)(?=^Reviewer |^How to judge)", prompt, re.M | re.S)
    letter = max(cards, key=lambda card: len(text & words(card[1])))[0]
    return {"why": "Its words are on the card.", "reviewer": letter}


def revised(model: str, prompt: str) -> dict[str, Any]:
    """Make the lens a better one, or a worse one if the model's name says so; leave other parts as they are."""
    part = re.search(r"^The part to revise: (.+)\n=+\n(.*?)\n=+$", prompt, re.M | re.S)
    assert part is not None
    right = 5 if "blunder" in model else 97
    text = re.sub(r"right \d+ times", f"right {right} times", part[2]) if part[1] == "lens" else part[2]
    return {"why": "It guesses too often.", "text": text}


def words(text: str) -> set[str]:
    """Return a text's longer words."""
    return set(re.findall(r"[a-z]{4,}", text.lower()))


if __name__ == "__main__":
    chat.asked_for = planted
    parser = command_line(str(chat.__doc__))
    parser.add_argument("--flavour", choices=sorted(chat.FLAVOURS), default="openai", help="whose server it is like")
    run(chat.Chat, parser)
