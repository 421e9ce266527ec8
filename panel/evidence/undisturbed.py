"""Work that makes many small things and no rings of them, done without looking for such rings all the while."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def undisturbed(work: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Return a function that does the same while the collector of unreachable rings waits.

    A check of 6,000 words makes tens of thousands of things that live until it ends. Python looks through the whole
    heap for rings once or twice meanwhile, for 70 ms each time: a sixth of the check's time, and nothing is found.

    The collector belongs to the process. Whoever finds it on switches it off and on again, in the end and on an error;
    whoever finds it off, within another check or beside one in another thread, leaves it alone. So it is never left
    off, and of checks that overlap without end each one that ends lets it run.
    """

    @wraps(work)
    def run(*args: Arguments.args, **named: Arguments.kwargs) -> Result:
        if not gc.isenabled():
            return work(*args, **named)
        gc.disable()
        try:
            return work(*args, **named)
        finally:
            gc.enable()

    return run
