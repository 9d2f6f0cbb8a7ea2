"""Errors that are the user's business; anything else that is raised is a bug."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 (read by `lupdate`)
    """Mark `text` for the translators of `context`; return it unchanged."""
    return text


class ReaderError(Exception):
    """Tell the user in one sentence what was found, what was expected and what to do.

    `template` is the English sentence with `str.format` fields, `values` fill them; the interface
    translates the template (context "errors") before filling it in. Mark every template with
    `QT_TRANSLATE_NOOP("errors", "…")`, so that the translators see it.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values))

    def __reduce__(self) -> tuple[object, ...]:
        # Exception's own way would take the sentence for the template.
        return _remade, (type(self), self.template, self.values)


def _remade(kind: type["ReaderError"], template: str, values: dict[str, object]) -> "ReaderError":
    return kind(template, **values)


class DocumentError(ReaderError):
    """Raised where a file or text can't become a document."""


class ModelError(ReaderError):
    """Raised where a recognition model can't be used."""


class LibraryError(ReaderError):
    """Raised where the library file can't be opened, read or written."""


class DamagedLibraryError(LibraryError):
    """Raised where a library file's content makes no sense."""


class MissingLibraryError(LibraryError):
    """Raised where a library was known to be, and is no longer."""


class ReplacedLibraryError(LibraryError):
    """Raised where another file has taken the place of a library that is open."""


class NoLibraryError(DamagedLibraryError):
    """Raised where a file isn't a library, or so damaged that it can't be told from another."""


class ExportError(ReaderError):
    """Raised where an export can't be written."""
