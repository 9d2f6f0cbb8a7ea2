"""Bring the translations abreast of the code: `python packaging/translations/update.py`.

Needs the program installed with its test extra. It collects the texts of `reader/` into the `.ts`
files of `resources/translations/`, where they are translated by hand or with Qt Linguist, and
compiles these to the `.qm` files that the program reads. `--check` changes nothing, and fails
where a text is not translated or a compiled file is not up to date.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("es", "en")


def main() -> int:
    """Update or check the translations; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="only say what is missing")
    options = parser.parse_args()
    problems: list[str] = []
    for language in LANGUAGES:
        source = FOLDER / f"reader_{language}.ts"
        if options.check:
            problems += check(source, language)
        else:
            collect(source, language)
            compile_to(source, source.with_suffix(".qm"))
            problems += untranslated(source)
    print("\n".join(problems))
    return 1 if problems else 0


def check(source: Path, language: str) -> list[str]:
    """Return a line for each text that is missing, not translated or not compiled."""
    problems = untranslated(source)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / source.name
        fresh.write_bytes(source.read_bytes())
        collect(fresh, language)
        missing = texts(fresh) ^ texts(source)
        problems += [f"{source.name}: run update.py for {text!r}" for text in sorted(missing)]
        compiled = fresh.with_suffix(".qm")
        compile_to(source, compiled)
        if compiled.read_bytes() != source.with_suffix(".qm").read_bytes():
            problems.append(f"{source.with_suffix('.qm').name} is not compiled from {source.name}")
    return problems


def collect(target: Path, language: str) -> None:
    """Put every text of the code into `target`; English needs only those that have a plural."""
    files = sorted(str(path) for path in (ROOT / "reader").rglob("*.py"))
    # English is the language of the source: it needs no translation but where a number
    # chooses between two forms.
    plural = ["-pluralonly"] if language == "en" else []
    run(
        *("pyside6-lupdate", *files, "-ts", str(target), "-source-language", "en"),
        *("-target-language", language, "-no-obsolete", "-locations", "none", *plural),
    )


def compile_to(source: Path, target: Path) -> None:
    """Compile a `.ts` file to a `.qm` file, which a running program may have mapped."""
    unfinished = target.with_suffix(f".{os.getpid()}")
    run("pyside6-lrelease", str(source), "-qm", str(unfinished), "-silent")
    unfinished.replace(target)


def texts(source: Path) -> set[tuple[str, str]]:
    """Return the contexts and texts that a `.ts` file holds."""
    root = ElementTree.parse(source).getroot()  # noqa: S314 (our own file)
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    }


def untranslated(source: Path) -> list[str]:
    """Return a line for each text without a finished translation."""
    root = ElementTree.parse(source).getroot()  # noqa: S314 (our own file)
    return [
        f"{source.name}: not translated: {message.findtext('source', '')!r}"
        for message in root.iter("message")
        if message.find("translation").get("type") is not None  # type: ignore[union-attr]
    ]


def run(program: str, *arguments: str) -> None:
    """Run a tool of the environment that this script runs in."""
    tool = Path(sys.executable).parent / program
    subprocess.run([str(tool), *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
