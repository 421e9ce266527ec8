"""Which network addresses a stranger's page may send us to: public ones, and no others."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from panel.errors import DeclarationError

Lookup = Callable[[str, int], Awaitable[list[str]]]
"""Returns the addresses of a host's name, given the port."""

_NAT64 = ip_network("64:ff9b::/96")
_TUNNELS = (ip_network("2002::/16"), ip_network("2001::/32"))
"""6to4 and Teredo: their addresses lead to an IPv4 address of the sender's choice."""
_CLOUD = (ip_network("168.63.129.16/32"), ip_network("192.0.0.0/24"))
"""Public by their numbers, but the inside of clouds: their machines are told secrets there."""


async def system_lookup(host: str, port: int) -> list[str]:
    """Ask the operating system for the addresses of a host.

    Raises:
        OSError: If there is no such host.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not private, loopback, link-local, multicast or reserved."""
    ip = _meant(ip_address(address.partition("%")[0]))
    if isinstance(ip, IPv6Address) and (ip.is_site_local or any(ip in tunnel for tunnel in _TUNNELS)):
        return False
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_unspecified or any(ip in cloud for cloud in _CLOUD)
    )


def not_public(address: str, url: str) -> DeclarationError:
    """Return the error about an address that may not be connected to."""
    problem = f"{url!r} leads to {address!r}, which isn't a public address"
    return DeclarationError(f"{problem}; add --allow-private if you trust it")


def as_literal(host: str) -> str | None:
    """Return the IP address that a host is written as; None if it is a name."""
    try:
        return str(ip_address(host.strip("[]").partition("%")[0]))
    except ValueError:
        return None


def _meant(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return ip.ipv4_mapped
        if ip in _NAT64:
            return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip
