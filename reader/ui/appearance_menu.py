"""The reading menu ("Aa"): a button with the form for how the text looks under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget, QWidgetAction

from reader.settings import Settings
from reader.ui.appearance_form import AppearanceForm


class AppearanceMenu(QToolButton):
    """A button with a small form under it."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("appearanceButton")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setText("Aa")
        self.form = AppearanceForm(settings)
        self.form.setContentsMargins(14, 12, 14, 12)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.form)
        menu.addAction(action)
        self.setMenu(menu)
        self.retranslate()
        self.form.settings_changed.connect(self.settings_changed)

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.setToolTip(self.tr("How the text looks"))
        self.setAccessibleName(self.tr("How the text looks"))
        self.form.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        self.form.show_settings(settings)
