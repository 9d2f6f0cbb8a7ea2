"""What is listed for what is typed, and in which order."""

import pytest

from reader.ui.palette.entries import Entry, EntryKind, ordered, wish
from reader.ui.palette.matching import Fit, fit, folded, text, words


def entry(kind: EntryKind, name: str, *beside: str) -> Entry:
    return Entry(kind, f"{kind.value}:{name}", name, lambda: None, sought=text(name, *beside))


ACTIONS = [
    entry(EntryKind.ACTION, "Abrir…", "Archivo", "Open"),
    entry(EntryKind.ACTION, "Exportar…", "Archivo", "Export", "Ctrl+E"),
    entry(EntryKind.ACTION, "Añadir etiqueta", "Editar", "Add a tag"),
    entry(EntryKind.ACTION, "Mención anterior", "Ir", "Previous mention", "K"),
    entry(EntryKind.ACTION, "Mención siguiente", "Ir", "Next mention", "J"),
]
NAMES = [entry(EntryKind.NAME, "Exxon"), entry(EntryKind.NAME, "Inés Añón")]


def names(typed: str, *, found: tuple[Entry, ...] = (), recent: tuple[str, ...] = ()) -> list[str]:
    listed = ordered([*ACTIONS, *NAMES], found, wish(typed), recent)
    return [each.name for each in listed]


@pytest.mark.parametrize(
    ("typed", "name", "beside", "how"),
    [
        ("mencion ant", "Mención anterior", "Ir", Fit.BEGIN),
        ("anterior mencion", "Mención anterior", "Ir", Fit.WORDS),
        ("ANADIR", "Añadir etiqueta", "", Fit.BEGIN),
        ("previous", "Mención anterior", "Previous mention", Fit.BESIDE),
        ("ctrl e", "Exportar", "Ctrl+E", Fit.BESIDE),
        ("port", "Exportar", "", Fit.INSIDE),
        ("xptr", "Exportar", "", None),
        ("exptr", "Exportar", "", Fit.LOOSE),
        ("ep", "Exportar", "", None),
        ("mencion zz", "Mención anterior", "Ir", None),
        ("", "Mención anterior", "", Fit.BEGIN),
    ],
)
def test_fit_says_how_well_words_fit(typed: str, name: str, beside: str, how: Fit | None) -> None:
    assert fit(words(folded(typed)), text(name, beside)) is how


def test_ordered_puts_actions_before_names_and_what_fits_badly_last() -> None:
    assert names("ex") == ["Exportar…", "Exxon"]
    assert names("open") == ["Abrir…"]
    # "an" begins words of these; inside of "Mención anterior" it begins one too.
    assert names("an") == ["Añadir etiqueta", "Mención anterior", "Inés Añón"]


def test_ordered_lists_what_lacks_letters_only_where_nothing_else_fits() -> None:
    assert names("mncn") == ["Mención anterior", "Mención siguiente"]
    assert names("exp") == ["Exportar…"]


def test_ordered_puts_first_what_was_used_last() -> None:
    recent = ("action:Mención siguiente", "action:Exportar…")
    assert names("", recent=recent)[:3] == ["Mención siguiente", "Exportar…", "Abrir…"]
    assert names("mencion", recent=recent)[0] == "Mención siguiente"
    assert names("mencion")[0] == "Mención anterior"


@pytest.mark.parametrize(
    ("typed", "listed"),
    [("@", ["Exxon", "Inés Añón"]), ("@ines", ["Inés Añón"]), ("> ex", ["Exportar…"]), ("#ex", [])],
)
def test_ordered_keeps_to_the_kind_that_a_sign_asks_for(typed: str, listed: list[str]) -> None:
    assert names(typed) == listed


def test_ordered_lists_the_librarys_answer_once_and_articles_after_names() -> None:
    found = (
        entry(EntryKind.ARTICLE, "Exilio en Francia"),
        entry(EntryKind.NAME, "Exxon"),
        entry(EntryKind.NAME, "Extremadura"),
    )
    assert names("ex", found=found) == ["Exportar…", "Exxon", "Extremadura", "Exilio en Francia"]
