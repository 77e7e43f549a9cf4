"""Who is calling. On the loopback anybody, elsewhere only holders of a key."""

from __future__ import annotations

from ipaddress import ip_address

from starlette.requests import Request

from aquatint.api.services import Services
from aquatint.errors import HostNotAllowed, InvalidApiKey, MissingApiKey

LOCAL_PROJECT = "local"


def identify(request: Request, services: Services) -> str:
    """The project of the caller. Raises `MissingApiKey`, `InvalidApiKey` or `HostNotAllowed`."""
    if services.settings.is_loopback:
        # A web page whose name was re-pointed to 127.0.0.1 must not use this server as its reader's hands.
        if not names_loopback(request.headers.get("host", "")):
            raise HostNotAllowed
        return LOCAL_PROJECT
    secret = presented_key(request)
    if not secret:
        raise MissingApiKey
    key = services.keys.verify(secret)
    if key is None:
        raise InvalidApiKey(secret)
    return str(key.id)


def presented_key(request: Request) -> str:
    """The key in ``Authorization: Bearer`` or ``api-key``, or ""."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and value.strip():
        return value.strip()
    return request.headers.get("api-key", "").strip()


def names_loopback(host: str) -> bool:
    """Whether a Host header names this machine: localhost, 127.x.y.z or [::1], with any port."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    name = name.strip("[]").lower()
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
