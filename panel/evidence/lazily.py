"""Attributes that are read when they are first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property as lazily

    __all__ = ["lazily"]
else:

    class lazily:  # noqa: N801 - a decorator
        """What ``functools.cached_property`` is, without the lock that it takes in Python 3.11.

        A sentence has a dozen such attributes, and a dossier thousands of sentences' worth; the lock costs more than
        many of them do. Two threads that ask at once both read, and read the same.
        """

        def __init__(self, read: Callable[[Any], Any]) -> None:
            self._read = read
            self.__doc__ = read.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:  # noqa: ANN401
            if instance is None:
                return self
            found = instance.__dict__[self._name] = self._read(instance)
            return found
