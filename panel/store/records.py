"""Writing records so that a reader finds the old one or the new one, never half of one."""

import errno
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from panel.errors import DeclarationError, NoRoom
from panel.store.texts import read_bytes

Record = TypeVar("Record", bound=BaseModel)

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
"""Reasons for which no other file could be written either."""


def write_record(path: Path, record: BaseModel) -> None:
    """Write a noun as JSON, in the order of its fields.

    Raises:
        DeclarationError: If it can't be written; what stood there before still stands.
    """
    write_text_atomically(path, record_text(record))


def record_text(record: BaseModel) -> str:
    """Return a noun as the JSON that its file holds."""
    return json.dumps(record.model_dump(mode="json", by_alias=True), indent=2, ensure_ascii=False) + "\n"


def read_record(path: Path, noun: type[Record]) -> Record:
    """Read a noun from its JSON file.

    Raises:
        DeclarationError: If it is missing, damaged, or of a version that this shipskip doesn't understand.
    """
    data = _parsed(read_bytes(path), path)
    if not isinstance(data, dict):
        raise DeclarationError(f"this is no {noun.__name__} record; restore the file or remove it", file=path)
    _check_version(data, noun, path)
    try:
        return noun.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        problem = f"this is no sound {noun.__name__} record: {place!r}: {first['msg'].lower()}; restore it or remove it"
        raise DeclarationError(problem, file=path) from None


def write_text_atomically(path: Path, text: str) -> None:
    r"""Write a text file as :func:`write_bytes_atomically` does.

    Lone surrogates, which UTF-8 can't hold, are written as ``\udXXX``; JSON reads that as what it was.

    Raises:
        DeclarationError: If it can't be written.
    """
    write_bytes_atomically(path, _encoded(text))


def write_bytes_atomically(path: Path, raw: bytes, *, settle: bool = True) -> None:
    """Write a file beside its place, then move it there, so that a crash or a full disk leaves the old one.

    Args:
        path: Its place.
        raw: What it holds.
        settle: Whether to wait until the disk knows of the move; whoever writes several files waits with the last.

    Raises:
        DeclarationError: If it can't be written.
    """
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(beside, raw)
        try:
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        if settle:
            _settle_folder(path.parent)
    except OSError as error:
        raise _unwritten(error, path) from None


def write_if_new(path: Path, text: str) -> None:
    """Write a text file, unless that very text stands there already.

    Raises:
        DeclarationError: If it can't be written.
    """
    write_all_if_new({path: text})


def write_all_if_new(texts: Mapping[Path, str]) -> None:
    """Write the text files of one folder, but for those whose very text stands there already.

    Raises:
        DeclarationError: If one can't be written.
    """
    new = {path: raw for path, text in texts.items() if not _stands(path, raw := _encoded(text))}
    for number, (path, raw) in enumerate(new.items(), start=1):
        write_bytes_atomically(path, raw, settle=number == len(new))


def write_new_text(path: Path, text: str) -> bool:
    """Write a text file only if nothing stands there yet; return whether it was written.

    Raises:
        DeclarationError: If it can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _create_whole(path, _encoded(text))
    except FileExistsError:
        if not path.exists():  # it is a folder above that stands there as a file
            raise DeclarationError(
                "it can't be written (a file stands where its folder should be)", file=path
            ) from None
        return False
    except OSError as error:
        raise _unwritten(error, path) from None
    return True


def _stands(path: Path, raw: bytes) -> bool:
    """Whether a file holds just this."""
    try:
        return path.is_file() and path.read_bytes() == raw
    except OSError as error:
        raise _unwritten(error, path) from None


def _unwritten(error: OSError, path: Path) -> DeclarationError:
    """Return the error to raise about a file that can't be written."""
    kind = NoRoom if error.errno in _NO_ROOM else DeclarationError
    return kind(f"it can't be written ({error.strerror})", file=path)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _create(path: Path, raw: bytes) -> None:
    """Create a file and wait until the disk has it; a failure leaves nothing behind."""
    with path.open("xb") as file:
        try:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _create_whole(path: Path, raw: bytes) -> None:
    """Create a file that nobody ever finds half written: it gets its name when the disk has all of it.

    Raises:
        FileExistsError: There is one already.
    """
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    _create(beside, raw)
    try:
        os.link(beside, path)
    except PermissionError:  # a file system without links; a kill in between may leave half
        _create(path, raw)
    finally:
        beside.unlink(missing_ok=True)
    _settle_folder(path.parent)


def _settle_folder(folder: Path) -> None:
    """Wait until the disk knows the folder's new entry; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _parsed(raw: bytes, path: Path) -> Any:  # noqa: ANN401 - anything that JSON can hold
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        problem = f"this isn't valid JSON ({error.msg.lower()}); restore the file or remove it"
        raise DeclarationError(problem, file=path, line=error.lineno) from None
    except (ValueError, RecursionError):  # no UTF-8, or a number of thousands of digits
        raise DeclarationError("this isn't valid JSON; restore the file or remove it", file=path) from None


def _check_version(data: dict[str, Any], noun: type[BaseModel], path: Path) -> None:
    field = noun.model_fields.get("schema_version")
    if field is None:
        return
    found = data.get("schema_version")
    if found != field.default:
        found = "no schema_version" if found is None else f"schema_version {found!r}"
        problem = (
            f"this record has {found}, but this shipskip understands version {field.default}; update the older one"
        )
        raise DeclarationError(problem, file=path)
