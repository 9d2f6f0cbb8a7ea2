"""The backups of the library: when each was made, why, and what it holds."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.backups import Backup, Holdings, Reason
from reader.ui.backups.words import moment
from reader.ui.dialog_margins import DIALOG_MARGINS

_PATH = Qt.ItemDataRole.UserRole
_AROUND = 16  # pixels around a text in a row
_SI = QLocale.DataSizeFormat.DataSizeSIFormat
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupDialog(QDialog):
    """Show the backups, the newest first; one is made, or put back, on the user's word."""

    make_requested = Signal()
    restore_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupDialog")
        self.setWindowTitle(self.tr("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 440)
        self._folder = Path()
        self._about = QLabel(
            self.tr(
                "One is made every day; of the last week, month and half-year some are kept. They "
                "lie beside the library: copy them to another disk now and then."
            )
        )
        self._about.setWordWrap(True)
        self._about.setProperty("role", "muted")
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setHeaderLabels(
            [self.tr("Made"), self.tr("Why"), self.tr("Holds"), self.tr("Size")]
        )
        self.list.headerItem().setTextAlignment(3, _AT_RIGHT)
        self._none = QLabel(self.tr("There is no backup of this library yet."))
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setProperty("role", "muted")
        self.make_button = QPushButton(self.tr("Back up now"))
        self.restore_button = QPushButton(self.tr("Put back"))
        self.folder_button = QPushButton(self.tr("Show the folder"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._show_what_can_be_done())
        self.list.itemActivated.connect(lambda _item, _column: self._on_restore_clicked())
        self.make_button.clicked.connect(self._on_make_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.close_button.clicked.connect(self.accept)
        self._show_what_can_be_done()

    @property
    def is_filled(self) -> bool:
        """Return whether it shows already which backups there are."""
        return self.list.isVisible() or self._none.isVisible()

    def show_backups(self, library: Path, backups: Sequence[Backup]) -> None:
        """List the backups of a library; the chosen one stays chosen."""
        self._folder = library.resolve().parent / "backups"
        current = self.list.currentItem()
        chosen = current.data(0, _PATH) if current is not None else None
        self.list.clear()
        for backup in backups:
            item = QTreeWidgetItem(
                [
                    moment(backup),
                    self._reason(backup.reason),
                    self._held(backup.holdings),
                    QLocale().formattedDataSize(backup.size, 1, _SI),
                ]
            )
            item.setData(0, _PATH, backup.path)
            metrics = self.fontMetrics()
            wide = metrics.horizontalAdvance(item.text(0)) + _AROUND
            item.setSizeHint(0, QSize(wide, 2 * metrics.height()))
            item.setTextAlignment(3, _AT_RIGHT)
            item.setDisabled(backup.holdings is None)
            self.list.addTopLevelItem(item)
            if backup.path == chosen:
                self.list.setCurrentItem(item)
        self._none.setVisible(not backups)
        self.list.setVisible(bool(backups))
        self._show_what_can_be_done()

    def _reason(self, reason: Reason) -> str:
        return {
            Reason.SCHEDULED: self.tr("every day"),
            Reason.BY_HAND: self.tr("you asked for it"),
            Reason.BEFORE_UPDATE: self.tr("before an update of Reader"),
            Reason.BEFORE_RESTORE: self.tr("before another was put back"),
        }[reason]

    def _held(self, held: Holdings | None) -> str:
        if held is None:
            return self.tr("damaged")
        return " · ".join(
            (
                self.tr("%n article(s)", "", held.articles),
                self.tr("%n annotation(s)", "", held.annotations),
                self.tr("%n note(s)", "", held.notes),
            )
        )

    def _lay_out(self) -> None:
        header = self.list.header()
        for column in (0, 1, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch()
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.close_button)
        self.close_button.setDefault(True)
        self.close_button.setProperty("role", "close")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.addWidget(self._about)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._none, 1)
        layout.addLayout(buttons)
        self.list.hide()  # until it is known which there are
        self._none.hide()

    def _show_what_can_be_done(self) -> None:
        item = self.list.currentItem()
        self.restore_button.setEnabled(item is not None and not item.isDisabled())

    def _on_make_clicked(self) -> None:
        self.make_requested.emit()

    def _on_restore_clicked(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isDisabled():
            self.restore_requested.emit(item.data(0, _PATH))

    def _on_folder_clicked(self) -> None:
        folder = self._folder if self._folder.exists() else self._folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
