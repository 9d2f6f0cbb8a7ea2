"""Build every object once and pass it on; nothing here is kept at module level.

What this module imports at its top is what a user waits for before there is a window to see, so
that is as little as can be.
"""

import gc
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import __version__, paths
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.settings import Settings
    from reader.ui.workbench import Workbench

PASTE = "reader:paste"
"""What stands for the clipboard among what the program is started with."""

LISTEN_AFTER_MS = 500
"""How long after the window is there the program listens for others; it is not to delay names."""


class Application(QObject):
    """The window with everything behind it; `library` is None for a library in memory.

    The bare window is shown first, and the workbench built in it once it has been painted.
    """

    built = Signal()

    def __init__(self, *, library: Path | None, settings_file: Path, state_file: Path) -> None:
        super().__init__()
        self._library_path = library
        self._settings_file = settings_file
        self._wanted: list[str] = []
        self.finished = False
        self.workbench: Workbench | None = None
        self.window = Window(QSettings(str(state_file), QSettings.Format.IniFormat))
        self.window.painted.connect(self._build)

    def open(self, wanted: Sequence[str | Path]) -> None:
        """Show the window, and in it the first of the files, or `reader:` addresses, that can be.

        Where it is shown already, it comes to the front.
        """
        self._wanted = [str(each) for each in wanted]
        if self.workbench is None:
            self.window.show()
            return
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._open_wanted()

    def _open_wanted(self) -> None:
        assert self.workbench is not None
        addresses = [each for each in self._wanted if each.startswith("reader:")]
        if self._has_articles():
            self.workbench.tabs.expect_article()
        self.workbench.open_files([Path(each) for each in self._wanted if each not in addresses])
        for address in addresses[:1]:
            if address == PASTE:
                self.workbench.imports.paste()
            else:
                self.workbench.tabs.open_aside(go_there=True)
                self.workbench.follow(address)

    def _has_articles(self) -> bool:
        """Return whether something is wanted that may not be in the library yet."""
        return any(not each.startswith("reader:") or each == PASTE for each in self._wanted)

    def finish(self) -> None:
        """End the threads and the process, everything saved; a second time does nothing."""
        if self.workbench is not None and not self.finished:
            self.workbench.preferences.finish()
            self.workbench.imports.finish()
            exporting = self.workbench.made("exporting")
            if exporting is not None:
                exporting.finish()
            self.workbench.backups.finish()
            self.workbench.controller.finish()
            self.workbench.centre.finish()
            self.workbench.hyphens.finish()
            self.workbench.library.finish()
            self.workbench.recognizer.stop()
        self.finished = True

    def _build(self) -> None:
        # The slowest part first: its process starts up while the rest is being imported and made.
        from reader.settings import load_settings
        from reader.ui.recognizer import Recognizer

        settings = load_settings(self._settings_file)
        recognizer = Recognizer(model=settings.model, parent=self)
        recognizer.start()

        from reader.ui.annotation_book import AnnotationBook
        from reader.ui.appearance import Appearance
        from reader.ui.article_controller import ArticleController
        from reader.ui.background import LibraryThread
        from reader.ui.backups.missing import KnownLibraries
        from reader.ui.workbench import Workbench

        appearance = Appearance(settings, self)
        appearance.apply(settings)
        known = KnownLibraries(self.window.state)
        library = LibraryThread(self._library_path, self, is_known=known.has)
        library.opened.connect(known.add)
        self.workbench = Workbench(
            self.window,
            settings=settings,
            appearance=appearance,
            controller=ArticleController(library, recognizer, self),
            book=AnnotationBook(library, self),
            library=library,
            recognizer=recognizer,
        )
        self.workbench.settings_changed.connect(self._on_settings_changed)
        if settings.restore_tabs:
            self.workbench.restore_tabs(shown=not self._has_articles())
        self._open_wanted()
        if self._wanted or self.workbench.tabs.tab.place:
            self.workbench.controller.refresh_articles_soon()
        else:
            self.workbench.controller.refresh_articles()
        self.built.emit()

    def _on_settings_changed(self, settings: "Settings") -> None:
        from reader.core.errors import ReaderError
        from reader.settings import save_settings

        try:
            save_settings(self._settings_file, settings)
        except ReaderError as error:
            assert self.workbench is not None
            self.workbench.tell_error(error)


def run_app(wanted: Sequence[str], *, library: Path) -> int:
    """Open the window on files and `reader:` addresses, and run until it is closed.

    Return the exit status. Where a window has the library open, that one takes them over.
    """
    from reader.ui.instance import Instance

    instance = Instance(library)
    if instance.hand_over(wanted):
        return 0
    gc.disable()  # until the window is built: an eighth of the time to the text
    application = make_qapplication()
    program = Application(
        library=library,
        settings_file=paths.settings_file(),
        state_file=paths.settings_file().with_name("window.ini"),
    )
    begin_log(program)
    close_on_signals(program.window)
    instance.asked.connect(program.open)
    program.built.connect(partial(collect_when_away, application))
    program.built.connect(lambda: QTimer.singleShot(LISTEN_AFTER_MS, instance.listen))
    program.open(wanted)
    status = application.exec()
    program.finish()
    instance.close()
    return status


def begin_log(program: Application) -> None:
    """Keep a log from when the window is there; tell of bugs at once, and write them down then."""

    def begin() -> None:
        from reader.logbook import Logbook

        log = Logbook(paths.data_folder() / "log")
        log.started()
        assert program.workbench is not None
        program.workbench.error_told.connect(log.told)
        program.window.closed.connect(log.ended)

        def on_bug(*error: Any) -> None:
            log.bug(*error)
            show_bug(program.window, *error)

        sys.excepthook = on_bug

    sys.excepthook = lambda *error: show_bug(program.window, *error)
    program.built.connect(begin)


def collect_when_away(application: QApplication) -> None:
    """Keep full collections of garbage for when nobody is looking; what is there now stays."""
    from reader.ui.collecting import Collecting

    Collecting(application)
    gc.enable()


def make_qapplication() -> QApplication:
    """Return the Qt application, made with the program's name, icon and base style."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Reader")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("org.reader_project.Reader")
    application.setStyle("Fusion")
    return application


def close_on_signals(window: Window) -> None:
    """Have Ctrl+C in the terminal, and the system's wish to end the program, close the window.

    So what is being typed is saved. Python sees a signal only when its own code runs, which in
    Qt's loop may be never: the signal's number in a socket wakes it.
    """
    ours, theirs = socket.socketpair()
    for end in (ours, theirs):
        end.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, window)

    def on_signal() -> None:
        ours.recv(64)
        theirs.fileno()  # held open by this function as long as the window listens
        window.close()

    notifier.activated.connect(on_signal)


def show_bug(
    window: Window,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Say that something unforeseen happened, with the details to copy; the window stays open."""
    import traceback

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
