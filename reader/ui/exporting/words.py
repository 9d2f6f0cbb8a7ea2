"""What the export dialog calls things."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.export import ScopeKind
from reader.exporting.registry import ExportFormat, ExportReport
from reader.ui.plain_text import one_line
from reader.ui.progress_strip import TaskWords

if TYPE_CHECKING:
    from reader.exporting.templates import TemplateFile

translate = QCoreApplication.translate  # under the name that `lupdate` looks for

_TEMPLATES = {
    "article-full": QT_TRANSLATE_NOOP("exporting", "Article: annotations and notes"),
    "article-annotations": QT_TRANSLATE_NOOP("exporting", "Article: annotations alone"),
    "article-page": QT_TRANSLATE_NOOP("exporting", "Article: page of a vault"),
    "article-line": QT_TRANSLATE_NOOP("exporting", "Articles: a line each"),
    "entity-dossier": QT_TRANSLATE_NOOP("exporting", "Name: dossier"),
    "entity-page": QT_TRANSLATE_NOOP("exporting", "Name: page of a vault"),
    "entity-line": QT_TRANSLATE_NOOP("exporting", "Names: a line each"),
    "annotation-quote": QT_TRANSLATE_NOOP("exporting", "Annotation: quote"),
}


def task_words() -> TaskWords:
    """Return what is said while an export is under way."""
    return TaskWords(
        begun=translate("exporting", "Exporting…"),
        under_way=translate("exporting", "Exporting: {done} of {total}"),
        progress=translate("exporting", "Progress of the export"),
    )


def format_name(made: ExportFormat) -> str:
    """Return the name of a format."""
    return translate("exporting", made.name)


def template_name(template: "TemplateFile") -> str:
    """Return what a template is called: the user's by its file."""
    if not template.is_built_in or template.name not in _TEMPLATES:
        return template.name
    return translate("exporting", _TEMPLATES[template.name])


def scope_name(kind: ScopeKind, title: str, count: int = 1) -> str:
    """Return what is exported, in words."""
    title = one_line(title)
    if kind is ScopeKind.ARTICLES and count > 1:
        return _Counts().selected(count)
    words = {
        ScopeKind.ARTICLES: QT_TRANSLATE_NOOP("exporting", "This article: {title}"),
        ScopeKind.ENTITIES: QT_TRANSLATE_NOOP("exporting", "This name: {title}"),
        ScopeKind.SEARCH: QT_TRANSLATE_NOOP("exporting", "What the search finds: {title}"),
        ScopeKind.COLLECTION: QT_TRANSLATE_NOOP("exporting", "Collection: {title}"),
        ScopeKind.LIBRARY: QT_TRANSLATE_NOOP("exporting", "The whole library"),
    }
    return translate("exporting", words[kind]).format(title=title)


def contents(articles: int, entities: int, annotations: int | None = None) -> str:
    """Return how much is exported."""
    counts = _Counts()
    parts = [counts.articles(articles), counts.names(entities)]
    if annotations is not None:
        parts.append(counts.annotations(annotations))
    return " · ".join(parts)


def report_words(report: ExportReport) -> str:
    """Return what came of an export, in one sentence, and what is to be known beside it."""
    counts = _Counts()
    said = translate("exporting", "Exported to “{path}”.").format(path=report.path)
    more: list[str] = []
    if len(report.written) + len(report.unchanged) > 1 or not report.written:
        more.append(counts.written(len(report.written)))
        if report.unchanged:
            more.append(counts.unchanged(len(report.unchanged)))
    if report.kept:
        more.append(counts.kept(len(report.kept)))
    return " ".join([said, *more])


class _Counts(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def selected(self, count: int) -> str:
        return self.tr("The %Ln selected article(s)", "", count)

    def articles(self, count: int) -> str:
        return self.tr("%Ln article(s)", "", count)

    def names(self, count: int) -> str:
        return self.tr("%Ln name(s)", "", count)

    def annotations(self, count: int) -> str:
        return self.tr("%Ln annotation(s)", "", count)

    def written(self, count: int) -> str:
        return self.tr("%Ln file(s) written.", "", count)

    def unchanged(self, count: int) -> str:
        return self.tr("%Ln unchanged.", "", count)

    def kept(self, count: int) -> str:
        return self.tr("%Ln earlier page(s) not in this export stay(s).", "", count)
