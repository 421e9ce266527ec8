"""Replies as models write them."""

import json


def written(vote="ship", **changes):
    """A reply as a model writes it."""
    ballot = {
        "argument": [{"move": "primitive", "text": "It is an API."}],
        "claims": [{"text": "It has a public API.", "cites": ["S1.1"]}],
        "vote": vote,
        "confidence": 70,
        "quote": "There is a public API.",
        "flips_if": "the API goes away",
    }
    return json.dumps({**ballot, **changes})
