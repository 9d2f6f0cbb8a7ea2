"""The status bar: what recognition does, how long the article is, whether all is saved."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from reader.ui.article_rows import reading_time
from reader.ui.background import SaveState
from reader.ui.languages import language_name
from reader.ui.plain_text import one_line

_MODEL_NEEDS = 760  # pixels of the whole line
_COUNTS_NEED = 1000
_SHOWN_AFTER_MS = 400  # what is read sooner needs no word
_LONGEST_NAME = 40  # of a file, as it is shown


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
        self._counts_label = QLabel()
        self._article = QLabel()
        self._model_label = QLabel()
        self._saved_label = QLabel()
        self._activity.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may be anything
        self.addWidget(self._activity)
        self.addWidget(self._progress)
        for label in (
            *(self._counts_label, self._article),
            *(self._model_label, self._saved_label),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.addPermanentWidget(label)
        self._words = 0
        self._progress_made: float | None = None
        self._counts = (0, 0)
        self._model = ""
        self._language = ("", "")
        self._save_state = SaveState.SAVED
        self._done: tuple[int, int] | None = None
        self._file = ""  # that is being read
        self._file_wait = QTimer(self)
        self._file_wait.setSingleShot(True)
        self._file_wait.setInterval(_SHOWN_AFTER_MS)
        self._file_wait.timeout.connect(self._show_activity)
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self._progress.setAccessibleName(self.tr("Progress of recognition"))
        self.set_save_state(self._save_state)
        self._show_model()
        self._show_article()
        self._show_counts()
        self._show_activity()

    def set_words(self, words: int) -> None:
        """Show the length of the open article; nothing for 0."""
        self._words = words
        self._show_article()

    def set_progress(self, progress: float | None) -> None:
        """Show how far one has read, from 0 to 1; None where the page shows all."""
        self._progress_made = progress
        self._show_article()

    def set_counts(self, names: int, annotations: int) -> None:
        """Show how many names and annotations the article has."""
        self._counts = (names, annotations)
        self._show_counts()

    def set_model(self, model: str) -> None:
        """Show which model finds the names; "" while none is ready."""
        self._model = model
        self._show_model()

    def set_language(self, language: str, model: str) -> None:
        """Show that the open article is not in Spanish, and the model by whose key it is read.

        `language` is a code (ISO 639), "" where it is not sure.
        """
        self._language = (language, model)
        self._show_model()

    def set_save_state(self, state: SaveState) -> None:
        """Show whether everything that the user wrote is on the disk."""
        self._save_state = state
        texts = {
            SaveState.SAVED: self.tr("All saved"),
            SaveState.SAVING: self.tr("Saving…"),
            SaveState.FAILED: self.tr("Not everything is saved"),
        }
        self._saved_label.setText(texts[state])

    def set_recognizing(self, done: int | None, total: int | None) -> None:
        """Show how many words of how many have been read; None when recognition has ended."""
        self._done = None if done is None or total is None else (done, total)
        self._show_activity()

    def set_reading(self, name: str) -> None:
        """Show, before long, which file is being read; "" for none."""
        self._file = one_line(name)
        if name:
            self._file_wait.start()
        else:
            self._file_wait.stop()
            self._show_activity()

    def minimumSizeHint(self) -> QSize:
        """Return next to no width: a narrow window does without what has no room here."""
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where there is no room for all."""
        super().resizeEvent(event)
        self._model_label.setVisible(event.size().width() >= _MODEL_NEEDS)
        self._counts_label.setVisible(event.size().width() >= _COUNTS_NEED)

    def _show_model(self) -> None:
        language, reader = self._language
        if language.partition("-")[0] not in ("", "es"):
            text = self.tr("Article in {language} · read with {model}").format(
                language=language_name(language.partition("-")[0]), model=_names(reader)
            )
        else:
            text = self.tr("Model: {name}").format(name=self._model) if self._model else ""
        self._model_label.setText(text)

    def _show_article(self) -> None:
        if not self._words:
            self._article.setText("")
            return
        words = self.tr("%Ln word(s)", "", self._words)
        said = [words, reading_time(self._words)]
        made = self._progress_made
        if made is not None:
            said.append(self.tr("{percent} %").format(percent=round(100 * made)))
            left = round(self._words * (1 - made))
            if left and made > 0:
                said.append(self.tr("{time} left").format(time=reading_time(left)))
        text = " · ".join(said)
        if text != self._article.text():
            self._article.setText(text)

    def _show_counts(self) -> None:
        names, annotations = self._counts
        said = [self.tr("%Ln name(s)", "", names)] if names else []
        if annotations:
            said.append(self.tr("%Ln annotation(s)", "", annotations))
        self._counts_label.setText(" · ".join(said))

    def _show_activity(self) -> None:
        is_reading = bool(self._file) and not self._file_wait.isActive()
        self._progress.setVisible(is_reading or self._done is not None)
        if is_reading:
            name = self._file if len(self._file) <= _LONGEST_NAME else f"{self._file[:39]}…"
            self._activity.setText(self.tr("Reading “{name}”…").format(name=name))
            self._progress.setRange(0, 0)
            return
        if self._done is None:
            self._activity.setText("")
            return
        done, total = self._done
        self._activity.setText(self.tr("Finding names…"))
        self._progress.setRange(0, total)  # 0 of 0 is drawn as busy
        self._progress.setValue(done)


def _names(key: str) -> str:
    """Return the names of the models of a cache key, without their versions."""
    return " + ".join(part.rpartition("-")[0] or part for part in key.split("+")[:-1])
