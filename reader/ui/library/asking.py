"""What the library asks in a box or a menu of its own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from reader.ui.library.article_words import origin_line
from reader.ui.plain_text import one_line

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary

_WIDEST = 420  # pixels of a menu's row

translate = QCoreApplication.translate  # under the name that `lupdate` looks for


def ask_to_destroy(parent: QWidget, *, everything: bool, destroy: Callable[[], object]) -> None:
    """Ask before articles are destroyed: everything in the trash, or what is selected there."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Reader", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate("library", "Destroy everything in the trash?")
        if everything
        else translate("library", "Destroy the selected articles?")
    )
    box.setInformativeText(
        translate(
            "library",
            "The articles and their annotations can't be brought back. "
            "Your notes on people, places and organizations stay.",
        )
    )
    role = QMessageBox.ButtonRole
    button = box.addButton(translate("library", "Destroy"), role.DestructiveRole)
    cancel = box.addButton(translate("library", "Cancel"), role.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    button.clicked.connect(destroy)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def choose_copy(
    parent: QWidget,
    pos: QPoint,
    copies: "Sequence[DocumentSummary]",
    chosen: Callable[[str], object],
) -> None:
    """Let the user choose in which outlet to read a text; `pos` is on the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for article in copies:
        words = f"{origin_line(article)}: {one_line(article.title)}"
        words = menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
        menu.addAction(words.replace("&", "&&"), lambda article=article: chosen(article.id))
    menu.popup(pos)
