"""The collector of unreachable rings waits during a check and runs again afterwards, whatever happens."""

import gc
from threading import Barrier, Thread

import pytest

from panel.evidence.undisturbed import undisturbed


@pytest.fixture(autouse=True)
def collecting():
    """Switch the collector on before each test, and after it."""
    gc.enable()
    yield
    gc.enable()


@undisturbed
def is_on() -> bool:
    """Return whether the collector runs within a check."""
    return gc.isenabled()


@undisturbed
def nested() -> list[bool]:
    """Return whether it runs within a check within a check, and after the inner one."""
    return [is_on(), gc.isenabled()]


def test_it_waits_until_the_outermost_check_ends():
    """A check within a check doesn't switch it on early."""
    assert nested() == [False, False]
    assert gc.isenabled()


def test_it_runs_again_after_an_error():
    """A check that fails leaves it on."""

    @undisturbed
    def fails() -> None:
        raise ValueError("it fails")

    with pytest.raises(ValueError, match="it fails"):
        fails()
    assert gc.isenabled()


def test_it_stays_off_for_those_who_have_switched_it_off():
    """A check doesn't switch on what it didn't switch off."""
    gc.disable()
    is_on()
    assert not gc.isenabled()


def test_it_is_on_when_checks_in_many_threads_have_ended():
    """Checks that overlap never leave it off."""
    together = Barrier(8)

    @undisturbed
    def overlaps() -> None:
        together.wait(timeout=30)

    threads = [Thread(target=overlaps) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gc.isenabled()
