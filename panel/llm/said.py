"""What an error says, in words for a person: without class names, JSON and tracebacks round it."""

import json
import re

_WRAPPING = re.compile(r"^(?:litellm\.)?(?:\w*(?:Error|Exception|Timeout))\s*[:-]?\s+(?=\S)")
_TRAILING = re.compile(r"\s*(?:Traceback \(most recent call last\).*|Handle with `litellm\.\w+`\.?)\s*$", re.DOTALL)


def said(error: BaseException) -> str:
    """Return what an error says, without the names that libraries wrap round it."""
    text = _TRAILING.sub("", str(getattr(error, "message", None) or error))
    while (shorter := _WRAPPING.sub("", text, count=1)) != text:
        text = shorter
    return (_message_in(text) or text).strip()


def _message_in(text: str) -> str | None:
    """Return the message of the JSON that providers answer with, if a text has one."""
    start = text.find("{")
    try:
        found, _ = json.JSONDecoder().raw_decode(text[start:]) if start >= 0 else (None, 0)
    except (ValueError, RecursionError):
        return None
    error = found.get("error") or found if isinstance(found, dict) else None
    if not isinstance(error, dict):
        return error if isinstance(error, str) else None
    message, metadata = error.get("message"), error.get("metadata")
    raw = metadata.get("raw") if isinstance(metadata, dict) else None  # what OpenRouter heard from the real provider
    words = [each for each in (message, raw) if isinstance(each, str) and each]
    return ": ".join(words) or None
