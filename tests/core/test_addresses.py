"""Addresses in the one form under which they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.addresses import canonical_address, is_private_host

SAME = [
    ("https://a.example/n?utm_source=x&utm_medium=y", "https://a.example/n"),
    ("https://a.example/n?id=3&fbclid=Q&p=2", "https://a.example/n?id=3&p=2"),
    ("https://a.example/n?gclid=1&gbraid=2&mc_eid=3&xtor=RSS-1", "https://a.example/n"),
    ("https://a.example/n?UTM_Source=x", "https://a.example/n"),
    ("HTTPS://WWW.A.Example/Noticia", "https://www.a.example/Noticia"),
    ("https://a.example./n", "https://a.example/n"),
    ("https://a.example:443/n", "https://a.example/n"),
    ("http://a.example:80/n", "http://a.example/n"),
    ("https://a.example:8443/n", "https://a.example:8443/n"),
    ("https://ana:clave@a.example/n", "https://a.example/n"),
    ("https://a.example/n#comentarios", "https://a.example/n"),
    ("https://a.example/#!/n/3", "https://a.example/#!/n/3"),
    ("https://a.example", "https://a.example/"),
    ("  https://a.example/n \n", "https://a.example/n"),
    ("https://a.example/a%c3%b1o", "https://a.example/a%C3%B1o"),
    ("https://a.example/año", "https://a.example/a%C3%B1o"),
    ("https://a.example/n/amp/", "https://a.example/n/"),
    ("https://a.example/n/amp", "https://a.example/n"),
    ("https://a.example/n.amp.html", "https://a.example/n.html"),
    ("https://a.example/n?amp=1", "https://a.example/n"),
    ("https://a.example/n?outputType=amp", "https://a.example/n"),
    ("https://www.google.com/amp/s/a.example/n", "https://a.example/n"),
    ("https://a-example.cdn.ampproject.org/c/s/a.example/n?utm_id=2", "https://a.example/n"),
    ("https://es.m.wikipedia.org/wiki/Faro", "https://es.wikipedia.org/wiki/Faro"),
    ("http://[2001:DB8::1]:8080/n", "http://[2001:db8::1]:8080/n"),
]
KEPT = [
    "https://a.example/n?b=2&a=1",  # the order may matter
    "https://a.example/n?id=",
    "https://a.example/amp",  # the whole of a path is no mark of an edition
    "https://a.example/champ",
    "https://a.example/n?amp=ere",
    "https://m.a.example/n",
    "http://a.example/n",
    "https://a.example/n?q=a%26utm_source=b",
    "mailto:ana@a.example",
    "file:///etc/passwd",
    "no es una dirección".replace(" ", ""),
    "https://[no",
    "",
]


@pytest.mark.parametrize(("address", "canonical"), SAME)
def test_addresses_lose_what_tells_nothing(address: str, canonical: str) -> None:
    assert canonical_address(address) == canonical


@pytest.mark.parametrize("address", KEPT)
def test_addresses_keep_what_may_matter(address: str) -> None:
    assert canonical_address(address) == address


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="/?&=#%aé:@.[]1 amp").map("https://a.example/".__add__),
        st.text(alphabet="/?&=#%aé:@.[]1 amp").map("http://".__add__),
    )
)
def test_addresses_stay_once_canonical(address: str) -> None:
    once = canonical_address(address)
    assert canonical_address(once) == once


@pytest.mark.parametrize(
    "ip",
    "127.0.0.1 10.1.2.3 192.168.1.1 172.16.0.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 ::1 "
    "fe80::1 fe80::1%eth0 fc00::1 ::ffff:127.0.0.1 2002:7f00:1:: nada".split(),
)
def test_addresses_private_ones_are_told(ip: str) -> None:
    assert is_private_host(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_public_ones_are_not(ip: str) -> None:
    assert not is_private_host(ip)
