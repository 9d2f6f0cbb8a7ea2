"""The templates that there are: the built-in ones, and those in the user's folder."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader import paths
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError, ExportError
from reader.core.files import read_bytes
from reader.exporting.templating import Template

SUFFIX = ".md.j2"

_LARGEST = 64 * 1024
_PARTS = frozenset(("article-body", "entity-body", "parts", "index"))
"""Templates that others are made of."""


class TemplateUse(StrEnum):
    """What a template is of: the first word of its name, or else an article."""

    ARTICLE = "article"
    ENTITY = "entity"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template on the disk; `name` is its file's without the suffix, and what it is asked by."""

    name: str
    path: Path
    is_built_in: bool

    @property
    def use(self) -> TemplateUse:
        """Return what it is a template of."""
        first = re.split(r"[-_. ]", self.name, maxsplit=1)[0].casefold()
        return next((use for use in TemplateUse if use == first), TemplateUse.ARTICLE)

    def source(self) -> str:
        """Return its text.

        :raises ExportError: where it can't be read.
        """
        try:
            return read_bytes(self.path, max_bytes=_LARGEST).decode("utf-8", "replace")
        except DocumentError as error:
            raise ExportError(error.template, **error.values) from error


def user_folder() -> Path:
    """Return the folder of the user's templates, which need not exist."""
    return paths.settings_file().parent / "templates"


def template_files(folder: Path | None) -> list[TemplateFile]:
    """Return the templates to choose from: built-in ones, then those in the user's folder.

    One of the user's with the name of a built-in one takes its place.
    """
    built_in = {each.name: each for each in _files(paths.resources() / "templates", built_in=True)}
    own = {each.name: each for each in _files(folder, built_in=False)} if folder else {}
    return [*(each for name, each in built_in.items() if name not in own), *own.values()]


def template_named(name: str, folder: Path | None) -> TemplateFile:
    """Return the template of a name, with or without its suffix.

    :raises ExportError: where there is none.
    """
    wanted = name.removesuffix(SUFFIX)
    known = {each.name: each for each in template_files(folder)}
    if wanted not in known:
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "There is no template “{name}”: choose one of {known}."),
            name=name,
            known=", ".join(sorted(known)),
        )
    return known[wanted]


def load(name: str, folder: Path | None) -> Template:
    """Return the template of a name, ready to be filled in.

    :raises ExportError: where there is none, or it has a mistake.
    """
    file = template_named(name, folder)
    return Template(file.name, file.source())


def _files(folder: Path, *, built_in: bool) -> list[TemplateFile]:
    try:
        found = sorted(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return []
    files = [TemplateFile(path.name.removesuffix(SUFFIX), path, built_in) for path in found]
    return [each for each in files if each.name not in _PARTS]
