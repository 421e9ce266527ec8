"""Tests of panel.llm.embedded.model_file."""

import shutil
from pathlib import Path

import gguf
import pytest

from panel.errors import DeclarationError
from panel.llm.embedded.model_file import read_model_file
from tests.llm.tiny_gguf import write_tiny_gguf


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole model."""
    return write_tiny_gguf(tmp_path_factory.mktemp("models") / "model.gguf", context=4_321)


def test_the_header_tells_the_trained_context(model: Path) -> None:
    """Read from the file itself, without loading it."""
    assert read_model_file(model).context == 4_321


def test_the_identity_is_the_weights_and_not_the_folder(model: Path, tmp_path: Path) -> None:
    """A copy elsewhere is the same model; other weights under the same name aren't."""
    copy = Path(shutil.copy(model, tmp_path / model.name))
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    other = write_tiny_gguf(elsewhere / model.name, context=4_321, seed=2)
    known, same, different = (read_model_file(each).identity for each in (model, copy, other))
    assert known == same != different
    assert known.startswith("gguf:model.gguf@")
    assert "/" not in known


@pytest.mark.parametrize("share", [0.0002, 0.01, 0.03, 0.1, 0.5, 0.9])
def test_a_file_that_breaks_off_is_noticed(model: Path, tmp_path: Path, share: float) -> None:
    """Wherever it breaks off, from its header to its tensors, one sentence says so."""
    content = model.read_bytes()
    file = tmp_path / "part.gguf"
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(DeclarationError, match="breaks off; fetch it again"):
        read_model_file(file)


def test_another_kind_of_file_is_named_by_its_first_bytes(tmp_path: Path) -> None:
    """A safetensors or zip file under the wrong name isn't taken for a model."""
    file = tmp_path / "model.gguf"
    file.write_bytes(b"PK\x03\x04 and more")
    with pytest.raises(DeclarationError, match=r"isn't a GGUF file: it begins with b'PK"):
        read_model_file(file)


def test_an_empty_file_is_no_model(tmp_path: Path) -> None:
    """Nothing at all is said to be no GGUF file either."""
    file = tmp_path / "model.gguf"
    file.touch()
    with pytest.raises(DeclarationError, match="isn't a GGUF file"):
        read_model_file(file)


def test_a_missing_file_is_answered_with_those_beside_it(model: Path) -> None:
    """A slip in the name shows the names that there are."""
    with pytest.raises(DeclarationError, match=r"no such GGUF file; in its folder there is model\.gguf"):
        read_model_file(model.with_name("modle.gguf"))


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    """A folder of models asks for one of them."""
    with pytest.raises(DeclarationError, match="it is a folder"):
        read_model_file(tmp_path)


def test_an_adapter_is_not_a_language_model(tmp_path: Path) -> None:
    """GGUF files hold other things too."""
    file = tmp_path / "lora.gguf"
    writer = gguf.GGUFWriter(str(file), "llama")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.close()
    with pytest.raises(DeclarationError, match="holds an adapter"):
        read_model_file(file)


def test_every_part_of_a_split_model_is_looked_for(model: Path, tmp_path: Path) -> None:
    """The first of three parts alone can't be loaded."""
    first = Path(shutil.copy(model, tmp_path / "m-00001-of-00003.gguf"))
    with pytest.raises(DeclarationError, match=r"m-00002-of-00003\.gguf: there is no such GGUF file"):
        read_model_file(first)
