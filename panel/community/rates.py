"""How often one address may do something: token buckets in memory, a bounded number of them."""

import ipaddress
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from panel.errors import DeclarationError

_UNITS = {"s": 1, "m": 60, "h": 3600}
_FORM = re.compile(r"(\d{1,6})\s*/\s*(s|m|h)(?:ec|in|our)?")
_MOST = 50_000
"""Addresses remembered at most; who hasn't come for longest is forgotten first."""


@dataclass(frozen=True)
class Rate:
    """So many times in so long a time."""

    times: int
    """How often; 1 or more."""
    seconds: int
    """In how long a time."""


def read_rate(text: str) -> Rate | None:
    """Read a rate such as ``30/m``; ``off`` is no limit.

    Raises:
        DeclarationError: If it is neither.
    """
    if text.strip().lower() == "off":
        return None
    found = _FORM.fullmatch(text.strip().lower())
    if found is None or not int(found.group(1)):
        raise DeclarationError(f"{text!r} is no rate; write one such as 30/m, 5/s or 500/h, or off")
    return Rate(int(found.group(1)), _UNITS[found.group(2)])


class Limiter:
    """Lets every address do something at a rate, with bursts up to its full number; nothing is written down.

    Args:
        limit: The rate; None lets everybody.
        clock: Seconds that only ever grow.
    """

    def __init__(self, limit: Rate | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._clock = limit, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Return 0 and count one more time if it may go on, else the seconds after which it may."""
        if self._limit is None:
            return 0.0
        key, now = _neighbourhood(address), self._clock()
        full, per_second = float(self._limit.times), self._limit.times / self._limit.seconds
        left, then = self._buckets.get(key, (full, now))
        left = min(full, left + (now - then) * per_second)
        allowed = left >= 1
        self._buckets[key] = (left - 1 if allowed else left, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - left) / per_second


def _neighbourhood(address: str) -> str:
    """Return what counts as one address: an IPv4 address, or the /64 that one IPv6 customer has."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
