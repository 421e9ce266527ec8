"""What a GGUF file says about itself, read from its header without loading it."""

import contextlib
import hashlib
import mmap
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from panel.errors import DeclarationError

MAGIC = b"GGUF"
ORDINARY_CONTEXT = 4096
"""Tokens of context that a file is taken to have if it doesn't say."""

_VERSIONS = (2, 3)
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
"""GGUF's type of a value → its letter in ``struct``."""
_STRING, _ARRAY = 8, 9
_PART = re.compile(r"-(\d{5})-of-(\d{5})\.gguf$")
_MEGABYTE = 1_000_000
_NOT_MODELS = {"clip": "the picture half of a model", "adapter": "an adapter", "mmproj": "the picture half of a model"}


@dataclass(frozen=True)
class ModelFile:
    """A GGUF file with a language model in it, or the first of its parts."""

    path: Path
    """Where it is."""
    context: int
    """Tokens that the model was trained to read."""
    bytes: int
    """Size of all its parts."""

    @property
    def name(self) -> str:
        """Its name without its folder: what records and errors may show."""
        return self.path.name

    @property
    def identity(self) -> str:
        """``gguf:<name>@<12 hexadecimal digits>``: other weights under the same name are another model.

        The digits hash the size and the first and last megabyte of every part: enough to tell two quantisations or
        two trainings apart, and read in milliseconds where a whole file would take a minute.
        """
        digest = hashlib.sha256()
        for part in parts(self.path):
            size = part.stat().st_size
            with part.open("rb") as file:
                digest.update(f"{size}\n".encode() + file.read(_MEGABYTE))
                file.seek(max(size - _MEGABYTE, 0))
                digest.update(file.read(_MEGABYTE))
        return f"gguf:{self.name}@{digest.hexdigest()[:12]}"


def read_model_file(path: Path) -> ModelFile:
    """Look at a file and at whatever other parts it has.

    Raises:
        DeclarationError: It is missing, isn't GGUF, breaks off, or holds something other than a language model.
    """
    said = [_read(part) for part in parts(path)]
    facts = said[0]
    kind = str(facts.get("general.type", "model")), str(facts.get("general.architecture", ""))
    other = next((_NOT_MODELS[each] for each in kind if each in _NOT_MODELS), None)
    if other is not None:
        raise DeclarationError(f"this GGUF file holds {other}; name the file of the language model itself", file=path)
    context = facts.get(f"{kind[1]}.context_length")
    size = sum(part.stat().st_size for part in parts(path))
    return ModelFile(path, int(context) if isinstance(context, int) else ORDINARY_CONTEXT, size)


def parts(path: Path) -> list[Path]:
    """Return the files of a model: several where its name is such as ``x-00001-of-00003.gguf``, else the one."""
    found = _PART.search(path.name)
    if found is None:
        return [path]
    stem = path.name[: found.start()]
    return [path.with_name(f"{stem}-{number:05}-of-{found[2]}.gguf") for number in range(1, int(found[2]) + 1)]


def _read(path: Path) -> dict[str, object]:
    _check_exists(path)
    try:
        with path.open("rb") as file:
            start = file.read(8)
            if start[:4] != MAGIC:
                raise DeclarationError(
                    f"it isn't a GGUF file: it begins with {start[:4]!r} and not {MAGIC!r}; name a model's .gguf file",
                    file=path,
                )
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return _Header(content, path).facts()
    except (struct.error, IndexError):
        raise DeclarationError("the GGUF file breaks off; fetch it again", file=path) from None
    except OSError as error:
        raise DeclarationError(f"the GGUF file can't be read: {error.strerror}", file=path) from None


def _check_exists(path: Path) -> None:
    if path.is_file():
        return
    if path.is_dir():
        raise DeclarationError("it is a folder; name the .gguf file in it", file=path)
    beside: list[str] = []
    with contextlib.suppress(OSError):
        beside = sorted(each.name for each in path.parent.glob("*.gguf"))
    hint = f"; in its folder there is {', '.join(beside[:3])}" if beside else ""
    raise DeclarationError(f"there is no such GGUF file{hint}", file=path)


class _Header:
    """Reads a header from its start to its end. Reading past the file's end raises struct.error or IndexError."""

    def __init__(self, content: mmap.mmap, path: Path) -> None:
        self._content, self._path, self._at = content, path, len(MAGIC)

    def facts(self) -> dict[str, object]:
        """Return single values by key, and make sure that the file reaches to its last tensor."""
        version = self._number("I")
        if version not in _VERSIONS:
            raise DeclarationError(f"GGUF version {version} can't be read; convert the model anew", file=self._path)
        tensors, keys = self._number("Q"), self._number("Q")
        found = dict(self._facts(int(keys)))
        last = max((self._tensor_offset() for _ in range(int(tensors))), default=0)
        if tensors and self._at + last >= len(self._content):
            raise struct.error
        return found

    def _facts(self, keys: int) -> Iterator[tuple[str, object]]:
        for _ in range(keys):
            name = self._string()
            kind = self._number("I")
            yield name, self._value(int(kind))

    def _value(self, kind: int) -> object:
        if kind in _NUMBERS:
            return self._number(_NUMBERS[kind])
        if kind == _STRING:
            return self._string()
        if kind != _ARRAY:
            raise DeclarationError(f"the GGUF header has a value of unknown type {kind}", file=self._path)
        of, length = int(self._number("I")), int(self._number("Q"))
        if of in _NUMBERS:
            self._at += length * struct.calcsize(_NUMBERS[of])
            return None
        for _ in range(length):
            self._skip_string() if of == _STRING else self._value(of)
        return None

    def _tensor_offset(self) -> int:
        self._skip_string()
        dimensions = int(self._number("I"))
        self._at += 8 * dimensions + 4
        return int(self._number("Q"))

    def _number(self, letter: str) -> int | float:
        (value,) = struct.unpack_from(f"<{letter}", self._content, self._at)
        self._at += struct.calcsize(letter)
        assert isinstance(value, int | float)
        return value

    def _string(self) -> str:
        length = int(self._number("Q"))
        text = self._content[self._at : self._at + length]
        self._at += length
        if len(text) < length:
            raise struct.error
        return text.decode("utf-8", "replace")

    def _skip_string(self) -> None:
        (length,) = struct.unpack_from("<Q", self._content, self._at)
        self._at += 8 + length
