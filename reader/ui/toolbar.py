"""The one thin toolbar: fold, open, back and forward, the legend, how the text looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from reader.ui.actions import Actions


class Toolbar(QToolBar):
    """Lay out the actions with the legend in the middle, there once there is an article."""

    def __init__(self, actions: Actions, *, legend: QWidget, appearance_menu: QWidget) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("show_library", "open", "back", "forward", "network"):
            self.addAction(actions[name])
        self.addWidget(_spacer())
        self._legend = self.addWidget(legend)
        self._legend.setVisible(False)
        self.addWidget(_spacer())
        self.addAction(actions["search"])
        self.addWidget(appearance_menu)
        self.addAction(actions["show_panel"])

    def show_legend(self, is_shown: bool = True) -> None:
        """Show the legend, or hide it: it is the article's."""
        self._legend.setVisible(is_shown)

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.setWindowTitle(self.tr("Toolbar"))


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
