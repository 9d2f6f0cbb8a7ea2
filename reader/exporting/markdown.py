"""Write an export as one Markdown file, in the shape of a template."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.core.export import Export, ExportedArticle, ScopeKind
from reader.core.files import write_atomically
from reader.exporting.registry import ExportOptions, ExportReport
from reader.exporting.template_data import Data
from reader.exporting.templates import TemplateUse, load, template_named
from reader.exporting.templating import Template

ARTICLE = "article-full"
ENTITY = "entity-dossier"
ANNOTATION = "annotation-quote"


def write_markdown(export: Export, path: Path, options: ExportOptions) -> ExportReport:
    """Write an export to `path`, whole or not at all.

    :raises ExportError: where the file can't be written, or the template has a mistake.
    """
    markdown = markdown_of(export, options)
    try:
        is_there = path.read_bytes() == markdown.encode()
    except OSError:
        is_there = False
    if is_there:
        return ExportReport(path, unchanged=(path,))
    write_atomically(path, markdown)
    return ExportReport(path, written=(path,))


def markdown_of(export: Export, options: ExportOptions) -> str:
    """Return an export as one Markdown text.

    :raises ExportError: where the template has a mistake.
    """
    return "".join(pieces(export, options))


def pieces(export: Export, options: ExportOptions) -> Iterator[str]:
    """Yield the Markdown of one article or entity after another; each ends with a line break.

    Entities that were asked for by themselves come as dossiers, all else as articles. Front matter
    counts at the top of a file alone: of several, each has its own as a block of YAML code.

    :raises ExportError: where the template has a mistake.
    """
    is_of_entities = _use(export, options) is TemplateUse.ENTITY
    name = options.template or (ENTITY if is_of_entities else ARTICLE)
    source = options.template_source
    template = Template(name, source) if source else load(name, options.template_folder)
    data = Data.of(export, language=options.language)
    items = export.entities if is_of_entities else export.articles
    common = data.common() | {"alone": len(items) == 1, "whole_text": options.whole_text}
    is_first = True
    for item in items:
        if isinstance(item, ExportedArticle):
            record, field = data.article(item), "article"
        else:
            record, field = data.entity(item), "entity"
        text = template.fill(common | {field: record})
        text = text.rstrip("\n") + "\n"
        yield text if is_first or _is_line(text) else f"\n{text}"
        is_first = False


def _use(export: Export, options: ExportOptions) -> TemplateUse:
    """Return whether articles or entities are written."""
    if options.template:
        return template_named(options.template, options.template_folder).use
    is_of_entities = export.scope.kind is ScopeKind.ENTITIES
    return TemplateUse.ENTITY if is_of_entities else TemplateUse.ARTICLE


def _is_line(text: str) -> bool:
    return text.count("\n") == 1


def annotations_markdown(
    export: Export, annotation_ids: Sequence[str], options: ExportOptions
) -> str:
    """Return annotations of an export's articles as Markdown, as they are copied, in this order.

    Each has the shape of the template for a copied annotation; those that aren't there are left
    out, "" for none.

    :raises ExportError: where the user's own template for it has a mistake.
    """
    wanted = set(annotation_ids)
    template = load(ANNOTATION, options.template_folder)
    data = Data.of(export, language=options.language)
    common = data.common() | {"alone": len(wanted) == 1, "whole_text": False}
    texts: dict[str, str] = {}
    for article in export.articles:
        numbers = [n for n, each in enumerate(article.annotations) if each.annotation.id in wanted]
        if not numbers:
            continue
        record = data.article(article)
        records = record["annotations"]
        assert isinstance(records, list)
        for number in numbers:
            filled = template.fill(common | {"article": record, "annotation": records[number]})
            texts[article.annotations[number].annotation.id] = filled.strip("\n") + "\n"
    return "\n".join(texts[each] for each in annotation_ids if each in texts)
