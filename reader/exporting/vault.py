"""Write an export as a folder that Obsidian and Logseq open: a page an entity and an article.

A page is known by the id in its front matter, wherever the user moved it and whatever they called
it. What they wrote around Reader's block stays, and so do pages that are in the export no more.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.entities import normalize_name
from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.core.export import Export, ExportedArticle, ExportedEntity
from reader.core.files import write_atomically
from reader.core.links import LinkTarget, ReaderLink, link_address
from reader.core.wikilinks import rewritten
from reader.exporting import front_matter
from reader.exporting.blocks import Found, block_of, replaced
from reader.exporting.page_names import PageNames
from reader.exporting.registry import ExportOptions, ExportReport
from reader.exporting.template_data import Data, link_to_reader
from reader.exporting.template_filters import hashtag
from reader.exporting.template_values import Raw
from reader.exporting.templates import TemplateUse, load, template_named
from reader.exporting.templating import Template
from reader.exporting.words import words_of

_LARGEST_PAGE = 32 * 1024 * 1024
_SKIPPED = frozenset(("logseq", "node_modules"))
"""Folders that hold no pages, as those whose name starts with a dot."""


def write_vault(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    """Write an export into the folder `path`, which is made where there is none, page by page.

    :raises ExportError: where the folder can't be written, or a template has a mistake.
    """
    vault = _Vault.opened(path)
    pages = _Pages(export, vault, options)
    for item in export.entities:
        pages.write_entity(item)
    for item in export.articles:
        pages.write_article(item)
    pages.write_index()
    kept = [vault.pages[key] for key in vault.pages if key not in pages.names and _is_page(key)]
    return ExportReport(
        path,
        tuple(vault.written),
        tuple(vault.unchanged),
        tuple(sorted(kept)),
        tuple(vault.doubts),
    )


def _is_page(key: str) -> bool:
    return not key.startswith(_INDEX)


_INDEX = "reader://export/"


@dataclass(slots=True)
class _Vault:
    """A folder, its pages by id, the names of all its files, and what was done to it."""

    folder: Path
    pages: dict[str, Path] = field(default_factory=dict)
    stems: list[str] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    doubts: list[ExportError] = field(default_factory=list)

    @classmethod
    def opened(cls, path: Path) -> "_Vault":
        try:
            path.mkdir(parents=True, exist_ok=True)
            folder = path.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise _unwritable(path) from error
        vault = cls(folder)
        for file in _markdown_files(folder):
            vault.stems.append(file.stem)
            key = "" if file.is_symlink() else front_matter.page_id(_head(file))
            if key:
                vault.pages.setdefault(key, file)
        return vault

    def write(
        self, key: str, where: Path, known: Mapping[str, front_matter.Value], block: str
    ) -> None:
        """Write a page, or bring the one that there is up to date."""
        there = self.pages.get(key)
        if there is None:
            self._put(self._inside(where), front_matter.written(known) + f"\n{block}")
            return
        try:
            text, line_break = _read(there)
        except (OSError, ValueError):
            self._doubt(there, _UNREADABLE)
            return
        page, found = replaced(text, block)
        if found is not Found.OURS:
            self._doubt(there, _NO_MARKS if found is Found.NO_MARKS else _CHANGED)
            return
        try:
            page = front_matter.merged(page, known)
        except front_matter.Unreadable:
            self._doubt(there, _NOT_YAML)
        if page == text:
            self.unchanged.append(there)
        else:
            self._put(there, page.replace("\n", line_break))

    def _put(self, file: Path, text: str) -> None:
        write_atomically(file, text)
        self.written.append(file)

    def _inside(self, where: Path) -> Path:
        """Return the path of a new page; its folder is made, and lies inside of the vault."""
        target = self.folder / where
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            parent = target.parent.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise _unwritable(target.parent) from error
        if not parent.is_relative_to(self.folder) or os.path.lexists(target):
            raise ExportError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{path}” leads out of the folder of the export, so nothing is written there: "
                    "choose another folder.",
                ),
                path=target,
            )
        return target

    def _doubt(self, file: Path, template: str) -> None:
        self.doubts.append(ExportError(template, path=file))


_UNREADABLE = QT_TRANSLATE_NOOP("errors", "“{path}” can't be read as text, and stays as it is.")
_NO_MARKS = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” no longer has the marks around Reader's part, and stays as it is: delete the file to "
    "have it written anew.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was changed inside Reader's part, and stays as it is: move what you wrote out of the "
    "marks and restore the rest, or delete the file to have it written anew.",
)
_NOT_YAML = QT_TRANSLATE_NOOP(
    "errors", "The front matter of “{path}” is not YAML, and stays as it is."
)


class _Pages:
    """The pages of one export: how each is called, and what is in it."""

    def __init__(self, export: Export, vault: _Vault, options: ExportOptions) -> None:
        self._export = export
        self._vault = vault
        self._words = words_of(options.language)
        names = {TemplateUse.ARTICLE: "article-page", TemplateUse.ENTITY: "entity-page"}
        if options.template:
            own = template_named(options.template, options.template_folder)
            names[own.use] = own.name
        self._templates = {use: load(name, options.template_folder) for use, name in names.items()}
        self.names: dict[str, str] = {}  # of pages that there will be, by their ids
        self._folders: dict[str, str] = {}
        self._name_pages()
        self._by_title = self._titles()
        self._data = Data(export, self._words, self._page_link, self._rewrite_note)
        self._common = self._data.common() | {"alone": False, "whole_text": options.whole_text}

    # Names

    def _name_pages(self) -> None:
        names = PageNames(self._vault.stems)
        words = self._words
        for entity_id in self._export.entity_ids:
            entity = self._export.known_entities[entity_id]
            self._name(
                _address(LinkTarget.ENTITY, entity_id),
                names,
                entity.name,
                (words.kinds[entity.kind],),
                words.plain["unnamed"],
                words.plain["folder_entities"],
            )
        for article in self._export.article_references.values():
            self._name(
                _address(LinkTarget.ARTICLE, article.id),
                names,
                article.title,
                (article.outlet, article.date[:10]),
                words.plain["untitled"],
                words.plain["folder_articles"],
            )
        if len(self.names) > 1:
            scope = self._export.scope
            title = self._export.title or words.plain["library"]
            key = f"{_INDEX}{scope.kind.value}" + "".join(f"/{each}" for each in scope.ids[:1])
            self._index_key = key
            self._name(key, names, f"Reader – {title}", (), "Reader", "")
        else:
            self._index_key = ""

    def _name(
        self,
        key: str,
        names: PageNames,
        title: str,
        apart_by: tuple[str, ...],
        otherwise: str,
        folder: str,
    ) -> None:
        there = self._vault.pages.get(key)
        self._folders[key] = folder
        self.names[key] = (
            there.stem if there else names.take(title, apart_by=apart_by, otherwise=otherwise)
        )

    def _titles(self) -> dict[str, str]:
        """Return the pages by what the `[[links]]` of notes may call them."""
        found: dict[str, str] = {}
        paged = [
            (entity, page)
            for entity in self._export.known_entities.values()
            if (page := self._page(_address(LinkTarget.ENTITY, entity.id)))
        ]
        for entity, page in paged:
            found.setdefault(normalize_name(entity.name), page)
        for entity, page in paged:  # a name goes before another one's alias
            for alias in entity.aliases:
                found.setdefault(normalize_name(alias), page)
        for article in self._export.article_references.values():
            page = self._page(_address(LinkTarget.ARTICLE, article.id))
            if page:
                found.setdefault(normalize_name(article.title), page)
        return found

    def _page(self, key: str) -> str:
        """Return the name of a page of this export or of an earlier one; "" where there is none."""
        there = self._vault.pages.get(key)
        return self.names.get(key) or (there.stem if there else "")

    def _page_link(self, target: LinkTarget, item_id: str, shown: str) -> Raw:
        page = self._page(_address(target, item_id))
        return Raw(f"[[{page}]]") if page else link_to_reader(target, item_id, shown)

    def _rewrite_note(self, note: str) -> str:
        return rewritten(note, lambda _, link: self._by_title.get(normalize_name(link.name)))

    # Pages

    def write_entity(self, entity: ExportedEntity) -> None:
        """Write the page of an entity."""
        it = entity.entity
        key = _address(LinkTarget.ENTITY, it.id)
        aliases = [each for each in (it.name, *it.aliases) if each != self.names[key]]
        known = {
            front_matter.ID: key,
            "kind": self._words.kinds[it.kind],
            "aliases": aliases,
            "tags": _tags(entity.tags),
            **{each: it.identifiers.get(each, "") for each in ("iso3166", "geonames", "wikidata")},
        }
        record = self._data.entity(entity)
        self._write(key, known, self._templates[TemplateUse.ENTITY], {"entity": record})

    def write_article(self, article: ExportedArticle) -> None:
        """Write the page of an article."""
        it = article.document
        key = _address(LinkTarget.ARTICLE, it.id)
        # `title` would give the page another name in Logseq.
        known = {
            front_matter.ID: key,
            "headline": it.title,
            "aliases": [it.title] if it.title not in ("", self.names[key]) else [],
            "outlet": it.outlet,
            "author": it.author,
            "date": it.date,
            "url": it.url,
            "lang": it.language,
            "collections": article.collections,
            "tags": _tags(article.tags),
        }
        record = self._data.article(article)
        self._write(key, known, self._templates[TemplateUse.ARTICLE], {"article": record})

    def write_index(self) -> None:
        """Write the page that leads to all others; none where there is but one."""
        if not self._index_key:
            return
        template = Template("index", _INDEX_SOURCE)
        groups = [
            ("names", LinkTarget.ENTITY, self._export.entity_ids),
            ("articles", LinkTarget.ARTICLE, list(self._export.article_references)),
        ]
        lists = [
            (self._words.plain[word], [self._page_link(target, each, "") for each in ids])
            for word, target, ids in groups
            if ids
        ]
        data: dict[str, object] = {"name": self.names[self._index_key], "lists": lists}
        self._write(self._index_key, {front_matter.ID: self._index_key}, template, data)

    def _write(
        self,
        key: str,
        known: Mapping[str, front_matter.Value],
        template: Template,
        data: dict[str, object],
    ) -> None:
        body = template.fill(self._common | data)
        where = Path(self._folders[key]) / f"{self.names[key]}.md"
        self._vault.write(key, where, known, block_of(body, self._words.plain["rewritten"]))


_INDEX_SOURCE = """\
# {{ name }}
{% for list in lists %}

## {{ list[0] }}

{% for page in list[1] %}
-   {{ page }}
{% endfor %}
{% endfor %}
"""


def _address(target: LinkTarget, item_id: str) -> str:
    return link_address(ReaderLink(target, item_id))


def _tags(names: tuple[str, ...]) -> list[str]:
    """Return tags as Obsidian takes them in front matter."""
    return [tag for each in names if (tag := hashtag(each).removeprefix("#"))]


def _markdown_files(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files of a folder and those below it; links are not followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each not in _SKIPPED
        )
        for name in sorted(files):
            if name.casefold().endswith(".md") and not name.startswith("."):
                yield Path(root, name)


def _head(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as lines:
            return lines.read(16 * 1024)
    except OSError:
        return ""


def _read(file: Path) -> tuple[str, str]:
    """Return a page with `\\n` as its line breaks, and what they are.

    :raises ValueError: where it isn't UTF-8, or too large.
    """
    if file.stat().st_size > _LARGEST_PAGE:
        raise ValueError
    text = file.read_bytes().decode()
    line_break = "\r\n" if "\r\n" in text else "\n"
    return text.replace("\r\n", "\n"), line_break


def _unwritable(path: Path) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP(
            "errors", "“{path}” can't be used as a folder for the export: choose another one."
        ),
        path=path,
    )
