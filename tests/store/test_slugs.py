from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.domain.release import Release
from panel.errors import DeclarationError
from panel.store.slugs import checked_slug, slug_from, slug_of


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("releases/Qwen3.6-27B.md", "qwen3-6-27b"),
        ("releases/Qwen3.6-27B", "qwen3-6-27b"),
        ("Café  Zürich!.txt", "cafe-zurich"),
        ("muse-spark", "muse-spark"),
        ("GPT_5.html", "gpt-5"),
    ],
)
def test_slugs_of_paths(path, slug):
    """A slug is the name in lower case, with single dashes."""
    assert slug_of(Path(path)) == slug


def test_names_that_ascii_cannot_spell_stay_apart():
    """Two Chinese names have two slugs, the same one each time."""
    assert slug_from("通义 3") != slug_from("文心 3")
    assert slug_from("通义 3") == slug_from("通义 3")


def test_reserved_names_are_avoided():
    """A release called Compare doesn't share a folder with the comparisons."""
    assert slug_from("Compare") != "compare"


@given(st.text())
def test_no_slug_leaves_its_folder(name):
    """Whatever the name, its slug is a valid one that names a folder directly below."""
    slug = slug_from(name)
    assert checked_slug(slug) == slug
    assert Release(slug=slug, name="x").slug == slug
    base = Path("/somewhere/verdicts")
    assert (base / slug).resolve().parent == base
    assert slug_from(slug) == slug or len(slug) > 100


@given(st.text(alphabet="./\\ab~\0 AZ"))
def test_typed_slugs_stay_in_their_folder(text):
    """What is typed as a slug names a folder directly below, or is refused."""
    try:
        slug = checked_slug(text)
    except DeclarationError:
        return
    base = Path("/somewhere/verdicts")
    assert (base / slug).resolve().parent == base
