"""Write what other languages call the states and territories, from Unicode CLDR through Babel.

Run `python packaging/gazetteer/abroad.py` after `build.py`; it writes `abroad.tsv` beside that
one's tables. `abroad.txt` has the names in everyday use that CLDR lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from reader.core.entities import normalize_name

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "resources" / "gazetteer"
LANGUAGES = "ca da de en eu fr gl it nb nl pl pt ro sv".split()


def states() -> dict[str, str]:
    """Return the Spanish names of states and territories by their ISO 3166-1 codes."""
    rows = (line.split("\t") for line in (OUTPUT / "entities.tsv").read_text("utf-8").splitlines())
    return {row[0]: row[2] for row in rows if row[1] == "country" and len(row[0]) == 2}


def names_of(language: str) -> Iterator[tuple[str, str]]:
    """Yield names in a language and the codes that they stand for."""
    territories = Locale(language).territories
    for code in states():
        if code in territories:
            yield territories[code], code
    for line in (HERE / "abroad.txt").read_text("utf-8").splitlines():
        spoken, code, names = line.split("\t")
        if spoken == language:
            yield from ((name, code) for name in names.split(", "))


def main() -> None:
    """Write the table."""
    spanish = states()
    rows: set[str] = set()
    for language in LANGUAGES:
        for name, code in names_of(language):
            row = (language, normalize_name(name), normalize_name(spanish[code]))
            if row[1] != row[2]:
                rows.add("\t".join(row))
    (OUTPUT / "abroad.tsv").write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
