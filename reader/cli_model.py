"""The command `reader model`: which recognition models there are, which one serves, one more."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.core.errors import QT_TRANSLATE_NOOP, ModelError
from reader.messages import tell

if TYPE_CHECKING:
    from reader.recognition.catalogue import Entry
    from reader.recognition.install import Installed

_BAR_COLUMNS = 30
_STEP_PERCENT = 10  # between two lines, where there is no terminal
_STATES = {
    "built-in": "built in",
    "installed": "installed",
    "package": "installed (package)",
    "folder": "chosen folder",
    "available": "can be installed",
}


def run_model(arguments: Sequence[str]) -> int:
    """List, choose or install recognition models, as `arguments` say; return the exit status.

    :raises ReaderError: where it can't be done; nothing has changed then.
    """
    parser = argparse.ArgumentParser(
        prog="reader model", description="List, install and choose recognition models."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser(
        "list", help="print the models there are and can be, with * before the one in use"
    )
    use = commands.add_parser("use", help="choose the model that serves from the next start on")
    use.add_argument(
        "model",
        metavar="NAME|FOLDER|automatic|built-in",
        help="an installed model's name or the folder of one, to be used alone; automatic is "
        "the built-in model, together with es_core_news_md once that is installed",
    )
    install = commands.add_parser(
        "install", help="install a model, from the internet or from its file"
    )
    install.add_argument(
        "model",
        metavar="NAME|FILE.whl",
        help="a model that `reader model list` says can be installed, or a spaCy pipeline's wheel",
    )
    options = parser.parse_args(arguments)
    if options.command == "use":
        return run_use(options.model)
    return run_install(options.model) if options.command == "install" else run_list()


def run_list() -> int:
    """Print a line a model, and below the table what is wrong with one."""
    from reader.recognition.catalogue import list_models
    from reader.recognition.model import models_folder
    from reader.settings import load_settings

    chosen = load_settings(paths.settings_file()).model
    entries = list_models(chosen, installed=models_folder())
    print(table(entries))
    print(f"\n* in use ({_how(chosen, entries)})")
    for entry in entries:
        if entry.error is not None and not entry.is_foreign:
            tell(entry.error)
    return 0


def table(entries: Sequence["Entry"]) -> str:
    """Return the models as a table."""
    rows = [("", "NAME", "VERSION", "LANGUAGE", "SIZE", "LICENCE", "STATE")]
    rows += [
        (
            "*" if entry.in_use else "",
            entry.name,
            entry.version or "–",
            entry.language or "–",
            megabytes(entry.size_bytes) if entry.size_bytes is not None else "–",
            entry.licence or "–",
            _state(entry),
        )
        for entry in entries
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _state(entry: "Entry") -> str:
    if entry.is_foreign:
        return f"reads articles in “{entry.language}”"
    return _STATES[entry.state] if entry.error is None else "can't be used"


def _how(chosen: str, entries: Sequence["Entry"]) -> str:
    """Return in words how the models in use came to be used, and what automatic means."""
    if chosen:
        return "chosen"
    if sum(entry.in_use for entry in entries) > 1:
        return "automatic: the built-in model, and the other one where that is unsure"
    return "automatic: the built-in model, together with es_core_news_md once that is installed"


def run_use(name: str) -> int:
    """Check a model and choose it; where it can't be used, the choice stays as it was."""
    from reader.recognition.choice import models_of
    from reader.settings import load_settings, save_settings

    choice = choice_of(name)
    models = models_of(choice)
    settings = load_settings(paths.settings_file())
    save_settings(paths.settings_file(), replace(settings, model=choice))
    how = "" if choice else "Chosen automatically: "
    labels = [info.label for info in models.infos]
    verb = "is" if len(labels) == 1 else "are"
    print(f"{how}{' and '.join(labels)} {verb} in use from the next start on.")
    return 0


def choice_of(name: str) -> str:
    """Return what the setting `model` holds for what a user calls a model.

    :raises ModelError: where it is one that would have to be installed first.
    """
    from reader.recognition.catalogue import AUTOMATIC, releases
    from reader.recognition.model import BUILT_IN, installed_folder, models_folder, package_folder

    if name == "automatic":
        return AUTOMATIC
    if name == "built-in":
        return BUILT_IN
    for known in (name, name.replace("-", "_")):
        if installed_folder(known, models_folder()) or package_folder(known):
            return known
    if Path(name).is_dir():
        return str(Path(name).resolve())  # the next start may be from another folder
    wanted = name.replace("-", "_")
    if wanted in {release.name for release in releases()}:
        raise ModelError(_NOT_INSTALLED, model=wanted)
    return name


def run_install(name: str) -> int:
    """Install a model by its name or from its file; Ctrl+C leaves everything as it was."""
    from reader.recognition.download import UnreachableError
    from reader.recognition.progress import cancelled

    bar = Bar()
    try:
        from_file = name.endswith(".whl") or Path(name).exists()
        installed = _install_file(Path(name), bar) if from_file else _install_release(name, bar)
    except KeyboardInterrupt:
        bar.finish()
        tell(cancelled(name))
        return 130
    except UnreachableError as error:
        bar.finish()
        tell(error)
        tell(ModelError(_BY_HAND, **error.values))
        return 1
    finally:
        bar.finish()
    print(_result(installed))
    return 0


def _install_release(name: str, bar: "Bar") -> "Installed":
    from reader.recognition.catalogue import find_release
    from reader.recognition.install import install_release
    from reader.recognition.model import models_folder

    release = find_release(name)
    _print_offer(release.label, release.size_bytes, release.licence, release.url)
    return install_release(release, models_folder(), progress=bar)


def _install_file(path: Path, bar: "Bar") -> "Installed":
    from reader.recognition.install import install_wheel
    from reader.recognition.model import models_folder
    from reader.recognition.wheel import read_wheel

    wheel = read_wheel(path)
    _print_offer(wheel.label, wheel.size_bytes, wheel.licence, str(path))
    return install_wheel(path, models_folder(), progress=bar)


def _print_offer(label: str, size_bytes: int, licence: str, source: str) -> None:
    print(f"{label}: {megabytes(size_bytes)}, licence: {licence or 'not stated'}\nfrom {source}")
    sys.stdout.flush()  # before the bar, which goes to stderr


def _result(installed: "Installed") -> str:
    """Return in words what was installed, what was verified, and what to do next."""
    from reader.recognition.choice import models_of
    from reader.recognition.model import LANGUAGE
    from reader.settings import load_settings

    info = installed.info
    if installed.was_there:
        lines = [f"{info.label} is installed already, in {info.folder}."]
    else:
        lines = [f"{info.label} is installed in {info.folder}."]
        lines.append(
            "Its file is the published one (SHA-256)."
            if installed.published
            else "Its file is whole, but nothing says who made it: it is in no list of published "
            "models."
        )
    if info.language != LANGUAGE:
        return "\n".join(
            [*lines, f"It reads articles in “{info.language}” from the next start on."]
        )
    try:
        models = models_of(load_settings(paths.settings_file()).model)
        in_use = info.folder in {used.folder for used in models.infos}
    except ModelError:
        in_use = False
    lines.append(
        "It is in use from the next start on."
        if in_use
        else f"To use it: reader model use {info.name}"
    )
    return "\n".join(lines)


def megabytes(size_bytes: int) -> str:
    """Return a size in words, in units of a million bytes."""
    size = size_bytes / 1_000_000
    return f"{size:.0f} MB" if size >= 10 else f"{size:.1f} MB"


class Bar:
    """A progress bar on stderr; a line every so often where that is no terminal."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._percent = -1
        self._open = False

    def __call__(self, done: int, total: int | None) -> None:
        """Show how far it is."""
        if total is None:
            percent, words = done // 1_000_000, megabytes(done)
        else:
            percent = 100 * done // max(total, 1)
            words = f"{percent:3} %  {megabytes(done)} of {megabytes(total)}"
        step = 1 if self._terminal else _STEP_PERCENT
        if percent // step == self._percent // step:
            return
        self._percent = percent
        if not self._terminal:
            print(words, file=sys.stderr, flush=True)
            return
        if total is not None and shutil.get_terminal_size().columns > _BAR_COLUMNS + len(words) + 4:
            filled = _BAR_COLUMNS * done // max(total, 1)
            words = f"[{'#' * filled:<{_BAR_COLUMNS}}] {words}"
        # To the line's start, and what was there before cleared to its end.
        print(f"\r{words}\x1b[K", end="", file=sys.stderr, flush=True)
        self._open = True

    def finish(self) -> None:
        """End the line; a second time does nothing."""
        if self._open:
            print(file=sys.stderr, flush=True)
        self._open = False


_NOT_INSTALLED = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” is not installed yet, so nothing was changed. Install it first: "
    "reader model install {model}",
)
_BY_HAND = QT_TRANSLATE_NOOP(
    "errors",
    "Or download {url} on another computer, bring the file here and run: "
    "reader model install {file}",
)
