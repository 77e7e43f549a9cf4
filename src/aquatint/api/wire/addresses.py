"""Which IP addresses are on the public internet."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
_NEVER_PUBLIC = (
    IPv6Network("64:ff9b:1::/48"),  # local-use NAT64
    IPv6Network("100::/64"),  # discard
    IPv6Network("fec0::/10"),  # site-local, withdrawn but still routed here and there
    IPv6Network("::/96"),  # IPv4-compatible, withdrawn
)


def is_public(text: str) -> bool:
    """Whether the address is neither loopback, link-local, private, shared (CGNAT), multicast nor reserved.

    IPv6 forms that carry an IPv4 address (mapped, 6to4, Teredo, NAT64) are public when that address is too.
    Text that is no address, or has a zone, is not public.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public(address)
    if address.scope_id is not None:
        return False
    inner = _embedded(address)
    if inner is not None:
        return _is_public(inner)
    return _is_public(address) and not any(address in network for network in _NEVER_PUBLIC)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


async def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host name, as the system knows them, each once. Raises OSError."""
    answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))
