"""Write what the library holds on articles: the store's facts in a format's words."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.core.errors import QT_TRANSLATE_NOOP, ExportError
from reader.core.files import write_atomically
from reader.formats.opening import open_document
from reader.formats.to_markdown import articles_to_markdown
from reader.store.export import export_of
from reader.store.library import Library


def export_articles(
    library: Library, document_ids: Iterable[str], path: Path, *, language: str
) -> None:
    """Write the Markdown of articles to `path`, whole or not at all.

    :raises ExportError: where the file can't be written.
    """
    write_atomically(path, markdown_of(library, document_ids, language=language))


def markdown_of(library: Library, document_ids: Iterable[str], *, language: str) -> str:
    """Return the Markdown of what the library holds on articles, one after another."""
    articles = [export_of(library, document_id) for document_id in document_ids]
    return articles_to_markdown(articles, language=language)


def markdown_of_files(files: Sequence[Path], *, library_path: Path, language: str) -> str:
    """Return the Markdown of what the library at `library_path` holds on the articles in `files`.

    :raises DocumentError: where a file can't be read.
    :raises ExportError: where there is no such library, or it doesn't hold an article.
    """
    documents = [open_document(path) for path in files]
    if not library_path.exists():
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no library “{path}” yet: open the article in the window first, or name "
                "another with --library.",
            ),
            path=library_path,
        )
    with Library.open(library_path) as library:
        for file, document in zip(files, documents, strict=True):
            if library.document(document.id) is None:
                raise ExportError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The library holds nothing on “{path}”: open it in the window first.",
                    ),
                    path=file,
                )
        return markdown_of(library, [document.id for document in documents], language=language)
