"""What all nouns have in common."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, defer_build=True)


def fingerprint(value: Any) -> str:  # noqa: ANN401 - anything that JSON can hold
    """SHA-256 of a value's canonical JSON, as 64 hexadecimal digits.

    Nouns are hashed by their JSON form, so that the digest survives a round trip through a file.
    """
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json")
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_jsonable)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _jsonable(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(f"can't fingerprint {type(value).__name__}")
