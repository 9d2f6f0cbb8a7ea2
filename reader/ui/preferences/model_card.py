"""One model in the list: what it is, whether it serves, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.recognition.catalogue import AUTOMATIC, Entry, State
from reader.ui.languages import language_name
from reader.ui.preferences.task_bar import megabytes


class ModelCard(QFrame):
    """A model's name and version, its language, licence, size and state, with buttons beside."""

    use_requested = Signal()
    install_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelCard")
        self.entry: Entry | None = None  # None: automatic
        self._name, self._version, self._tag = QLabel(), QLabel(), QLabel()
        self._details, self._problem = QLabel(), QLabel()
        for label, role in (
            (self._name, "strong"),
            (self._version, "muted"),
            (self._tag, "tag"),
            (self._details, "muted"),
            (self._problem, "danger"),
        ):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._name, self._details, self._problem):
            label.setWordWrap(True)
        self.use_button, self.install_button, self.remove_button = (QPushButton() for _ in "123")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._version)
        head.addWidget(self._tag)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addWidget(self._details)
        words.addWidget(self._problem)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        for button, wish in (
            (self.use_button, self.use_requested),
            (self.install_button, self.install_requested),
            (self.remove_button, self.remove_requested),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(wish)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_automatic(self, names: tuple[str, ...], *, tag: str) -> None:
        """Show the choice that is no model of its own, and which models serve under it now."""
        at_present = self.tr("At present: {names}").format(names=" + ".join(names) or "–")
        self._show(self.tr("Automatic"), "", tag, at_present, "")
        self._offer(use=not tag, install=False, remove=False)

    def show_entry(self, entry: Entry, *, tag: str, problem: str, is_chosen: bool) -> None:
        """Show a model; `tag` says that it serves or is to, `problem` why it can't.

        One of another language than Spanish is not chosen, and nothing is wrong with it.
        """
        self.entry = entry
        details = [language_name(entry.language), entry.licence]
        details += [megabytes(entry.size_bytes)] if entry.size_bytes is not None else []
        details += [_state_name(entry.state)]
        if entry.state is State.FOLDER and entry.folder is not None:
            details.append(breakable(str(entry.folder)))
        line = " · ".join(part for part in details if part)
        if entry.is_foreign:
            line += "\n" + self.tr("Reads the articles in its own language, by itself.")
            problem = ""
        self._show(breakable(entry.name), entry.version, tag, line, problem)
        is_there = entry.state is not State.AVAILABLE
        self._offer(
            use=is_there and entry.error is None and not is_chosen,
            install=not is_there,
            remove=entry.state is State.INSTALLED,
        )

    @property
    def choice(self) -> str:
        """Return what the setting `model` holds to use it."""
        return self.entry.choice if self.entry is not None else AUTOMATIC

    def words(self) -> str:
        """Return all that the card says."""
        labels = (self._name, self._version, self._tag, self._details, self._problem)
        return " ".join(label.text() for label in labels).replace("\u200b", "")

    @property
    def tag(self) -> str:
        """Return what is said of whether it serves; "" where it doesn't."""
        return self._tag.text()

    @property
    def problem(self) -> str:
        """Return why the model can't be used; "" where it can."""
        return self._problem.text().replace("\u200b", "")

    def set_busy(self, busy: bool) -> None:
        """Disable what has to wait while something is being installed."""
        self.use_button.setDisabled(busy)
        self.install_button.setDisabled(busy)
        self.remove_button.setDisabled(busy)

    def _show(self, name: str, version: str, tag: str, details: str, problem: str) -> None:
        self._name.setText(name)
        self._version.setText(version)
        self._tag.setText(tag)
        self._details.setText(details)
        self._problem.setText(breakable(problem))
        for label in (self._version, self._tag, self._problem):
            label.setVisible(bool(label.text()))
        self.setAccessibleName(self.words())
        # A short name keeps its width; a path, which is one where nothing else is known, wraps.
        self._name.setWordWrap("\u200b" in name)

    def _offer(self, *, use: bool, install: bool, remove: bool) -> None:
        name = f"{self._name.text()} {self._version.text()}".strip().replace("\u200b", "")
        for button, shown, text, spoken in (
            (self.use_button, use, self.tr("Use"), self.tr("Use {name}")),
            (self.install_button, install, self.tr("Install…"), self.tr("Install {name}…")),
            (self.remove_button, remove, self.tr("Remove…"), self.tr("Remove {name}…")),
        ):
            button.setText(text)
            button.setAccessibleName(spoken.format(name=name))
            button.setVisible(shown)


def breakable(text: str) -> str:
    """Return a text whose paths can be broken over lines."""
    return text.replace("/", "/\u200b").replace("\\", "\\\u200b")


def _state_name(state: State) -> str:
    return {
        State.BUILT_IN: QCoreApplication.translate("models", "built in"),
        State.INSTALLED: QCoreApplication.translate("models", "installed"),
        State.PACKAGE: QCoreApplication.translate("models", "installed as a Python package"),
        State.FOLDER: QCoreApplication.translate("models", "in a folder"),
        State.AVAILABLE: QCoreApplication.translate("models", "not installed"),
    }[state]
