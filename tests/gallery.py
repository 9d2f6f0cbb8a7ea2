"""Render the window in every state, each dialog, what opens over them, and parts, to PNG.

python tests/gallery.py --out FOLDER, in each theme and language unless told; sheets of all of them
are there too.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader import paths
from reader.app import Application, make_qapplication
from reader.core.annotations import Annotation, Colour
from reader.core.choices import LinkChoice
from reader.core.entities import Entity, Note
from reader.core.errors import ModelError
from reader.core.mentions import FoundBy, Kind, LinkedBy
from reader.settings import Settings, save_settings
from reader.ui.hover_card import HoverCard
from reader.ui.icons import app_icon, icon
from reader.ui.legend import Legend
from reader.ui.panel.panel_data import EntityDetails, EntityRow, Pick, Snippet
from reader.ui.panel.side_panel import SidePanel
from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.preferences.models import Models
from reader.ui.reasons import Reason
from reader.ui.selection_bar import SelectionBar
from reader.ui.style import style_sheet
from reader.ui.theme import Theme, load_theme
from reader.ui.translation import load_translator
from tests.opened import opened
from tests.stages import settle, stages, wait_until

LONG_NAME = "Comisión Económica para América Latina y el Caribe de las NU"
THEMES = ("light", "sepia", "dark", "contrast", "contrast-dark")
CLOSE = ("✕", lambda: None)
NAMES = {
    Kind.PERSON: ["Serguéi Lavrov", "Kim Jong Un", "Vladimir Putin"],
    Kind.COUNTRY: ["Rusia", "Corea del Norte", "Ucrania", "Estados Unidos"],
    Kind.PLACE: ["Pyongyang", "Moscú", "Kursk", "Asia", "Occidente"],
    Kind.ORGANIZATION: ["OTAN", "Nordwind Airlines", LONG_NAME],
}


def sample_rows(extra: int = 0) -> list[EntityRow]:
    """Return the entities of a sample article, with `extra` more people."""
    names = [(kind, name) for kind, group in NAMES.items() for name in group]
    names += [(Kind.PERSON, f"Persona número {i + 1}") for i in range(extra)]
    return [
        EntityRow(
            Entity(f"e{i}", name, kind),
            count=0 if name == "Ucrania" else 1 + (i * 7) % 23,
            first=i * 40,
            has_note=i % 3 == 0,
            demonyms=1 + i if kind is Kind.COUNTRY else 0,
        )
        for i, (kind, name) in enumerate(names)
    ]


def sample_details(name: str, note: str, mentions: int = 5) -> EntityDetails:
    """Return what a sample card shows."""
    entity = Entity(
        "e5",
        name,
        Kind.COUNTRY,
        ("República Popular Democrática de Corea", "RPDC", "Norcorea"),
        {"iso3166": "KP", "geonames": "1873107"},
    )
    before = "El ministro de Exteriores ruso, Serguéi Lavrov, llegó este viernes a "
    after = " para una visita de tres días en la que se reunirá con su homóloga, Choe Son Hui."
    snippets = [
        Snippet(i * 100, i * 100 + 15, before[i * 9 :], "Corea del Norte", after)
        for i in range(mentions)
    ]
    demonym = Snippet(mentions * 100, mentions * 100 + 11, "los ", "norcoreanos", " callaron")
    snippets.append(replace(demonym, is_demonym=True))
    articles = [
        ("d1", "Pyongyang lanza un misil balístico hacia el mar de Japón", "2025-07-03"),
        ("d2", "Seúl suspende los altavoces en la frontera", "2025-06-11"),
        ("d3", "", ""),
    ]
    saved = Note("e5", note, "2025-07-12T10:00:00Z")
    return EntityDetails(entity, saved, snippets, articles, demonym_count=1)


def sample_question(name: str) -> EntityDetails:
    """Return what the card of an open name shows, with one mention that the user decided."""
    people = [Entity(first, f"{first} {name}", Kind.PERSON) for first in ("Jorge", "Ana María")]
    question = Entity("?", name, Kind.PERSON, (), {}, tuple(person.id for person in people))
    why = Reason(FoundBy.MODEL, LinkedBy.OPEN, Kind.PERSON, name, name)
    snippets = [
        Snippet(i, i + 8, "Es un acuerdo justo, dijo ", name, " a la salida.", reason=why)
        for i in range(3)
    ]
    choice = LinkChoice("d", Kind.PERSON, name, "?", (9, 17))
    pick = Pick(name, (choice,), 1, everywhere=False)
    return EntityDetails(question, mentions=snippets, candidates=people, picks=[pick])


def sample_city() -> EntityDetails:
    """Return what a city's card shows."""
    known = {"country": "ES", "geonames": "3117735", "coordinates": "40.42,-3.70"}
    city = Entity("c", "Madrid", Kind.PLACE, ("Villa y Corte",), known | {"wikidata": "Q2807"})
    reasons = [
        Reason(FoundBy.LIST, LinkedBy.NAME, Kind.PLACE, "Madrid", "Madrid"),
        Reason(FoundBy.LIST, LinkedBy.CONTEXT, Kind.PLACE, "Madrid", "Madrid", country="ES"),
        Reason(FoundBy.MODEL, LinkedBy.ALIAS, Kind.PLACE, "Villa y Corte", "Madrid"),
    ]
    snippets = [
        Snippet(i, i + 6, "El tren sale de ", why.surface, " a las nueve.", reason=why)
        for i, why in enumerate(reasons)
    ]
    return EntityDetails(city, mentions=snippets)


def sample_annotations(count: int) -> list[Annotation]:
    """Return annotations of many lengths in all colours."""
    quotes = [
        "la asociación estratégica integral entre los dos países",
        "Rusia agradece el apoyo «heroico» de los soldados norcoreanos en la liberación de Kursk, "
        "según dijo el ministro en una rueda de prensa al término de la reunión, en la que también "
        "habló de los vuelos directos Moscú-Pyongyang, que empezarán este mes, y de otras cosas.",
        "Wonsan",
    ]
    comments = [
        "",
        "Comprobar con la nota de la agencia TASS del mismo día.",
        "¿Fuente?\nVer nota.",
    ]
    colours = list(Colour)
    return [
        Annotation(
            f"a{i}",
            "d",
            i * 50,
            i * 50 + 20,
            quotes[i % 3],
            "",
            "",
            colours[i % 6],
            comments[i % 3],
        )
        for i in range(count)
    ]


def panels(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    """Yield the panel in each of its states, with a name for the picture."""
    yield "list", _panel(theme, lambda p: p.set_entities(sample_rows()))
    yield "list-hidden", _panel(theme, _hidden)
    yield "list-200-280px", _panel(theme, lambda p: p.set_entities(sample_rows(187)), width=280)
    yield "no-article", _panel(theme, lambda _: None)
    yield "nothing-found", _panel(theme, lambda p: p.set_entities([]))
    yield "recognizing", _panel(theme, _recognizing)
    yield "no-match", _panel(theme, _no_match)
    note = "Ver **cumbre de Vladivostok** (2019).\n\n- Capital: Pyongyang\n- Líder: Kim Jong Un"
    yield "card", _panel(theme, lambda p: p.show_entity(sample_details("Corea del Norte", note)))
    yield "card-open", _panel(theme, lambda p: p.show_entity(sample_question("Crawford")))
    long_question = sample_question("Crawford de los Monteros y Fernández de Córdoba")
    yield "card-open-280px", _panel(theme, lambda p: p.show_entity(long_question), width=280)
    yield "card-city", _panel(theme, lambda p: p.show_entity(sample_city()))
    long_card = sample_details(LONG_NAME, "", 40)
    yield "card-long-name-280px", _panel(theme, lambda p: p.show_entity(long_card), width=280)
    long_note = sample_details("Corea del Norte", "Una línea de una nota muy larga.\n" * 90)
    yield "card-long-note", _panel(theme, lambda p: p.show_entity(long_note), width=420)
    yield "saved", _panel(theme, _saved)
    yield "annotations", _panel(theme, _annotations)
    yield "annotations-280px", _panel(theme, _annotations, width=280)
    yield "no-annotations", _panel(theme, lambda p: p.show_annotations())


def _panel(theme: Theme, fill: Callable[[SidePanel], object], *, width: int = 340) -> SidePanel:
    panel = SidePanel()
    panel.set_theme(theme)
    panel.resize(width, 720)
    panel.show()
    fill(panel)
    return panel


def _hidden(panel: SidePanel) -> None:
    panel.set_entities(sample_rows())
    panel.set_hidden_kinds([Kind.PLACE, Kind.DEMONYM])


def _recognizing(panel: SidePanel) -> None:
    panel.set_entities(sample_rows()[:6])
    panel.set_recognizing(34, 100)


def _no_match(panel: SidePanel) -> None:
    panel.set_entities(sample_rows())
    panel.entity_list.filter_edit.setText("zzz")


def _saved(panel: SidePanel) -> None:
    panel.set_entities(sample_rows())
    panel.show_entity(sample_details("Corea del Norte", ""))
    panel.card.note.edit.insertPlainText("Visitar el archivo.")
    panel.set_note_saved("e5", "Visitar el archivo.")
    panel.set_current_mention(100)


def _annotations(panel: SidePanel) -> None:
    panel.set_annotations(sample_annotations(12))
    panel.show_annotations()
    panel.set_current_annotation("a1")


def bars(theme: Theme) -> QWidget:
    """Return legends, selection bar, hover card and icons on one page."""
    page = QWidget()
    page.setObjectName("page")
    page.setStyleSheet(f"#page {{ background: {theme.base.name()}; }}")
    layout = QVBoxLayout(page)
    counts = dict(zip(Kind, (3, 4, 5, 12, 4), strict=True))
    nothing: frozenset[Kind] = frozenset()
    quiet = frozenset({Kind.PLACE, Kind.DEMONYM})
    for width, hidden in ((660, nothing), (660, quiet), (560, nothing), (360, nothing)):
        legend = Legend()
        legend.set_theme(theme)
        legend.set_counts(counts, demonyms=11)
        legend.set_hidden_kinds(hidden)
        legend.setFixedWidth(width)
        layout.addWidget(legend)
    row = QHBoxLayout()
    for name in sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg")):
        if not name.startswith(("reader", "menu-")):
            label = QLabel()
            label.setPixmap(icon(name, theme).pixmap(20, 20))
            row.addWidget(label)
    for size in (16, 24, 32, 64):
        label = QLabel()
        label.setPixmap(app_icon().pixmap(size, size))
        row.addWidget(label)
    layout.addLayout(row)
    layout.addStretch()
    page.resize(760, 520)
    bounds = QRect(0, 0, 760, 520)
    bar = SelectionBar(page)
    bar.set_theme(theme)
    bar.place_beside(QRect(100, 260, 120, 20), bounds)
    note = "Ministro de Exteriores desde 2004.\n\nVer **cumbre** de Vladivostok, 2019.\n" * 3
    for x, name, text in ((300, "Serguéi Lavrov", ""), (480, LONG_NAME, note)):
        entity = Entity("x", name, Kind.PERSON)
        card = HoverCard(page)
        card.set_theme(theme)
        card.set_entity(entity, count=7, note=Note("x", text, ""), articles=2)
        card.place_beside(QRect(x, 260, 60, 0), bounds.translated(QPoint(0, 240)))
    page.show()
    return page


def preferences() -> Iterator[tuple[str, QWidget]]:
    """Yield the preferences, a picture of each page and of what the bar below the models says."""
    models = Models("")
    window = QWidget()
    dialog = PreferencesDialog(
        window, settings=Settings(), models=models, sentence_of=str, serving="es_reader_news-1.0.1"
    )
    dialog.show()
    listed = QEventLoop()
    models.listed.connect(listed.quit)
    models.refresh()
    listed.exec()
    page = dialog.recognition
    pages = {"reading": dialog.reading, "language": dialog.language, "recognition": page}
    for title, shown in pages.items():
        dialog.show_page(shown)
        yield f"preferences-{title}", dialog
    page.task_bar.begin(page.tr("Downloading {name}…").format(name="es_core_news_md 3.8.0"), CLOSE)
    page.task_bar.show_progress(12_400_000, 42_000_000)
    yield "preferences-downloading", dialog
    page.tell_error(ModelError(f"{LONG_NAME} — {'/a/long/way' * 9}."))
    yield "preferences-error", dialog
    dialog.resize(dialog.minimumSize())
    yield "preferences-smallest", dialog
    models.finish()
    dialog.close()
    window.deleteLater()


def parts(folder: Path, name: str) -> None:
    """Write the pictures of parts with sample data, in a theme, in the installed language."""
    theme = load_theme(paths.resources() / "themes", name)
    QApplication.setPalette(theme.palette())
    application().setStyleSheet(style_sheet(theme))
    for title, widget in [*panels(theme), ("bars", bars(theme))]:
        settle(3)  # until every layout has settled
        widget.grab().save(str(folder / f"part-{title}.png"))
        widget.close()
        widget.deleteLater()
    for title, widget in preferences():
        settle(1)
        widget.grab().save(str(folder / f"part-{title}.png"))


def program(folder: Path, settings: Settings, size: QSize) -> None:
    """Write the pictures of the program's states, in a library that was just made."""
    with tempfile.TemporaryDirectory() as home:
        save_settings(Path(home) / "settings.toml", settings)
        program = Application(
            library=Path(home) / "library.sqlite",
            settings_file=Path(home) / "settings.toml",
            state_file=Path(home) / "window.ini",
        )
        program.window.resize(size)
        program.open([])
        wait_until(lambda: program.workbench is not None, "the window")
        assert program.workbench is not None
        try:
            shown = chain(stages(program.workbench), opened(program.workbench))
            for number, stage in enumerate(shown):
                wait_until(lambda: True, "")
                stage.widget.grab().save(str(folder / f"{number:02} {stage.name}.png"))
        finally:  # else its threads keep the process alive
            program.window.close()
            wait_until(lambda: not program.window.isVisible(), "the end")
            program.finish()
        for translator in program.workbench.appearance._translators:
            QApplication.removeTranslator(translator)
        program.window.deleteLater()


def sheet(folder: Path) -> None:
    """Write small copies of all pictures in a folder beside each other, twelve to a sheet."""
    wide, high = 640, 420
    pictures = sorted(folder.glob("*.png"))
    for first in range(0, len(pictures), 12):
        page = QPixmap(wide * 4, (high + 20) * 3)
        page.fill(Qt.GlobalColor.gray)
        painter = QPainter(page)
        for place, path in enumerate(pictures[first : first + 12]):
            x, y = place % 4 * wide, place // 4 * (high + 20)
            small = QPixmap(str(path))
            if small.width() > wide or small.height() > high:
                small = small.scaled(
                    wide - 8,
                    high - 4,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            painter.drawText(x + 4, y + 14, path.stem)
            painter.drawPixmap(x + 4, y + 20, small)
        painter.end()
        page.save(str(folder.parent / f"sheet {folder.name} {first // 12 + 1}.png"))


def application() -> QApplication:
    """Return the application."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def main() -> int:
    """Write the pictures into the folder that was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--language", choices=("en", "es"), action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--size", type=int, nargs=2, default=(1280, 840))
    parser.add_argument("--no-parts", action="store_true")
    options = parser.parse_args()
    make_qapplication()
    for language in options.language or ("en", "es"):
        for theme in options.theme or THEMES:
            folder = options.out / f"{language} {theme}"
            folder.mkdir(parents=True, exist_ok=True)
            # The system chooses between the two of contrast, and says nothing without a desktop.
            setting = "contrast" if theme.startswith("contrast") else theme
            with patch("reader.ui.appearance.theme_name", return_value=theme):
                program(folder, Settings(language=language, theme=setting), QSize(*options.size))
            if not options.no_parts:
                translator = load_translator(language)
                application().installTranslator(translator)
                QLocale.setDefault(QLocale(language))
                parts(folder, theme)
                application().removeTranslator(translator)
            sheet(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
