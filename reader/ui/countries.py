"""Names of countries by their ISO 3166 codes."""

from PySide6.QtCore import QLocale

from reader import paths


def country_name(code: str) -> str:
    """Return a country's name in the language of the interface; `code` itself if none is known."""
    if QLocale().language() == QLocale.Language.Spanish:
        found = _spanish_name(code)
        if found:
            return found
    territory = QLocale.codeToTerritory(code)
    return QLocale.territoryToString(territory) if territory.value else code


def _spanish_name(code: str) -> str | None:
    """Return the gazetteer's name of a country; Qt knows each in its own languages alone.

    The countries come first in that file, so no more than these lines are read.
    """
    with (paths.resources() / "gazetteer" / "entities.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            identity, kind, name, *_ = line.split("\t")
            if kind != "country":
                break
            if identity == code:
                return name
    return None
