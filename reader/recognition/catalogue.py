"""Which recognition models there are: built in, installed, and those that can be installed."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from reader.core.errors import QT_TRANSLATE_NOOP, ModelError
from reader.recognition.choice import installed_models, installed_packages, with_fallback
from reader.recognition.model import (
    AUTOMATIC,
    BUILT_IN,
    LANGUAGE,
    ModelInfo,
    find_model,
    find_official,
    info_of,
    package_folder,
    read_meta,
)

__all__ = ["AUTOMATIC", "Entry", "Release", "State", "find_release", "list_models", "releases"]

_SPANISH_PACKAGES = "es_core_news_"


@dataclass(frozen=True, slots=True)
class Release:
    """A published model that can be installed, as its publisher describes it.

    `size_bytes` is the size of the file, rounded where only megabytes are published; `sha256` is
    the file's checksum in hexadecimal.
    """

    name: str
    version: str
    size_bytes: int
    licence: str
    sha256: str
    language: str = "es"
    url: str = ""

    @property
    def label(self) -> str:
        """Return name and version, as `es_core_news_md-3.8.0`."""
        return f"{self.name}-{self.version}"


class State(StrEnum):
    """Where a model is."""

    BUILT_IN = "built-in"
    INSTALLED = "installed"  # in the user's folder, by `install`
    PACKAGE = "package"  # beside the program, by pip
    FOLDER = "folder"  # wherever the user picked it
    AVAILABLE = "available"  # not installed


@dataclass(frozen=True, slots=True)
class Entry:
    """A model as the list shows it.

    `choice` is what the setting `model` holds to use it; `folder` is None for one that is not
    installed; `error` says why it can't be chosen, None where it can. `is_foreign` tells that it
    reads the articles in its own language without being chosen.
    """

    choice: str
    name: str
    version: str
    language: str
    licence: str
    size_bytes: int | None
    state: State
    folder: Path | None = None
    error: ModelError | None = None
    in_use: bool = False
    is_foreign: bool = False


def releases() -> tuple[Release, ...]:
    """Return the models that can be installed, the recommended one first.

    Licences, sizes and checksums are those that explosion publishes beside its models, in
    `meta/NAME-VERSION.json` (fields `license`, `size` and `checksum_whl`) of
    https://github.com/explosion/spacy-models.
    """
    published = (
        ("md", 42_000_000, "b43ba66e215e2d06a25a0fc0bdf7a1e2ca6fc5d16ceead4bf7fd18dd4fcd5e6a"),
        ("sm", 12_884_212, "e451a83d6df79b87e9eed0cb553f03e99e36a3bab18a7b79f0dcfd1fdf875e12"),
        ("lg", 568_000_000, "e3f897754f177d0a9b420f1dc98b80faf0a2d79a528906a2ad78efba722b485f"),
    )
    return tuple(
        Release(
            name := f"es_core_news_{size}",
            "3.8.0",
            size_bytes,
            "GNU GPL 3.0",
            sha256,
            url=_address(f"{name}-3.8.0"),
        )
        for size, size_bytes, sha256 in published
    )


def _address(label: str) -> str:
    releases_page = "https://github.com/explosion/spacy-models/releases"
    return f"{releases_page}/download/{label}/{label}-py3-none-any.whl"


def find_release(name: str) -> Release:
    """Return the release of a name, written with `_` or `-`, with or without its version.

    :raises ModelError: where there is none.
    """
    for release in releases():
        if name.replace("-", "_") in (release.name, release.label.replace("-", "_")):
            return release
    names = ", ".join(release.name for release in releases())
    raise ModelError(_UNKNOWN, model=name, names=names)


def list_models(chosen: str, *, installed: Path) -> tuple[Entry, ...]:
    """Return every model: the built-in one, those installed, those that can be.

    `chosen` is the setting `model`, `installed` the folder of the models that the user installed.
    Nothing is loaded or imported. The entries in use are those that serve in the end: two where
    they work together, the built-in one where the chosen one can't be used.
    """
    entries = [_entry(BUILT_IN, State.BUILT_IN, installed)]
    entries += [_entry(f.name, State.INSTALLED, installed) for f in installed_models(installed)]
    packages = installed_packages(_SPANISH_PACKAGES)
    entries += [_entry(name, State.PACKAGE, installed) for name in packages]
    if choice := chosen or find_official(installed=installed):
        picked = _entry(choice, State.FOLDER, installed)
        known = {e.folder for e in entries}
        known |= {e.choice for e in entries} | {e.name for e in entries}
        if picked.folder not in known and choice not in known:
            entries.append(picked)
    serving = _serving(chosen, installed)
    entries = [replace(entry, in_use=entry.folder in serving) for entry in entries]
    present = {f"{entry.name}-{entry.version}" for entry in entries}
    entries += [_available(release) for release in releases() if release.label not in present]
    return tuple(entries)


def _serving(chosen: str, installed: Path) -> set[Path]:
    """Return the folders of the models that serve."""
    try:
        models = with_fallback(
            chosen, lambda models: models, tell=lambda _error: None, installed=installed
        )
    except ModelError:  # the built-in one is missing, as its entry says
        return set()
    return {info.folder for info in models.infos}


def _entry(choice: str, state: State, installed: Path) -> Entry:
    """Return the entry of a model that is, or should be, there."""
    error: ModelError | None = None
    try:
        info = find_model(choice, installed=installed)
    except ModelError as found:
        error, info = found, _described(choice, state, installed)
    if info is None:
        return Entry(choice, choice, "", "", "", None, state, error=error)
    size = sum(f.stat().st_size for f in info.folder.rglob("*") if f.is_file())
    is_foreign = info.language != LANGUAGE and _reads_its_language(choice, info, installed)
    return Entry(choice, info.name, info.version, info.language, info.licence, size, state,
                 info.folder, error, is_foreign=is_foreign)  # fmt: skip


def _reads_its_language(choice: str, info: ModelInfo, installed: Path) -> bool:
    try:
        find_model(choice, language=info.language, installed=installed)
    except ModelError:
        return False
    return True


def _described(choice: str, state: State, installed: Path) -> ModelInfo | None:
    """Return what a model that can't be used says of itself; None where it says nothing."""
    package = package_folder(choice) if state is State.PACKAGE else None
    folder = package or (installed / choice if state is State.INSTALLED else Path(choice))
    try:
        return info_of(folder, read_meta(folder, choice))
    except ModelError:
        return None


def _available(release: Release) -> Entry:
    return Entry(release.name, release.name, release.version, release.language, release.licence,
                 release.size_bytes, State.AVAILABLE)  # fmt: skip


_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” can't be installed by this name: these can be: {names}. Another model is installed "
    "from its file (….whl).",
)
