"""Say which theme the program would have, whenever that changes, until the input ends."""

import sys

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from reader.settings import Settings
from reader.ui.appearance import Appearance

LONGEST_MS = 60_000


def main() -> None:
    """Say the theme's name, line by line."""
    application = QApplication([])
    settings = Settings(theme=sys.argv[1], language="en")
    appearance = Appearance(settings)
    appearance.theme_changed.connect(lambda theme: print(theme.name, flush=True))
    appearance.apply(settings)
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(application.quit)
    QTimer.singleShot(LONGEST_MS, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
