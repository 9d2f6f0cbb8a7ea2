"""Build every object once and pass it on; nothing here is kept at module level."""

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import __version__, paths
from reader.core.errors import ReaderError
from reader.settings import Settings, load_settings, save_settings
from reader.ui.annotation_book import AnnotationBook
from reader.ui.appearance import Appearance
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.icons import app_icon
from reader.ui.main_window import MainWindow
from reader.ui.recognizer import Recognizer


class Application:
    """The window with everything behind it; `library` is None for a library in memory."""

    def __init__(self, *, library: Path | None, settings_file: Path, state_file: Path) -> None:
        self._settings_file = settings_file
        self.finished = False
        settings = load_settings(settings_file)
        # The slowest part first: its process starts up while the window is being built.
        self.recognizer = Recognizer(model=settings.model or None)
        self.recognizer.start()
        self.appearance = Appearance(settings)
        self.appearance.apply(settings)
        self.library = LibraryThread(library)
        self.book = AnnotationBook(self.library)
        self.controller = ArticleController(self.library, self.recognizer)
        self.window = MainWindow(
            settings=settings,
            state=QSettings(str(state_file), QSettings.Format.IniFormat),
            appearance=self.appearance,
            controller=self.controller,
            book=self.book,
            library=self.library,
            recognizer=self.recognizer,
        )
        self.window.settings_changed.connect(self._on_settings_changed)

    def open(self, files: Sequence[Path]) -> None:
        """Show the window, and in it the first of `files` that can be read."""
        self.window.show()
        QTimer.singleShot(0, self.controller.refresh_articles)
        if files:
            QTimer.singleShot(0, lambda: self.window.open_files(list(files)))

    def finish(self) -> None:
        """End the threads and the process, everything saved; a second time does nothing."""
        if self.finished:
            return
        self.finished = True
        self.controller.finish()
        self.library.finish()
        self.recognizer.stop()

    def _on_settings_changed(self, settings: Settings) -> None:
        try:
            save_settings(self._settings_file, settings)
        except ReaderError as error:
            self.window.tell_error(error)


def run_app(files: Sequence[Path], *, library: Path) -> int:
    """Open the window on `files` and run until it is closed; return the exit status."""
    application = make_qapplication()
    program = Application(
        library=library,
        settings_file=paths.settings_file(),
        state_file=paths.settings_file().with_name("window.ini"),
    )
    sys.excepthook = lambda *error: show_bug(program.window, *error)
    program.open(files)
    status = application.exec()
    program.finish()
    return status


def make_qapplication() -> QApplication:
    """Return the Qt application, made with the program's name, icon and base style."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Reader")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("reader")
    application.setWindowIcon(app_icon())
    application.setStyle("Fusion")
    return application


def show_bug(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Say that something unforeseen happened, with the details to copy; the window stays open."""
    details = "".join(traceback.format_exception(kind, error, trace))
    print(details, file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "Reader", "", parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        QCoreApplication.translate(
            "bugs",
            "Something unforeseen happened in Reader. What was saved is safe; close the program "
            "and start it again if it misbehaves.",
        )
    )
    box.setDetailedText(f"Reader {__version__}, Python {sys.version.split()[0]}\n\n{details}")
    copy = box.addButton(
        QCoreApplication.translate("bugs", "Copy details"), QMessageBox.ButtonRole.ActionRole
    )
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(box.detailedText()))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
