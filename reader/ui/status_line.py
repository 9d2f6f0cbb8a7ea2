"""The status bar: what recognition does, how long the article is, whether all is saved."""

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from reader.core.document import Document
from reader.ui.article_rows import reading_minutes


class StatusLine(QStatusBar):
    """Show recognition's progress on the left; the article, the model and saving on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._activity = QLabel()
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(140)
        self._progress.setMaximumHeight(6)
        self._progress.setTextVisible(False)
        self._article = QLabel()
        self._model_label = QLabel()
        self._saved_label = QLabel()
        self.addWidget(self._activity)
        self.addWidget(self._progress)
        for label in (self._article, self._model_label, self._saved_label):
            self.addPermanentWidget(label)
        self._words = 0
        self._model = ""
        self._saved = True
        self._done: tuple[int, int] | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self._progress.setAccessibleName(self.tr("Progress of recognition"))
        self.set_saved(self._saved)
        self.set_model(self._model)
        self._show_article()
        self._show_activity()

    def set_document(self, document: Document | None) -> None:
        """Show the length of the open article."""
        text = [document.block_text(block) for block in document.blocks] if document else []
        self._words = sum(len(part.split()) for part in text)
        self._show_article()

    def set_model(self, model: str) -> None:
        """Show which model finds the names; "" while none is ready."""
        self._model = model
        self._model_label.setText(self.tr("Model: {name}").format(name=model) if model else "")

    def set_saved(self, saved: bool) -> None:
        """Show whether everything that the user wrote is on the disk."""
        self._saved = saved
        self._saved_label.setText(self.tr("All saved") if saved else self.tr("Saving…"))

    def set_recognizing(self, done: int | None, total: int | None) -> None:
        """Show how many words of how many have been read; None when recognition has ended."""
        self._done = None if done is None or total is None else (done, total)
        self._show_activity()

    def _show_article(self) -> None:
        if not self._words:
            self._article.setText("")
            return
        words = self.tr("%n word(s)", "", self._words)
        minutes = self.tr("%n min", "reading time", reading_minutes(self._words))
        self._article.setText(f"{words} · {minutes}")

    def _show_activity(self) -> None:
        self._progress.setVisible(self._done is not None)
        if self._done is None:
            self._activity.setText("")
            return
        done, total = self._done
        self._activity.setText(self.tr("Finding names…"))
        self._progress.setRange(0, total)  # 0 of 0 is drawn as busy
        self._progress.setValue(done)
