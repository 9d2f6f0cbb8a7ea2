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
    library: Library,
    document_ids: Sequence[str],
    path: Path,
    *,
    language: str,
    model: str | None = None,
) -> None:
    """Write the Markdown of articles to `path`, whole or not at all.

    :raises ExportError: where the file can't be written.
    """
    sources = [document.source for i in document_ids if (document := library.document(i))]
    check_target(path, sources=[Path(s) for s in sources if s], library_path=library.path)
    write_atomically(path, markdown_of(library, document_ids, language=language, model=model))


def check_target(path: Path, *, sources: Iterable[Path], library_path: Path | None) -> None:
    """Refuse to write an export over an article, a library or any other database.

    :raises ExportError: where that would happen.
    """
    kept = [*sources]
    if library_path is not None:
        kept += [library_path.with_name(library_path.name + end) for end in ("", "-wal", "-shm")]
    if any(_is_same(path, other) for other in kept) or _is_database(path):
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{path}” is an article or a library, which an export would destroy: choose "
                "another name.",
            ),
            path=path,
        )


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them isn't there
        return False


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


_SQLITE = b"SQLite format 3\0"  # how such a file begins: https://www.sqlite.org/fileformat.html


def markdown_of(
    library: Library, document_ids: Iterable[str], *, language: str, model: str | None = None
) -> str:
    """Return the Markdown of what the library holds on articles, one after another.

    The entities are those that `model` found, None for the model that read an article last.
    """
    articles = [export_of(library, document_id, model) for document_id in document_ids]
    return articles_to_markdown(articles, language=language)


def markdown_of_files(files: Sequence[Path], *, library_path: Path, language: str) -> str:
    """Return the Markdown of what the library at `library_path` holds on the articles in `files`.

    :raises DocumentError: where a file can't be read.
    :raises ExportError: where there is no such library, or it doesn't hold an article.
    """
    documents = [open_document(path) for path in files]
    if not library_path.exists() or library_path.stat().st_size == 0:
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
