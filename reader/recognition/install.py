"""Install a recognition model into the user's folder, or remove it: whole or not at all.

A model becomes visible by one rename of a folder that is complete, checked and on the disk; until
then all there is of it lies in a hidden folder beside, which goes away whatever happens. Nothing of
a wheel but its model's data is unpacked, and no code from it is ever imported or run.

What is verified against what:

- a model of the catalogue, downloaded or from a file of its name and version, against the SHA-256
  of the whole file, which its publisher published and the catalogue carries;
- any other file only against the checksums inside itself (`RECORD`): they tell that it is whole,
  not who made it (`Installed.published` is False then);
- a model that is installed already, against the checksums noted when it was installed, so that
  installing it again mends a damaged one.
"""

import contextlib
import errno
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.core.errors import QT_TRANSLATE_NOOP, ModelError
from reader.core.files import make_private
from reader.recognition.catalogue import Release, releases
from reader.recognition.download import OpenUrl, download, open_https
from reader.recognition.model import ModelInfo, find_model, package_folder
from reader.recognition.progress import Cancel, Progress
from reader.recognition.wheel import Wheel, read_wheel, sha256_of, unpack

NOTE = "installed.json"
"""The file in an installed model's folder that says what it was installed from."""

_WORKSHOP = ".install-"
_STALE_S = 24 * 60 * 60
_MOST_ATTEMPTS = 10
_OCCUPIED = (errno.EEXIST, errno.ENOTEMPTY, errno.EACCES)  # the last one on Windows


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that is installed.

    `was_there` says that it had been before and is whole; `published` that it is the file whose
    checksum its publisher published.
    """

    info: ModelInfo
    was_there: bool
    published: bool


def install_release(
    release: Release,
    folder: Path,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    open_url: OpenUrl = open_https,
) -> Installed:
    """Download a model of the catalogue and install it below `folder`, which need not exist.

    `progress` tells the bytes downloaded, `cancel` calls it off; on failure nothing has changed.

    :raises ModelError: where it can't be downloaded, isn't what was published, or can't be written.
    :raises InstallCancelledError: where it was called off.
    """
    there = _present(release, folder)
    if there is not None:
        ours = there.folder == folder / release.label  # a package's file is long gone
        return Installed(there, was_there=True, published=ours)
    with _workshop(folder, release.label) as workshop:
        _check_space(workshop, release.size_bytes, release.label)
        path = workshop / f"{release.label}.whl"
        download(release, path, progress=progress, cancel=cancel, open_url=open_url)
        info = _put(read_wheel(path, cancel=cancel), folder, workshop, cancel=cancel)
    return Installed(info, was_there=False, published=True)


def install_wheel(
    path: Path,
    folder: Path,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    catalogue: tuple[Release, ...] | None = None,
) -> Installed:
    """Install the model of a wheel that is already on this computer below `folder`.

    `progress` tells the bytes unpacked. `catalogue` holds the published models whose checksum a
    file of the same name and version must have; None: `releases()`.

    :raises ModelError: where the file isn't a model's, isn't safe, or can't be written.
    :raises InstallCancelledError: where it was called off.
    """
    wheel = read_wheel(path, cancel=cancel)
    published = check_published(wheel, catalogue)
    target = folder / wheel.label
    if _note(target).get("sha256") == wheel.sha256 and is_intact(target):
        return Installed(
            find_model(str(target), language=None), was_there=True, published=published
        )
    with _workshop(folder, wheel.label) as workshop:
        info = _put(wheel, folder, workshop, progress=progress, cancel=cancel)
    return Installed(info, was_there=False, published=published)


def check_published(wheel: Wheel, catalogue: tuple[Release, ...] | None = None) -> bool:
    """Return whether a wheel is a published one; one that is not in the catalogue isn't.

    :raises ModelError: where it has the name and version of a published one, but is another file.
    """
    for release in releases() if catalogue is None else catalogue:
        if release.label == wheel.label:
            if release.sha256 != wheel.sha256:
                raise ModelError(_NOT_PUBLISHED, path=wheel.path, model=wheel.label,
                                 found=wheel.sha256, wanted=release.sha256)  # fmt: skip
            return True
    return False


def remove_model(label: str, folder: Path) -> None:
    """Remove a model that was installed below `folder`, by its name and version.

    It is out of sight at once, by one rename, and then deleted; what is gone already is no error.

    :raises ModelError: where it can't be removed; it is all there then.
    """
    target = folder / label
    inside = Path(os.path.normpath(target)).parent == Path(os.path.normpath(folder))
    if not inside or not target.is_dir():
        return
    try:
        workshop = Path(tempfile.mkdtemp(prefix=_WORKSHOP, dir=folder))
        try:
            target.rename(workshop / "removed")
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ModelError(_NOT_REMOVED, folder=target, model=label, reason=reason) from error
    _sync(folder)


def is_intact(folder: Path) -> bool:
    """Return whether each file of an installed model is as it was when it was installed."""
    files = _note(folder).get("files")
    if not isinstance(files, dict) or not files:
        return False
    try:
        return all(sha256_of(folder / name) == digest for name, digest in files.items())
    except (OSError, ValueError):
        return False


def _note(folder: Path) -> dict[str, Any]:
    """Return what was noted when a model was installed; empty where nothing was."""
    try:
        note: Any = json.loads((folder / NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _present(release: Release, folder: Path) -> ModelInfo | None:
    """Return a release that is installed already and whole, by us or as a package."""
    target = folder / release.label
    package = package_folder(release.name)
    with contextlib.suppress(ModelError):
        if _note(target).get("sha256") == release.sha256 and is_intact(target):
            return find_model(str(target), language=None)
        if (
            package is not None
            and (info := find_model(str(package), language=None)).label == release.label
        ):
            return info
    return None


def _put(
    wheel: Wheel,
    folder: Path,
    workshop: Path,
    *,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> ModelInfo:
    """Unpack a wheel's model in the workshop, and move it to its place when it is complete."""
    _check_space(workshop, wheel.unpacked_bytes, wheel.label)
    made = workshop / "model"
    files = unpack(wheel, made, progress=progress, cancel=cancel)
    note = {"sha256": wheel.sha256, "file": wheel.path.name, "files": files}
    (made / NOTE).write_text(json.dumps(note, indent=1), "utf-8")
    info = find_model(str(made), language=None)
    _sync(made)
    target = folder / wheel.label
    _move(made, target, workshop)
    _sync(folder)
    return replace(info, folder=target)


def _move(made: Path, target: Path, workshop: Path) -> None:
    """Move a model that is complete to its place; what is there goes to `workshop`, or stays.

    Between the two steps another process may put its own there, or take it away: then once more.
    """
    for attempt in range(_MOST_ATTEMPTS):
        earlier = workshop / f"earlier-{attempt}"
        with contextlib.suppress(FileNotFoundError):
            target.rename(earlier)
        try:
            made.rename(target)
        except BaseException as error:  # Ctrl+C too
            overtaken = isinstance(error, OSError) and error.errno in _OCCUPIED
            if overtaken and attempt + 1 < _MOST_ATTEMPTS:
                continue
            if earlier.exists():
                earlier.rename(target)
            raise
        return


@contextlib.contextmanager
def _workshop(folder: Path, model: str) -> Iterator[Path]:
    """Make a hidden folder for what isn't finished, which goes away whatever happens."""
    try:
        make_private(folder)
        _sweep(folder)
        workshop = Path(tempfile.mkdtemp(prefix=_WORKSHOP, dir=folder))
        try:
            yield workshop
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    except OSError as error:
        raise _unwritable(error, folder, model) from error


def _sweep(folder: Path) -> None:
    """Remove what an installation left that was killed, a day later: another may be under way."""
    for left in folder.glob(f"{_WORKSHOP}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                shutil.rmtree(left, ignore_errors=True)


def _check_space(folder: Path, wanted_bytes: int, model: str) -> None:
    """Check before it is begun that the disk has room for so much."""
    free = shutil.disk_usage(folder).free
    if free < wanted_bytes:
        raise _full(folder.parent, model)


def _sync(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unwritable(error: OSError, folder: Path, model: str) -> ModelError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(folder, model)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return ModelError(_NOT_ALLOWED, folder=folder, model=model)
    reason = error.strerror or type(error).__name__
    return ModelError(_NOT_WRITTEN, folder=folder, model=model, reason=reason)


def _full(folder: Path, model: str) -> ModelError:
    return ModelError(_FULL, folder=folder, model=model)


_NOT_PUBLISHED = QT_TRANSLATE_NOOP(
    "errors",
    "“{path}” was not installed: it calls itself {model}, but is not the file published under this "
    "name (SHA-256 {found} instead of {wanted}). Download it again from its publisher.",
)
_FULL = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not installed: there is too little room on the disk of {folder}. Make room and "
    "try again.",
)
_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not installed: you have no permission to write in {folder}. Change its "
    "permissions and try again.",
)
_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not installed: it could not be written in {folder} ({reason}). Check the disk "
    "and try again.",
)
_NOT_REMOVED = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” was not removed: its folder {folder} could not be moved ({reason}). Check its "
    "permissions and try again.",
)
