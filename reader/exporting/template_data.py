"""An export's articles and entities as the records that templates read.

Each field is described in resources/templates/README.md, which a test compares with these records.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reader.core.annotations import Colour
from reader.core.corrections import State
from reader.core.document import BlockKind, Document
from reader.core.entities import Entity, Note
from reader.core.export import (
    ArticleEntity,
    ArticleReference,
    Export,
    ExportedAnnotation,
    ExportedArticle,
    ExportedEntity,
    ExportedMention,
    NamedIn,
)
from reader.core.identifiers import page_address
from reader.core.links import LinkTarget, ReaderLink, link_address, text_fragment
from reader.core.mentions import ENTITY_KINDS
from reader.core.pages import Passage, Related
from reader.core.search import Snippet
from reader.exporting.template_filters import link
from reader.exporting.template_values import Address, Raw, Record, UserMarkdown
from reader.exporting.words import Words, words_of
from reader.formats.to_markdown import one_line, writable, yaml_value

PageLink = Callable[[LinkTarget, str, str], Raw]
"""Return the link to the page of an article or entity: what it is, its id, its title or name."""


def link_to_reader(target: LinkTarget, item_id: str, shown: str) -> Raw:
    """Return a link that opens an article or entity in Reader."""
    return link(shown, link_address(ReaderLink(target, item_id)))


@dataclass(frozen=True, slots=True)
class Data:
    """Make the records of one export; `page_link` says how pages refer to each other.

    `rewrite_note` gives a user's Markdown its links; it gets a text of theirs.
    """

    export: Export
    words: Words
    page_link: PageLink = link_to_reader
    rewrite_note: Callable[[str], str] = field(default=lambda text: text)

    @classmethod
    def of(cls, export: Export, *, language: str, page_link: PageLink = link_to_reader) -> "Data":
        """Return what makes the records in a language, "es" or "en"."""
        return cls(export, words_of(language), page_link)

    # What a template sees

    def common(self) -> dict[str, object]:
        """Return what every template sees: `words` and `export`."""
        export = self.export
        return {
            "words": Record(self.words.plain),
            "export": Record(
                {
                    "title": export.title,
                    "scope": export.scope.kind.value,
                    "made": export.made[:10],
                    "article_count": len(export.articles),
                    "entity_count": len(export.entities),
                    "articles": lambda: [
                        self._reference(each) for each in export.article_references.values()
                    ],
                }
            ),
        }

    def article(self, article: ExportedArticle) -> Record:
        """Return the record of an article."""
        document = article.document
        entities = {
            each.entity.id: self._article_entity(each, article) for each in article.entities
        }
        return Record(
            {
                **self._origin(article.reference),
                "language": document.language,
                "added": article.added[:10],
                "collections": list(article.collections),
                "tags": list(article.tags),
                "word_count": lambda: len(document.text.split()),
                "front_matter": lambda: self._front_matter(article),
                "annotations": lambda: [
                    self._annotation(each, document, number)
                    for number, each in enumerate(article.annotations, start=1)
                ],
                "entities": list(entities.values()),
                "kinds": lambda: self._by_kind(article.entities, entities),
                "mentions": lambda: [self._mention(each, document) for each in article.mentions],
                "paragraphs": lambda: _paragraphs(document),
            }
        )

    def entity(self, entity: ExportedEntity) -> Record:
        """Return the record of an entity across the articles."""
        totals = entity.totals
        return Record(
            {
                **self._entity(entity.entity, entity.state, entity.note, entity.tags),
                "front_matter": lambda: self._entity_front_matter(entity),
                "article_count": totals.article_count,
                "mention_count": totals.mention_count,
                "counts": self.words.count(totals.mention_count, self.words.mention)
                + f" {self.words.plain['in']} "
                + self.words.count(totals.article_count, self.words.article),
                "first_date": totals.first_date,
                "last_date": totals.last_date,
                "articles": lambda: [self._named_in(each) for each in entity.articles],
                "articles_left_out": entity.articles_left_out,
                "related": lambda: [self._related(each) for each in entity.related],
            }
        )

    # Parts of an article

    def _origin(self, article: ArticleReference) -> dict[str, object]:
        title = one_line(article.title) or self.words.plain["untitled"]
        return {
            "id": article.id,
            "title": title,
            "outlet": article.outlet,
            "author": article.author,
            "date": article.date,
            "url": Address(article.url),
            "site": _site(article.url),
            "link": _reader(LinkTarget.ARTICLE, article.id),
            "page": lambda: self.page_link(LinkTarget.ARTICLE, article.id, title),
        }

    def _reference(self, article: ArticleReference) -> Record:
        return Record(self._origin(article))

    def _front_matter(self, article: ExportedArticle) -> Raw:
        """Return what is known of an article's origin as lines of YAML.

        The file's path is left out: it is nobody's business where the export goes.
        """
        document = article.document
        known: dict[str, str | Sequence[str]] = {
            "title": document.title,
            "outlet": document.outlet,
            "author": document.author,
            "date": document.date,
            "url": document.url,
            "lang": document.language,
            "collections": article.collections,
            "tags": article.tags,
            "reader": _reader(LinkTarget.ARTICLE, document.id),
        }
        return yaml_lines(known)

    def _annotation(self, each: ExportedAnnotation, document: Document, number: int) -> Record:
        it = each.annotation
        span = None if each.is_orphan else (it.start, it.end)
        known = self.export.known_entities
        entities = [known[i] for i in it.entity_ids if i in known]
        return Record(
            {
                "id": it.id,
                "number": number,
                "quote": it.quote,
                "comment": UserMarkdown(self.rewrite_note(it.comment)),
                "colour": it.colour.value,
                "colour_name": self.colour_name(it.colour),
                "tags": list(it.tags),
                "entities": [self._brief(entity) for entity in entities],
                "named": [self._brief(known[i]) for i in each.named_ids if i in known],
                "created": it.created[:10],
                "modified": it.modified[:10],
                "link": _reader(LinkTarget.ANNOTATION, it.id),
                "passage_link": _reader(LinkTarget.ARTICLE, document.id, span),
                "web_link": "" if each.is_orphan else _on_the_web(document.url, it.quote),
                "is_orphan": each.is_orphan,
            }
        )

    def colour_name(self, colour: Colour) -> str:
        """Return what the user calls a colour."""
        return self.export.colour_names.get(colour) or self.words.colours[colour]

    def _mention(self, each: ExportedMention, document: Document) -> Record:
        it = each.mention
        entity = self.export.known_entities.get(it.entity_id)
        return Record(
            {
                "text": each.text,
                "kind": it.kind.value,
                "kind_name": self.words.kinds[it.kind],
                "state": each.state.value,
                "state_name": self.words.states[each.state],
                "entity": self._brief(entity) if entity else None,
                "start": it.start,
                "end": it.end,
                "link": _reader(LinkTarget.ARTICLE, document.id, (it.start, it.end)),
            }
        )

    def _by_kind(
        self, entities: Sequence[ArticleEntity], records: Mapping[str, Record]
    ) -> list[Record]:
        kinds: list[Record] = []
        for kind in ENTITY_KINDS:
            of_kind = [records[each.entity.id] for each in entities if each.entity.kind is kind]
            if of_kind:
                name = self.words.kind_headings[kind]
                kinds.append(Record({"kind": kind.value, "name": name, "entities": of_kind}))
        return kinds

    # Parts of an entity

    def _brief(self, entity: Entity) -> Record:
        name = one_line(entity.name) or self.words.plain["unnamed"]
        return Record(
            {
                "id": entity.id,
                "name": name,
                "kind": entity.kind.value,
                "kind_name": self.words.kinds[entity.kind],
                "link": _reader(LinkTarget.ENTITY, entity.id),
                "page": lambda: self.page_link(LinkTarget.ENTITY, entity.id, name),
            }
        )

    def _entity(
        self, entity: Entity, state: State, note: Note | None, tags: Sequence[str]
    ) -> dict[str, object]:
        return {
            **{name: self._brief(entity)[name] for name in ("id", "name", "kind", "kind_name")},
            "link": _reader(LinkTarget.ENTITY, entity.id),
            "page": lambda: self._brief(entity)["page"],
            "aliases": [one_line(alias) for alias in entity.aliases],
            "state": state.value,
            "state_name": self.words.states[state],
            "note": UserMarkdown(self.rewrite_note(note.text) if note else ""),
            "note_modified": note.modified[:10] if note else "",
            "tags": list(tags),
            "identifiers": _identifiers(entity),
        }

    def _article_entity(self, each: ArticleEntity, article: ExportedArticle) -> Record:
        names = {other.entity.id: other.entity for other in article.entities}
        meant = [names[i] for i in each.entity.candidates if i in names]
        return Record(
            {
                **self._entity(each.entity, each.state, each.note, each.tags),
                "mention_count": each.mention_count,
                "demonym_count": each.demonym_count,
                "counts": self._counts(each.mention_count, each.demonym_count),
                "may_be": [self._brief(other) for other in meant],
            }
        )

    def _counts(self, names: int, demonyms: int) -> str:
        """Return how often an entity is named; a country without a name has demonyms alone."""
        parts = [self.words.count(names, self.words.mention)] if names or not demonyms else []
        if demonyms:
            parts.append(self.words.count(demonyms, self.words.demonym))
        return ", ".join(parts)

    def _entity_front_matter(self, entity: ExportedEntity) -> Raw:
        it = entity.entity
        known: dict[str, str | Sequence[str]] = {
            "title": it.name,
            "kind": self.words.kinds[it.kind],
            "aliases": it.aliases,
            "tags": entity.tags,
            **{each: it.identifiers[each] for each in _SCHEMES if it.identifiers.get(each)},
            "reader": _reader(LinkTarget.ENTITY, it.id),
        }
        return yaml_lines(known)

    def _named_in(self, each: NamedIn) -> Record:
        document = Document(each.article.id, each.article.title, "", (), url=each.article.url)
        return Record(
            {
                **self._origin(each.article),
                "passages": [self._passage(passage, each.article) for passage in each.passages],
                "annotations": [
                    self._annotation(annotation, document, number)
                    for number, annotation in enumerate(each.annotations, start=1)
                ],
            }
        )

    @staticmethod
    def _passage(passage: Passage, article: ArticleReference) -> Record:
        span = (passage.offset, passage.end)
        return Record(
            {
                "text": snippet_text(passage.snippet),
                "link": _reader(LinkTarget.ARTICLE, passage.document_id, span),
                "web_link": _on_the_web(article.url, passage.snippet.text),
            }
        )

    def _related(self, each: Related) -> Record:
        fields = {name: value for name, value in self._brief(each.entity).items() if name != "page"}
        return Record(
            {
                **fields,
                "page": lambda: self._brief(each.entity)["page"],
                "counts": self.words.count(each.article_count, self.words.article),
                "article_count": each.article_count,
                "together_count": each.together_count,
            }
        )


_SCHEMES = ("iso3166", "geonames", "wikidata")


def yaml_lines(known: Mapping[str, str | Sequence[str]]) -> Raw:
    """Return what is known as lines of YAML; what isn't is left out."""
    lines: list[str] = []
    for key, value in known.items():
        if isinstance(value, str):
            lines += [f"{key}: {yaml_value(value)}"] if value else []
        elif value:
            lines.append(f"{key}: [{', '.join(yaml_value(each) for each in value)}]")
    return Raw("\n".join(lines))


def snippet_text(snippet: Snippet) -> str:
    """Return a snippet with an ellipsis where more of the text is."""
    before, after = "… " * snippet.is_cut_before, " …" * snippet.is_cut_after
    return f"{before}{snippet.text}{after}"


def _on_the_web(url: str, passage: str) -> Address:
    return Address(text_fragment(writable(url), writable(passage)))


def _site(url: str) -> str:
    """Return whose address it is; "" where that can't be told."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _reader(target: LinkTarget, item_id: str, span: tuple[int, int] | None = None) -> Address:
    return Address(link_address(ReaderLink(target, item_id, span)))


def _identifiers(entity: Entity) -> list[Record]:
    """Return what an entity is called elsewhere, with the address of its page where it has one."""
    found: list[Record] = []
    if entity.country_code:
        code = one_line(entity.country_code)
        found.append(Record({"scheme": "ISO 3166", "value": code, "url": Address("")}))
    for scheme, name in (("geonames", "GeoNames"), ("wikidata", "Wikidata")):
        value = one_line(entity.identifiers.get(scheme, ""))
        if value:
            url = Address(page_address(scheme, value) or "")
            found.append(Record({"scheme": name, "value": value, "url": url}))
    return found


def _paragraphs(document: Document) -> list[Record]:
    """Return the paragraphs of an article, without pictures."""
    return [
        Record({"kind": block.kind.value, "level": block.level, "text": document.block_text(block)})
        for block in document.blocks
        if block.kind is not BlockKind.PICTURE
    ]
