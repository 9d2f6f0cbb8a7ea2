"""Which models read an article: what the user's choice comes to, and what serves in its stead.

Nothing here loads spaCy.
"""

import importlib.metadata
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reader.core.errors import ModelError
from reader.recognition.model import (
    AUTOMATIC,
    BUILT_IN,
    LANGUAGE,
    ModelInfo,
    find_model,
    find_official,
    models_folder,
    package_folder,
)

PIPELINE_VERSION = 4
"""Raised when the rules or lists change what is found, so that cached mentions are renewed."""

T = TypeVar("T")
_ENTRY_POINTS = "spacy_models"  # the group in which a spaCy pipeline's package names itself
_SIZES = ("lg", "md", "sm")


@dataclass(frozen=True, slots=True)
class Models:
    """The model that leads, and the one that is asked where it is unsure, if any."""

    first: ModelInfo
    second: ModelInfo | None = None

    @property
    def infos(self) -> tuple[ModelInfo, ...]:
        """Return the one or two models."""
        return (self.first,) if self.second is None else (self.first, self.second)

    @property
    def label(self) -> str:
        """Return names and versions, as `es_reader_news-1.0.1+es_core_news_md-3.8.0`."""
        return "+".join(info.label for info in self.infos)

    @property
    def key(self) -> str:
        """Return the key under which what they find is cached: the label and the rules' version."""
        return f"{self.label}+{PIPELINE_VERSION}"


def models_of(choice: str, *, installed: Path | None = None) -> Models:
    """Return the models of a choice: a folder's path, a name, or `AUTOMATIC`.

    `installed` is the folder of the models that the user installed, None for the usual one.

    :raises ModelError: where one of them can't be used.
    """
    if choice != AUTOMATIC:
        return Models(find_model(choice, installed=installed))
    official = find_official(installed=installed)
    second = None if official is None else find_model(official, installed=installed)
    return Models(find_model(BUILT_IN), second)


def with_fallback(
    choice: str,
    use: Callable[[Models], T],
    *,
    tell: Callable[[ModelError], object],
    installed: Path | None = None,
) -> T:
    """Return what `use` makes of the chosen models; else, of the built-in one alone.

    `tell` gets what is wrong with those that can't be found or used.

    :raises ModelError: where the built-in one can't be used either.
    """
    if choice != BUILT_IN:
        try:
            return use(models_of(choice, installed=installed))
        except ModelError as error:
            tell(error)
    return use(models_of(BUILT_IN))


def model_key(choice: str = BUILT_IN, *, language: str = "") -> str:
    """Return the key under which is cached what a choice finds in an article of a language.

    `language` is as the article's `language`, "" where that isn't known. Reads the disk.

    :raises ModelError: where the built-in model is missing.
    """
    foreign = find_foreign(language)
    if foreign is not None:
        return Models(foreign).key
    return with_fallback(choice, lambda models: models.key, tell=lambda _error: None)


def find_foreign(language: str, *, installed: Path | None = None) -> ModelInfo | None:
    """Return the installed model that reads articles in a language other than Spanish, or None.

    `language` is a BCP 47 tag, of which the language itself counts. Of several models the largest
    serves, and of its versions the highest.
    """
    code = language.partition("-")[0].casefold()
    if not code or code == LANGUAGE:
        return None
    folder = models_folder() if installed is None else installed
    labels = [f.name for f in installed_models(folder) if f.name.startswith(f"{code}_")]
    found: list[ModelInfo] = []
    for name in (*labels, *installed_packages(f"{code}_core_")):
        try:
            found.append(find_model(name, language=code, installed=folder))
        except ModelError:  # the list of models says what is wrong with it
            continue
    return min(found, key=_preference, default=None)


def _preference(info: ModelInfo) -> tuple[int, tuple[int, ...]]:
    size = info.name.rpartition("_")[2]
    numbers = (int(part) for part in info.version.split(".") if part.isdigit())
    return _SIZES.index(size) if size in _SIZES else len(_SIZES), tuple(-n for n in numbers)


def installed_models(folder: Path) -> Iterator[Path]:
    """Yield the folders of models that the user installed; one that is being made is hidden."""
    for path in sorted(folder.glob("*-*")):
        if not path.name.startswith(".") and (path / "meta.json").is_file():
            yield path


def installed_packages(prefix: str) -> Iterator[str]:
    """Yield the names of installed packages that hold a pipeline, each once.

    They say so by an entry point, or their names begin with `prefix`.
    """
    names = [point.module for point in importlib.metadata.entry_points(group=_ENTRY_POINTS)]
    names += [m.name for m in pkgutil.iter_modules() if m.name.startswith(prefix)]
    for name in sorted(set(names)):
        if package_folder(name) is not None:
            yield name
