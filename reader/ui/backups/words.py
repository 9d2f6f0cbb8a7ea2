"""What is said of a backup in several places."""

from PySide6.QtCore import QDateTime, QLocale

from reader.core.backups import Backup


def moment(backup: Backup) -> str:
    """Return when a backup was made, in the user's time and as their country writes it."""
    made = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
    return QLocale().toString(made, "d MMM yyyy, HH:mm")
