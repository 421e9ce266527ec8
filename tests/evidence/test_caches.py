"""What evidence remembers of words and sentences has bounds: a process may read any number of releases."""

import functools
import gc

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.hearing.convene import findings_on


def read(numbers):
    """Look for findings on releases whose words nobody has seen before."""
    for number in numbers:
        text = f"Tool{number} has a public API. It costs {number + 7_000} dollars and Maker{number} made it{number}."
        source = Source(key="S1", text=text)
        findings_on(read_dossier(Release(slug="x", name=f"Tool{number}", sources=(source,))), (), {})


def unbounded():
    """How many answers each cache without bounds keeps."""
    caches = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    ours = [each for each in caches if each.__module__.startswith("panel.")]
    return {
        f"{each.__module__}.{each.__qualname__}": each.cache_info().currsize
        for each in ours
        if each.cache_info().maxsize is None
    }


def test_no_cache_without_bounds_grows_with_what_is_read():
    """Caches that keep everything are those of our own vocabulary."""
    read(range(10))
    before = unbounded()
    read(range(10, 60))
    assert before
    assert unbounded() == before
