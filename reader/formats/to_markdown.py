"""Write what the user made of articles as Markdown (CommonMark, https://spec.commonmark.org).

Two kinds of text meet here. What comes from an article or its metadata is text, and each character
that Markdown would read as something else is escaped. What the user wrote, notes and comments, is
Markdown and stays as it was typed, inside of a list item: whatever it leaves open, the end of the
item closes, so that nothing of it reaches the rest of the file.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.core.annotations import Annotation, Colour
from reader.core.document import Document, normalize_newlines
from reader.core.entities import Entity
from reader.core.export import ArticleEntity, ArticleExport
from reader.core.identifiers import page_address
from reader.core.mentions import ENTITY_KINDS, Kind

_ITEM = "-   "
"""A list item whose content starts at column 4, a tab stop: tabs keep their width inside of it."""

_DEMOTION = 3
"""What is added to the level of the user's headings; the file's own go down to level 3."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that the file itself says in one language."""

    untitled: str
    annotations: str
    entities: str
    also: str
    may_be: str
    mention: str
    mentions: str
    demonym: str
    demonyms: str
    kinds: Mapping[Kind, str]
    colours: Mapping[Colour, str]


def _words(language: str) -> _Words:
    return _spanish() if language == "es" else _english()


def _spanish() -> _Words:
    return _Words(
        untitled="Sin título",
        annotations="Anotaciones",
        entities="Entidades y notas",
        also="también",
        may_be="puede ser",
        mention="mención",
        mentions="menciones",
        demonym="gentilicio",
        demonyms="gentilicios",
        kinds={
            Kind.PERSON: "Personas",
            Kind.COUNTRY: "Países",
            Kind.PLACE: "Lugares",
            Kind.ORGANIZATION: "Organizaciones",
        },
        colours={
            Colour.YELLOW: "Amarillo",
            Colour.GREEN: "Verde",
            Colour.BLUE: "Azul",
            Colour.PINK: "Rosa",
            Colour.ORANGE: "Naranja",
            Colour.PURPLE: "Morado",
        },
    )


def _english() -> _Words:
    return _Words(
        untitled="Untitled",
        annotations="Annotations",
        entities="Entities and notes",
        also="also",
        may_be="may be",
        mention="mention",
        mentions="mentions",
        demonym="demonym",
        demonyms="demonyms",
        kinds={
            Kind.PERSON: "People",
            Kind.COUNTRY: "Countries",
            Kind.PLACE: "Places",
            Kind.ORGANIZATION: "Organizations",
        },
        colours={colour: colour.value.capitalize() for colour in Colour},
    )


def articles_to_markdown(articles: Sequence[ArticleExport], *, language: str) -> str:
    """Return one Markdown file on all the articles; `language` of its headings is "es" or "en".

    A single article's metadata are the file's front matter. Of several, each has its own below its
    title, as a block of YAML code, since front matter counts at the top of a file alone.
    """
    if len(articles) == 1:
        return article_to_markdown(articles[0], language=language)
    return "\n".join(_article(article, _words(language), alone=False) for article in articles)


def article_to_markdown(article: ArticleExport, *, language: str) -> str:
    """Return a Markdown file on one article; `language` of its headings is "es" or "en".

    It has YAML front matter, the annotated passages with their comments in reading order, and the
    entities by kind with the notes on them; the article's text itself is left out.
    """
    return _article(article, _words(language), alone=True)


def _article(article: ArticleExport, words: _Words, *, alone: bool) -> str:
    metadata = _metadata(article.document)
    title = _one_line(article.document.title) or words.untitled
    parts = [f"# {escape(title)}"]
    if metadata and alone:
        parts.insert(0, f"---\n{metadata}\n---")
    elif metadata:
        parts.append(f"```yaml\n{metadata}\n```")
    if article.annotations:
        parts.append(f"## {words.annotations}")
        parts += [_annotation(annotation, words) for annotation in article.annotations]
    if article.entities:
        parts.append(f"## {words.entities}")
    for kind in ENTITY_KINDS:
        exported = [entity for entity in article.entities if entity.entity.kind is kind]
        if exported:
            parts.append(f"### {words.kinds[kind]}")
            parts.append(_entities(exported, article, words))
    return _writable("\n\n".join(parts) + "\n")


def _annotation(annotation: Annotation, words: _Words) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in escaped_lines(annotation.quote))
    item = f"{_ITEM}**{words.colours[annotation.colour]}**"
    return f"{quote}\n\n{item}{_nested(annotation.comment)}"


def _entities(exported: list[ArticleEntity], article: ArticleExport, words: _Words) -> str:
    names = {each.entity.id: escape(_one_line(each.entity.name)) for each in article.entities}
    items: list[str] = []
    for each in exported:
        entity = each.entity
        name = names[entity.id] or "—"
        item = f"{_ITEM}**{name}**"
        if entity.aliases:
            aliases = ", ".join(escape(_one_line(alias)) for alias in entity.aliases)
            item += f" ({words.also}: {aliases})"
        meant = [names[candidate] for candidate in entity.candidates if candidate in names]
        may_be = [f"{words.may_be}: {', '.join(meant)}"] if meant else []
        item += " · ".join(["", _counts(each, words), *may_be, *_identifiers(entity)])
        note = article.notes.get(entity.id)
        nested = _nested(note.text) if note else ""
        items.append(f"{item}{nested}\n" if nested else item)
    return "\n".join(items).removesuffix("\n")


def _counts(exported: ArticleEntity, words: _Words) -> str:
    """Return how often the article names an entity; a country without a name has demonyms alone."""
    names, demonyms = exported.mention_count, exported.demonym_count
    parts: list[str] = []
    if names or not demonyms:
        parts.append(f"{names} {words.mention if names == 1 else words.mentions}")
    if demonyms:
        parts.append(f"{demonyms} {words.demonym if demonyms == 1 else words.demonyms}")
    return ", ".join(parts)


def _identifiers(entity: Entity) -> Iterator[str]:
    """Yield what an entity is called elsewhere, with the address of its page where it has one."""
    if entity.country_code:
        yield f"ISO 3166 {escape(_one_line(entity.country_code))}"
    for scheme, name in (("geonames", "GeoNames"), ("wikidata", "Wikidata")):
        identifier = _one_line(entity.identifiers.get(scheme, ""))
        address = page_address(scheme, identifier)
        if identifier:
            text = f"{name} {escape(identifier)}"
            yield f"[{text}]({address})" if address else text


def _nested(markdown: str) -> str:
    """Return the user's Markdown as further paragraphs of a list item; "" for none."""
    lines = tame(_writable(normalize_newlines(markdown))).strip("\n").split("\n")
    if not any(line.strip() for line in lines):
        return ""
    indent = " " * len(_ITEM)
    return "\n\n" + "\n".join(indent + line if line else "" for line in lines)


def tame(markdown: str) -> str:
    """Return the user's Markdown with its headings moved down and what it leaves open closed.

    Where it has neither, it is returned as it is.
    """
    lines = markdown.split("\n")
    tokens = MarkdownIt("commonmark").parse(markdown)
    for index in reversed(range(len(tokens))):  # from the end, so that line numbers stay right
        token = tokens[index]
        if token.type == "heading_open" and token.map:
            first, end = token.map
            lines[first:end] = [_demoted(lines[first], token, tokens[index + 1].content)]
    if tokens:
        lines += _closing(tokens[-1], markdown)
    return "\n".join(lines)


def _demoted(line: str, heading: Token, content: str) -> str:
    """Return the line of a heading with a deeper level.

    An underlined one has its `content` on the lines before; it becomes one with number signs.
    """
    level = "#" * min(6, int(heading.tag[1:]) + _DEMOTION)
    if set(heading.markup) == {"#"}:
        return line.replace(heading.markup, level, 1)
    before = line[: max(0, line.find(content.split("\n")[0]))]
    before = re.sub(r"[^ \t>*+\-\d.)]", "", before)  # a no-break space would be in the way
    text = " ".join(part.strip() for part in content.split("\n"))
    # Number signs at the end would count as its closing ones.
    return f"{before}{level} {text}{f' {level}' if text.endswith('#') else ''}"


_HTML_ENDS = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![CDATA[", "]]>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<pre", "</pre>"),
)
"""How the blocks of HTML start that a blank line doesn't end, and with what they end."""


def _closing(last: Token, markdown: str) -> list[str]:
    """Return the lines that close a block of code or HTML that goes on to the end."""
    if last.type == "fence" and last.map:
        fence = re.escape(last.markup[0])
        written = markdown.split("\n")[last.map[0] : last.map[1]]
        closed = len(written) > 1 and re.fullmatch(
            rf" {{0,3}}{fence}{{{len(last.markup)},}}[ \t]*", written[-1]
        )
        return [] if closed else [last.markup]
    if last.type == "html_block":
        text = last.content.lstrip().lower()
        for start, end in _HTML_ENDS:
            if text.startswith(start.lower()) and end.lower() not in text:
                return [end]
    return []


def escape(text: str) -> str:
    """Return one line of text so that Markdown shows it as it is.

    Beyond CommonMark this covers what GitHub, Obsidian and Pandoc read: tables, strikethrough,
    bare addresses, [[links]], #tags, ==marks==, %%comments%%, $mathematics$, citations.
    """
    text = re.sub(r"[\\`*_\[\]{}<#|~$^@]", r"\\\g<0>", text)
    text = re.sub(r"&(?=#|[A-Za-z])", r"\\&", text)
    text = re.sub(r"([=%])(?=\1)", r"\\\1", text)
    text = re.sub(r":(?=//)|(?<=mailto):|(?<=xmpp):", r"\\:", text, flags=re.IGNORECASE)
    return re.sub(r"\b(www)\.", r"\1\\.", text, flags=re.IGNORECASE)


def escaped_lines(text: str) -> list[str]:
    """Return the lines of a text so that Markdown shows each as a line of a paragraph.

    White space around a line is left out, as Markdown has no place for it; a line without content
    is empty, and only one such is kept between two others.
    """
    lines: list[str] = []
    for line in normalize_newlines(text).strip().split("\n"):
        escaped = escape(line.strip())
        escaped = re.sub(r"^[-+>=:]", r"\\\g<0>", escaped)  # list, quote, heading, definition
        escaped = re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", escaped)  # numbered list
        if escaped or (lines and lines[-1]):
            lines.append(escaped)
    return lines or [""]


def _metadata(document: Document) -> str:
    """Return what is known of an article's origin as lines of YAML; "" for nothing.

    The file's path is left out: it is nobody's business where the export goes.
    """
    known = {
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "date": document.date,
        "url": document.url,
        "lang": document.language,
    }
    return "\n".join(f"{key}: {yaml_value(text)}" for key, text in known.items() if text)


def yaml_value(text: str) -> str:
    """Return a text as a YAML scalar: a day as such, all else in double quotes.

    JSON's quoting is YAML's too, but for some characters that YAML takes for line breaks or refuses
    (https://yaml.org/spec/1.2.2/#51-character-set).
    """
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    quoted = json.dumps(_writable(text), ensure_ascii=False)
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", quoted
    )


def _one_line(text: str) -> str:
    return " ".join(re.split(r"[ \t\n\r\f\v]+", text)).strip()


def _writable(text: str) -> str:
    """Return a text without what UTF-8 or Markdown can't hold: half characters, NUL."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)
