"""What the program is, and what it is made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.licences import libraries
from reader.ui.dialog_margins import DIALOG_MARGINS

_ICON = 64  # pixels
_BETWEEN = 16  # pixels, between two columns
_TEXT = Qt.ItemDataRole.UserRole


class AboutDialog(QDialog):
    """Show version and licence, and those of the libraries in the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Reader"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 440)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)  # which would be a line above the tabs
        self.tabs.addTab(self._build_program(), self.tr("The program"))
        self.tabs.addTab(self._build_libraries(), self.tr("Libraries and licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setProperty("role", "close")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)

    def _build_program(self) -> QWidget:
        icon = QLabel()
        icon.setPixmap(self.windowIcon().pixmap(_ICON))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = QLabel(f"Reader {__version__}")
        name.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Read the news with your own notes on its people, places and organizations.\n\n"
                "Free software under the GNU General Public License, version 3 or later.\n"
                "The built-in model was trained on AnCora (University of Barcelona, CC BY 4.0); "
                "names of places come from GeoNames (CC BY 4.0), Unicode CLDR and iso-codes "
                "(LGPL), common words from RLA-ES (GPL) and wordfreq (CC BY-SA 4.0), the map from "
                "Natural Earth (public domain).\n\n"
                "Nothing that you read or write leaves this computer."
            )
        )
        self.sources = text
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addSpacing(8)
        words.addWidget(text)
        words.addStretch()
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(2, 20, 2, 16)
        row.setSpacing(20)
        row.addWidget(icon)
        row.addLayout(words, 1)
        return page

    def _build_libraries(self) -> QWidget:
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([self.tr("Library"), self.tr("Version"), self.tr("Licence")])
        self.list.setAccessibleName(self.tr("Libraries"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        for library in libraries():
            item = QTreeWidgetItem([library.name, library.version, library.licence])
            item.setData(0, _TEXT, library.text)
            metrics = self.fontMetrics()
            wide = metrics.horizontalAdvance(library.name) + _BETWEEN
            item.setSizeHint(0, QSize(wide, round(1.6 * metrics.height())))
            self.list.addTopLevelItem(item)
        for column in (0, 1):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, self.list.columnWidth(column) + _BETWEEN)
        self.list.currentItemChanged.connect(self._show_text)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.list)
        both.addWidget(self.text)
        both.setChildrenCollapsible(False)
        return both

    def _show_text(self, item: QTreeWidgetItem | None) -> None:
        said = item.data(0, _TEXT) if item is not None else ""
        self.text.setPlainText(said or self.tr("Its text didn't come with this library."))
