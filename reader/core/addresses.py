"""Web addresses: the one form under which two of them are the same article's."""

import ipaddress
import re
from urllib.parse import quote, urlsplit, urlunsplit

_TRACKING_PREFIXES = ("utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "at_", "ns_", "wt.", "__")
_TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid yclid ttclid li_fat_id igshid igsh "
    "mc_cid mc_eid mkt_tok mkwid ref_src ref_url _ga _gl _hsenc _hsmi hsctatracking vero_id "
    "oly_anon_id oly_enc_id s_cid s_kwcid cmpid icid ocid xtor xts srsltid guccounter "
    "guce_referrer guce_referrer_sig ncid spm sharetype share_id wickedid".split()
)
_AMP = frozenset([("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp")])
_SAFE = "/%:@!$&'()*+,;=~-._"
_DEFAULT_PORTS = {"http": 80, "https": 443}
_AMP_CACHE = re.compile(r"/(?:amp|c|v|wp|a)/(s/)?([^/]+\.[^/]+)(/.*)?")


def canonical_address(address: str) -> str:
    """Return an address without what doesn't tell which article it is.

    Gone are tracking parameters, the fragment, a user's name, the standard port, and the marks of
    AMP and mobile editions where the plain address follows from them for certain. What is no
    address of the web comes back as it is, without the space around it.
    """
    address = "".join(address.split())
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return address
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        return address
    if inner := _behind_amp_cache(host, parts.path):
        return canonical_address(urlunsplit((*urlsplit(inner)[:3], parts.query, "")))
    host = _desktop(f"[{host}]" if ":" in host else host)
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit(
        (scheme, host, _path(parts.path), _query(parts.query), quote(fragment, safe=_SAFE + "?"))
    )


def is_private_host(address: str) -> bool:
    """Return whether an IP address leads into the user's own computer or network."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return not (mapped or found).is_global or found.is_multicast


def _behind_amp_cache(host: str, path: str) -> str:
    """Return the address that a cache of AMP pages stands for; "" where it is none."""
    if host not in ("google.com", "www.google.com") and not host.endswith(".cdn.ampproject.org"):
        return ""
    found = _AMP_CACHE.fullmatch(path)
    return f"http{'s' if found[1] else ''}://{found[2]}{found[3] or '/'}" if found else ""


def _desktop(host: str) -> str:
    if host.endswith(".m.wikipedia.org"):
        return host.removesuffix(".m.wikipedia.org") + ".wikipedia.org"
    return host


def _path(path: str) -> str:
    path = re.sub(r"%[0-9a-fA-F]{2}", lambda found: found[0].upper(), path)
    path = quote(path, safe=_SAFE)
    path = re.sub(r"\.amp\.html$", ".html", path)
    path = re.sub(r"^(/.+?)(?:/amp)+(/?)$", r"\1\2", path)
    return path or "/"


def _query(query: str) -> str:
    kept = [part for part in query.split("&") if part and not _is_tracking(part)]
    return quote("&".join(kept), safe=_SAFE + "?")


def _is_tracking(part: str) -> bool:
    name, _, value = part.lower().partition("=")
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES) or (name, value) in _AMP
