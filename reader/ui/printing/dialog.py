"""The dialog before printing: what of an article's marks is printed, and where its comments."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.drop_down import DropDown
from reader.ui.printing.content import Comments, PrintOptions, Way

_PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
# Where paper is of the size Letter: https://github.com/unicode-org/cldr, supplemental/measurement.
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())


def paper_of(options: PrintOptions) -> QPageSize.PageSizeId:
    """Return the size of paper that was chosen, or is usual where the user lives."""
    return _PAPERS[_paper_name(options)]


def _paper_name(options: PrintOptions) -> str:
    if options.paper in _PAPERS:
        return options.paper
    territory = QLocale.territoryToCode(QLocale.system().territory())
    return "Letter" if territory in _LETTER else "A4"


class PrintDialog(QDialog):
    """Let the user choose what is printed; the way that was asked for is the default button."""

    wanted = Signal(object, object)  # PrintOptions, Way

    def __init__(
        self, options: PrintOptions, way: Way, *, notes: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("printDialog")
        self.setWindowTitle(self.tr("Print the article"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.names = QCheckBox(self.tr("Names, each kind with its underline"))
        self.names.setChecked(options.names)
        self.annotations = QCheckBox(self.tr("Annotations"))
        self.annotations.setChecked(options.annotations)
        self.comments = DropDown()
        for where, words in (
            (Comments.MARGIN, self.tr("Beside the text")),
            (Comments.END, self.tr("Behind the text, with the passages")),
            (Comments.NONE, self.tr("Not at all")),
        ):
            self.comments.addItem(words, where)
        self.comments.setCurrentIndex(self.comments.findData(options.comments))
        self.paper = DropDown()
        self.paper.addItem("A4", "A4")
        self.paper.addItem(self.tr("Letter"), "Letter")
        self.paper.setCurrentIndex(self.paper.findData(_paper_name(options)))
        self._about = QLabel(self._says(notes))
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self.print_button = QPushButton(self.tr("Print…"))
        self.pdf_button = QPushButton(self.tr("Save as PDF…"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._options = options
        self._lay_out()
        usual = self.print_button if way is Way.PRINTER else self.pdf_button
        usual.setDefault(True)  # once it is in the dialog, which would choose another
        self.annotations.toggled.connect(self.comments.setEnabled)
        self.comments.setEnabled(options.annotations)
        self.print_button.clicked.connect(lambda: self._on_wanted(Way.PRINTER))
        self.pdf_button.clicked.connect(lambda: self._on_wanted(Way.PDF))
        self.cancel_button.clicked.connect(self.reject)

    def options(self) -> PrintOptions:
        """Return what is chosen."""
        return replace(
            self._options,
            names=self.names.isChecked(),
            annotations=self.annotations.isChecked(),
            comments=Comments(self.comments.currentData()),
            paper=self.paper.currentData(),
        )

    def _says(self, notes: int) -> str:
        said = self.tr("Always black on white, whatever the theme.")
        if notes:
            said += " " + self.tr("%Ln passage(s) with a comment or tags.", "", notes)
        return said

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("With"), self.names)
        form.addRow("", self.annotations)
        form.addRow(self.tr("Comments"), self.comments)
        form.addRow(self.tr("Paper"), self.paper)
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()  # in the order that the system has for them
        buttons.addButton(self.print_button, role.AcceptRole)
        buttons.addButton(self.pdf_button, role.ActionRole)
        buttons.addButton(self.cancel_button, role.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._about)
        column.addStretch(1)
        column.addWidget(buttons)

    def _on_wanted(self, way: Way) -> None:
        self.wanted.emit(self.options(), way)
        self.accept()
