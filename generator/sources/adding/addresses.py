"""Addresses of the web: which may be asked for, where they really lead, and when two are the same."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# parameters that say how somebody came to a page, not which page it is
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga|_gl|ref_src|cmpid|ocid|smid|icid|yclid|wt\.mc_id", re.I
)
NAT64 = ipaddress.ip_network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}
IP = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedError(Exception):
    """Why something was not brought in; the message is the rest of a sentence that begins with its name."""


def is_address(text: str) -> bool:
    """Whether a text is a web address, its host and port sound."""
    if re.match(r"[a-z][a-z0-9+.-]*://\S+$", text, re.I) is None:
        return False
    try:
        parts = urlsplit(text)
        return parts.port is None or parts.port > 0
    except ValueError:  # "http://[1", "http://harbour.example:99999"
        return False


def canonical(address: str) -> str:
    """An address as it is compared: without tracking, fragment and default port, its host in small letters."""
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").rstrip(".")
    port = "" if parts.port in (None, PORTS.get(parts.scheme.lower())) else f":{parts.port}"
    host = f"[{host}]" if ":" in host else host
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(key)]
    return urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", urlencode(kept), ""))


def same_page(address: str) -> str:
    """A key that is the same for addresses that differ only in scheme, "www." and a slash at the end."""
    parts = urlsplit(canonical(address))
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def joined(base: str, location: str) -> str:
    """Where a redirect leads."""
    return urljoin(base, location.strip().replace(" ", "%20"))


def is_private(ip: IP) -> bool:
    """Whether an IP address is not one of the public internet, also one that hides in a wider form."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped or ip.sixtofour:
            return is_private(ip.ipv4_mapped or ip.sixtofour)  # type: ignore[arg-type]
        if ip in NAT64:
            return is_private(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return not ip.is_global or ip.is_multicast or ip.is_reserved


def resolved(
    host: str,
    port: int,
    forbidden: Callable[[IP], bool] = is_private,
    ask: Callable[..., Sequence[tuple[object, ...]]] | None = None,
) -> list[str]:
    """The IP addresses of a host, all of them public.

    Args:
        host: a name or an IP address.
        port: its port.
        forbidden: whether an IP address may not be asked.
        ask: the resolver.

    Raises:
        RefusedError: the host is unknown, or one of its addresses is private.
    """
    try:
        answers = (ask or socket.getaddrinfo)(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError(f"its host {host} is not known") from error
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))  # type: ignore[index]
    for each in found:
        if forbidden(ipaddress.ip_address(each.split("%")[0])):
            raise RefusedError(f"{host} is a private address ({each}); --allow-private asks it all the same")
    if not found:
        raise RefusedError(f"its host {host} is not known")
    return found
