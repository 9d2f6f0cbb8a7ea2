"""What a page says of its article: title, author, outlet, date, address, language."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from itertools import chain, islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from reader.core.addresses import canonical_address
from reader.formats.page.printed import day_in, day_of, printed_author, printed_day

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|WebPage$|Posting$")
_SAVED = re.compile(
    r"saved from url=\(\d+\)\s*(?P<a>\S+)|SingleFile\s+url:\s*(?P<b>\S+)", re.IGNORECASE
)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://|www\.|@|/")
_BY = re.compile(r"^(?:por|texto(?: de)?|by|de)\s*:?\s+", re.IGNORECASE)
_CREDITS = ("cortesía", "archivo", "foto", "getty images")  # whom a picture is from
_TITLE_BREAK = re.compile(r"\s+[|–—·»-]\s+")
_MOST_OUTLET = 5  # words of an outlet's name
_MAX_JSON = 2_000_000  # characters of one script that are looked at
_MAX_VALUE = 500  # characters; what is longer is no title, name or address

_DATE_KEYS = (
    "article:published_time og:article:published_time datepublished dc.date dc.date.issued "
    "dcterms.created date pubdate publishdate parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime".split()
)
_AUTHOR_KEYS = "author article:author dc.creator byl parsely-author sailthru.author".split()
_TITLE_KEYS = "og:title twitter:title dc.title headline".split()
_OUTLET_KEYS = "og:site_name application-name dc.publisher publisher".split()
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What was found; "" where nothing was. `date` is a day in ISO 8601.

    `description` is the page's own summary. `is_closed` is whether the page says that its article
    is for subscribers. `base` is the address that relative links are taken from. `picture` is the
    address of the one that stands for the article elsewhere.
    """

    title: str = ""
    author: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    description: str = ""
    is_closed: bool = False
    base: str = ""
    picture: str = ""


def read_metadata(root: html.HtmlElement, *, address: str = "") -> PageMetadata:
    """Return what the page says; `address` is where it came from, "" where nobody knows."""
    metas = _metas(root)
    said = _json_article(root)
    came_from = address or _saved_from(root)
    base = _base(root, came_from)
    url = _own_address(root, metas, came_from)
    outlet = _name(said.get("publisher")) or _outlet(metas)
    author = _names(said.get("author")) or _meta_author(metas)
    return PageMetadata(
        title=_title(root, metas, said, outlet),
        author=without_outlet_behind(author, outlet),
        outlet=outlet or _outlet_in_window_title(root, metas, _host(url)) or _host(url),
        date=_date(root, metas, said),
        url=url,
        language=_language(root, metas, said),
        description=_first(metas, ["og:description", "description", "twitter:description"]),
        is_closed=str(said.get("isAccessibleForFree", "")).lower() == "false",
        base=base or url,
        picture=_first(metas, ["og:image", "og:image:url", "twitter:image"]),
    )


def guess_missing(found: PageMetadata, root: html.HtmlElement) -> PageMetadata:
    """Return the metadata with what the page prints, or else a library guesses, of the unknown."""
    from trafilatura.metadata import extract_metadata

    found = replace(
        found,
        author=found.author or printed_author(root, found.title),
        date=found.date or printed_day(root, found.title),
    )
    if found.author and found.date:
        return found
    try:
        guessed = extract_metadata(
            root,
            default_url=found.url or None,
            date_config={
                "extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d",
                "max_date": date.today().isoformat(),
            },
        )  # fmt: skip
    except Exception:
        return found
    author = _BY.sub("", (guessed.author or "").replace("; ", ", "))
    author = without_outlet_behind(author, found.outlet)
    author = "" if author.casefold() in _CREDITS else author
    return replace(
        found,
        author=found.author or (author if len(author) <= _MAX_VALUE else ""),
        date=found.date or day_of(guessed.date or ""),
    )


def without_outlet(title: str, outlet: str) -> str:
    """Return a window's title without the outlet's name at its end or start."""
    parts = _TITLE_BREAK.split(title)
    known = _letters(outlet)
    if len(parts) > 1 and known:
        if _letters(parts[-1]) in known or known in _letters(parts[-1]):
            return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")
        if _letters(parts[0]) == known:
            return title[len(parts[0]) :].lstrip(" |–—·»-")
    return title


def without_outlet_behind(author: str, outlet: str) -> str:
    """Return an author without the outlet's name behind it; "" where the outlet stands for one."""
    if _letters(author) == _letters(outlet):
        return ""
    name = author.removesuffix(outlet).rstrip(" ,|–—·-")
    return name if outlet and name and _letters(name) else author


def _metas(root: html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        name = name or element.get("http-equiv") or ""
        value = _clean(element.get("content"))
        if name and value:
            metas.setdefault(name.lower(), value)
    return metas


def _first(metas: dict[str, str], keys: Iterable[str]) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _outlet(metas: dict[str, str]) -> str:
    """Return the outlet's name; its address only where it says no name."""
    stated = [metas[key] for key in _OUTLET_KEYS if key in metas]
    names = [name for name in stated if not _HOST.fullmatch(name)]
    return next(iter(names or stated), "")


def _outlet_in_window_title(root: html.HtmlElement, metas: dict[str, str], host: str) -> str:
    """Return what stands last in the window's title, behind the headline; "" for no outlet's name.

    Where the address is known, the name has to be in it: it may be a section's else.
    """
    window = _clean(next((e.text_content() for e in root.iter("title")), ""))
    headline, *others = _TITLE_BREAK.split(window)
    if not others or _letters(_first(metas, _TITLE_KEYS)) != _letters(headline):
        return ""
    name, known = others[-1], _letters(host)
    words = [_letters(word) for word in name.split()]
    is_known = any(len(word) > 3 and word in known for word in words) or "".join(words) in known
    return name if len(words) <= _MOST_OUTLET and (is_known or not host) else ""


def _json_article(root: html.HtmlElement) -> dict[str, Any]:
    """Return what the page says of its article in JSON-LD; the most fitting type comes first."""
    best: dict[str, Any] = {}
    best_rank = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for item in _items(script.text or ""):
            kinds = item.get("@type")
            kinds = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
            fits = any(_ARTICLE_TYPES.search(kind) for kind in kinds)
            rank = fits * (1 + ("headline" in item) * 2 + ("datePublished" in item))
            if rank > best_rank:
                best, best_rank = item, rank
    return best


def _items(text: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a script in JSON-LD, those of a graph too; broken ones are left out."""
    text = text.strip().removeprefix("<!--").removesuffix("-->")
    if len(text) > _MAX_JSON:
        return
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    waiting = [found]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item[:200]
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity") if key in item]


def _title(root: html.HtmlElement, metas: dict[str, str], said: dict[str, Any], outlet: str) -> str:
    headline = _clean(said.get("headline"))
    headline = "" if headline.endswith(("…", "...")) else headline
    window = _clean(next((e.text_content() for e in root.iter("title")), ""))
    title = _first(metas, _TITLE_KEYS) or headline or window
    return without_outlet(title, outlet)


def _names(value: object) -> str:
    values = value if isinstance(value, list) else [value]
    names = [_BY.sub("", name) for one in values[:12] if (name := _name(one))]
    return ", ".join(dict.fromkeys(name for name in names if not _ADDRESS.search(name)))


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
        value = value[0] if isinstance(value, list) and value else value
    name = _clean(value)
    return "" if _ADDRESS.match(name) else name


def _meta_author(metas: dict[str, str]) -> str:
    return _BY.sub("", _first(metas, [k for k in _AUTHOR_KEYS if not _is_address(metas, k)]))


def _is_address(metas: dict[str, str], key: str) -> bool:
    return _ADDRESS.search(metas.get(key, "")) is not None


def _date(root: html.HtmlElement, metas: dict[str, str], said: dict[str, Any]) -> str:
    stated = [said.get("datePublished"), said.get("dateCreated")]
    stated += [metas[key] for key in _DATE_KEYS if key in metas]
    stated += [e.get("datetime") or e.get("content") for e in _published(root)]
    days = (day_of(_clean(value)) or day_in(_clean(value)) for value in stated)
    return next(filter(None, days), "")


def _published(root: html.HtmlElement) -> list[html.HtmlElement]:
    return root.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")


def _language(root: html.HtmlElement, metas: dict[str, str], said: dict[str, Any]) -> str:
    stated = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")]
    stated += [root.get("xml:lang"), said.get("inLanguage"), metas.get("content-language")]
    stated += [metas.get("og:locale"), metas.get("language"), metas.get("dc.language")]
    names = [name for value in stated if _LANGUAGE.fullmatch(name := _clean(value))]
    # Templates come with “en”, and many a newspaper in another language never changed it.
    others = [name for name in names if not name.lower().startswith("en")]
    for name in others or names:
        parts = name.replace("_", "-").split("-")
        country = [part.upper() if len(part) == 2 else part for part in parts[1:]]
        return "-".join([parts[0].lower(), *country])
    return ""


def _saved_from(root: html.HtmlElement) -> str:
    """Return the address that a browser noted in a comment when it saved the page."""
    comments = chain(root.itersiblings(etree.Comment, preceding=True), root.iter(etree.Comment))
    for comment in islice(comments, 20):
        found = _SAVED.search(comment.text or "")
        if found and (address := found["a"] or found["b"]).startswith(("http://", "https://")):
            return address
    return ""


def _base(root: html.HtmlElement, came_from: str) -> str:
    for element in root.iter("base"):
        if href := _clean(element.get("href")):
            return _joined(came_from, href)
    return came_from


def _own_address(root: html.HtmlElement, metas: dict[str, str], came_from: str) -> str:
    """Return the address that the page gives as its own, if that can be believed."""
    stated = [
        e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").split()
    ]
    stated.append(metas.get("og:url"))
    for value in stated:
        address = _joined(came_from, _clean(value))
        if address and not _is_front_page(address, came_from):
            return canonical_address(address)
    return canonical_address(came_from)


def _is_front_page(address: str, came_from: str) -> bool:
    """Tell whether a page calls the front page of its outlet its own address, as some do."""
    is_bare = urlsplit(address).path in ("", "/") and not urlsplit(address).query
    return is_bare and urlsplit(came_from).path not in ("", "/")


def _joined(base: str, address: str) -> str:
    try:
        whole = urljoin(base, address)
        return whole if address and urlsplit(whole).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _clean(value: object) -> str:
    if not isinstance(value, str):
        return ""
    text = " ".join(value.split())
    if "&" in text:  # entities that were escaped twice
        text = " ".join(unescape(text).split())
    return text if len(text) <= _MAX_VALUE else ""


def _letters(text: str) -> str:
    """Return a text's letters and digits, without case and accents, for comparing names."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())
