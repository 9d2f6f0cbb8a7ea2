"""What is said of files that can't be read, whatever their format."""

from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError


def unsupported(source: str) -> DocumentError:
    """Return the error for a file of a format that isn't read."""
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” is of a kind that Reader doesn't open: save its article as text, PDF, .docx "
            "or .odt and open that.",
        ),
        path=source,
    )


def damaged(source: str) -> DocumentError:
    """Return the error for a file that doesn't hold what its format asks for."""
    return DocumentError(
        QT_TRANSLATE_NOOP("errors", "“{path}” is damaged or cut short: get a fresh copy of it."),
        path=source,
    )


def protected(source: str) -> DocumentError:
    """Return the error for a file that is encrypted."""
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” is protected by a password: save a copy without one where you can open it, "
            "and open that.",
        ),
        path=source,
    )


def without_text(source: str) -> DocumentError:
    """Return the error for a file that could be read, but in which nothing is written."""
    return DocumentError(
        QT_TRANSLATE_NOOP("errors", "“{path}” holds no text: there is nothing to read in it."),
        path=source,
    )


def refused(source: str, reason: str) -> DocumentError:
    """Return an error on a file; `reason` is one of the sentences below."""
    return DocumentError(reason, path=source)


UNPACKS_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not opened: packed into it is far more than any article holds, as in a file made "
    "to do harm.",
)
LEADS_OUT = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not opened: names inside it lead to other places of the disk, as in a file made "
    "to do harm.",
)
DECLARES_ENTITIES = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not opened: it declares XML entities, which no article needs, as in a file made "
    "to do harm.",
)
COPY_PROTECTED = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” is protected against copying (DRM), so that only its shop's own program can open it.",
)
TAKES_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was given up: reading it takes too long. Split it into parts, or save it in another "
    "format.",
)
TAKES_TOO_MUCH = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was given up: reading it takes too much memory. Split it into parts, or save it in "
    "another format.",
)
BREAKS_THE_READER = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” could not be read, because the program that reads it broke down; nothing else is "
    "harmed. Save it in another format and open that.",
)
CONVERTER_MISSING = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” could not be read, because the converter that Reader brings along (pandoc) is not "
    "there: install Reader again.",
)
