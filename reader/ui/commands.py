"""What leads to every action at once: the palette, the keys and their sheet, wired in one place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.entities import Entity
from reader.core.shelf import Label, LabelKind
from reader.ui.later import HasLater, Later
from reader.ui.library.shelf_model import Shelf, ShelfKind
from reader.ui.shortcuts.book import ShortcutBook

if TYPE_CHECKING:
    from reader.ui.palette.desk import PaletteDesk
    from reader.ui.shortcuts.sheet import ShortcutSheet
    from reader.ui.workbench import Workbench


class Commands(QObject, HasLater):
    """Let hands find every action, and change its keys."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self._bench = bench
        self.book = ShortcutBook(bench.actions, bench.window.menuBar(), self)
        self.book.apply(bench.settings.shortcuts)
        self.sheet: ShortcutSheet | None = None
        bench.preferences.shortcuts = self.book
        bench.settings_changed.connect(lambda settings: self.book.apply(settings.shortcuts))
        bench.actions["palette"].triggered.connect(lambda _checked=False: self.palette.show())
        bench.actions["shortcuts"].triggered.connect(lambda _checked=False: self.show_sheet())

    def _make_palette(self) -> "PaletteDesk":
        from reader.ui.palette.desk import PaletteDesk

        bench = self._bench
        return PaletteDesk(
            bench.window,
            actions=bench.actions,
            library=bench.library,
            entities=self._entities,
            labels=self._labels,
            back_to=bench.view,
            recent=bench.window.state.value("palette_recent"),
        )

    def _wire_palette(self, palette: "PaletteDesk") -> None:
        bench = self._bench
        palette.entity_chosen.connect(bench.jumps.to_entity)
        palette.article_chosen.connect(bench.show_article)
        palette.label_chosen.connect(self._show_label)
        palette.set_theme(bench.appearance.theme)
        bench.appearance.theme_changed.connect(palette.set_theme)
        bench.window.closed.connect(lambda: bench.window.state.setValue(*palette.kept()))

    palette: "Later[PaletteDesk]" = Later(_make_palette, _wire_palette)

    def show_sheet(self) -> None:
        """Show the sheet of all keys."""
        if self.sheet is None:
            from reader.ui.shortcuts.sheet import ShortcutSheet  # not before it is wanted

            self.sheet = ShortcutSheet(self._bench.window, self.book)
            self.sheet.change_requested.connect(self._bench.preferences.show_shortcuts)
            self._bench.window.closed.connect(self.sheet.close)
        self.sheet.open_sheet()

    def _entities(self) -> tuple[Entity, ...]:
        recognition = self._bench.controller.recognition
        return tuple(recognition.entities) if recognition is not None else ()

    def _labels(self) -> list[Label]:
        model = self._bench.library_pane.shelf_model
        return [label for kind in LabelKind for label in model.labels(kind)]

    def _show_label(self, label: Label) -> None:
        """Narrow the list of articles to a collection or tag."""
        pane, shelf = self._bench.library_pane, Shelf(ShelfKind.LABEL, 0, label.kind, label)
        self._bench.actions["show_library"].setChecked(True)
        if pane.shelf_model.row_of(shelf) is None:  # folded away
            pane.shelf_model.toggle(label.kind)
        pane.shelves.choose(shelf)
        pane.focus_list()
