"""Work that makes many small things and no rings of them, done without looking for such rings all the while."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def undisturbed(work: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Return a function that does the same while the collector of unreachable rings waits."""

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
