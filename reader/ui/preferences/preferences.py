"""The preferences between the program and their dialog, which is made when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

from reader.core.errors import ReaderError
from reader.settings import Settings
from reader.ui.recognizer import Recognizer
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.preferences.dialog import PreferencesDialog
    from reader.ui.preferences.models import Models, Offer
    from reader.ui.shortcuts.book import ShortcutBook


class Preferences(QObject):
    """Open the dialog, and keep it abreast of what changes elsewhere.

    `sentence_of` words an error in the interface's language.
    """

    settings_changed = Signal(object)  # Settings
    model_renewed = Signal()  # under the same setting another model serves now
    cancelled = Signal(str)  # what to tell of an installation that closing the dialog called off

    def __init__(
        self,
        window: Window,
        *,
        settings: Settings,
        recognizer: Recognizer,
        sentence_of: Callable[[ReaderError], str],
    ) -> None:
        super().__init__(window)
        self.dialog: PreferencesDialog | None = None
        self.models: Models | None = None
        self.shortcuts: ShortcutBook | None = None  # the page of keys is there only with it
        self._window = window
        self._settings = settings
        self._sentence_of = sentence_of
        self._serving = ""
        recognizer.model_ready.connect(self._set_serving)
        recognizer.model_changed.connect(lambda: self._set_serving(""))
        recognizer.model_failed.connect(self._on_model_failed)
        window.closed.connect(self._on_window_closed)

    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self._make()
        assert self.dialog is not None
        assert self.models is not None
        if not self.dialog.isVisible():
            self.models.refresh()
            self.dialog.search.clear()
            self.dialog.list.setFocus()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_shortcuts(self) -> None:
        """Open the dialog at the page of keys."""
        self.show()
        assert self.dialog is not None
        if self.dialog.shortcuts is not None:
            self.dialog.show_page(self.dialog.shortcuts)
            self.dialog.shortcuts.tree.setFocus()

    def show_settings(self, settings: Settings) -> None:
        """Take note of what is set, and show it where the dialog is."""
        self._settings = settings
        if self.dialog is not None:
            self.dialog.show_settings(settings)

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        if self.dialog is not None:
            self.dialog.retranslate()

    def finish(self) -> None:
        """Call off what is being installed, and end the threads."""
        if self.models is not None:
            self.models.finish()

    def _make(self) -> None:
        # Imported here: the window doesn't wait for what it may not need.
        from reader.ui.preferences.dialog import PreferencesDialog
        from reader.ui.preferences.models import Models

        self.models = Models(self._settings.model, self)
        self.dialog = PreferencesDialog(
            self._window,
            settings=self._settings,
            models=self.models,
            sentence_of=self._sentence_of,
            serving=self._serving,
            shortcuts=self.shortcuts,
        )
        size = self._window.state.value("preferences")
        if isinstance(size, QSize):
            self.dialog.resize(size)
        self.dialog.settings_changed.connect(self.settings_changed)
        self.dialog.closed.connect(self._on_dialog_closed)
        self.models.renewed.connect(self.model_renewed)
        self.models.cancelled.connect(self._on_cancelled)

    def _set_serving(self, key: str) -> None:
        self._serving = key
        if self.dialog is not None:
            self.dialog.recognition.set_serving(key)

    def _on_model_failed(self, error: ReaderError) -> None:
        """Tell in the dialog too why the model that was chosen there doesn't serve."""
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.recognition.tell_error(error)

    def _on_cancelled(self, offer: "Offer") -> None:
        if self.dialog is not None and not self.dialog.isVisible():
            name = f"{offer.name} {offer.version}"
            self.cancelled.emit(self.tr("Installing {name} was called off.").format(name=name))

    def _on_dialog_closed(self) -> None:
        assert self.dialog is not None
        self._window.state.setValue("preferences", self.dialog.size())

    def _on_window_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
