import errno
import json
import os

import pytest

from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.store.records import read_record, record_text, write_new_text, write_record, write_text_atomically


class Note(Noun):
    schema_version: int = 1
    zeta: str
    alpha: tuple[int, ...] = ()


def test_records_are_diffable_json(tmp_path):
    """Fields keep their order, text stays readable, the last line ends."""
    path = tmp_path / "deep" / "note.json"
    write_record(path, Note(zeta="größer", alpha=(1, 2)))
    expected = '{\n  "schema_version": 1,\n  "zeta": "größer",\n  "alpha": [\n    1,\n    2\n  ]\n}\n'
    assert path.read_text(encoding="utf-8") == expected
    assert read_record(path, Note) == Note(zeta="größer", alpha=(1, 2))
    assert [each.name for each in path.parent.iterdir()] == ["note.json"]


def test_lone_surrogates_survive(tmp_path):
    """A half character from a model's reply is written as an escape that JSON reads."""
    path = tmp_path / "note.json"
    write_record(path, Note(zeta="x\ud800"))
    assert json.loads(path.read_bytes())["zeta"] == "x\ud800"


@pytest.mark.parametrize("call", ["fsync", "write"])
def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch, call):
    """If a write fails half-way, the old record stands and nothing else lies about."""
    path = tmp_path / "note.json"
    write_record(path, Note(zeta="old"))
    if call == "fsync":

        def full(_):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(DeclarationError, match="No space left"):
            write_record(path, Note(zeta="new"))
    else:
        with pytest.raises(DeclarationError):
            write_text_atomically(path / "below-a-file.json", "new")
    assert read_record(path, Note).zeta == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["note.json"]


def test_new_files_are_never_written_over(tmp_path):
    """Writing a new file says no where something stands already."""
    path = tmp_path / "a" / "x.txt"
    assert write_new_text(path, "one")
    assert not write_new_text(path, "two")
    assert path.read_text() == "one"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "this isn't valid JSON"),
        ("[]", "this is no Note record"),
        ("\xff", "this isn't valid JSON"),
        ('{"schema_version": 2, "zeta": "a"}', "schema_version 2, but this shipskip understands version 1"),
        ('{"zeta": "a"}', "no schema_version"),
        ('{"schema_version": 1, "zeta": 5}', "'zeta'"),
        ('{"schema_version": 1, "zeta": "a", "more": 1}', "'more'"),
        ("[" * 100_000, "this isn't valid JSON"),
    ],
)
def test_damaged_records(tmp_path, text, words):
    """A record that can't be read names its file and what is wrong."""
    path = tmp_path / "note.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(DeclarationError) as caught:
        read_record(path, Note)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.file == path


def test_text_and_file_agree(tmp_path):
    """What is said to be a record's text is what its file holds."""
    note = Note(zeta="a")
    write_record(tmp_path / "n.json", note)
    assert (tmp_path / "n.json").read_text() == record_text(note)
