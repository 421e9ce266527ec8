"""Files of JSON lines that people hand in, read with the line of every mistake."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from panel.errors import DeclarationError
from panel.store.texts import read_text

Row = TypeVar("Row", bound=BaseModel)


def read_lines(path: Path, noun: type[Row]) -> Iterator[tuple[int, Row]]:
    """Yield every line of a JSONL file with its number; blank lines are passed over.

    Raises:
        DeclarationError: The file can't be read, or a line isn't what it should be.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, noun.model_validate(json.loads(line))
        except json.JSONDecodeError as error:
            raise DeclarationError(f"this line isn't JSON ({error.msg.lower()})", file=path, line=number) from None
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(str(step) for step in first["loc"]) or "the line"
            wanted = ", ".join(repr(name) for name in noun.model_fields)
            problem = f"{place!r}: {first['msg'].lower()}; a line is an object with {wanted}"
            raise DeclarationError(problem, file=path, line=number) from None
