"""The looks of the whole window: the words of its language, the colours of its theme, its font."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.settings import Settings
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.workbench import Workbench


class Looks(QObject):
    """Give every part of the window the looks that the settings ask for."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self._bench = bench
        self.retranslate()
        self.set_theme(bench.appearance.theme)
        bench.appearance.theme_changed.connect(self.set_theme)

    def change(self, before: Settings, settings: Settings) -> None:
        """Look as other settings ask for."""
        self._bench.appearance.apply(settings)
        if self._bench.appearance.reading_style() != self._style:
            self._show_style()
        if settings.language != before.language:
            self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        bench = self._bench
        bench.actions.retranslate()
        bench.view.setAccessibleName(self.tr("Article"))
        for part in (
            *(bench.desk, bench.undo_order, bench.start_page, bench.imports),
            *(bench.notices, bench.status, bench.toolbar, bench.tabs, bench.appearance_menu),
            bench.preferences,
        ):
            part.retranslate()
        search = bench.made("search")
        if search is not None:
            search.page.retranslate()
        bench.show_title()

    def set_theme(self, theme: Theme) -> None:
        """Give everything the theme's colours."""
        bench = self._bench
        bench.window.set_background(theme.window)
        for part in (
            *(bench.actions, bench.panel, bench.library_pane, bench.legend),
            *(bench.presenter.hover, bench.correcting, bench.marking, bench.entity_desk),
            *(bench.notes, bench.annotating, bench.centre, bench.imports),
            bench.tabs.strip,
        ):
            part.set_theme(theme)
        self._show_style()

    def _show_style(self) -> None:
        self._style = self._bench.appearance.reading_style()
        self._bench.view.set_style(self._style)
