"""Make an entity by hand: somebody or something to write a note on, though nothing names it yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.core.directory import Listed
from reader.core.mentions import ENTITY_KINDS, Kind
from reader.ui.background import LibraryThread
from reader.ui.correcting import entity_words
from reader.ui.correcting.popup import Popup
from reader.ui.correcting.rename_popup import NameEdit
from reader.ui.kind_sample import kind_icon
from reader.ui.kinds import kind_name
from reader.ui.panel.link_button import LinkButton
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

_ALIKE = 3
"""How many that are called so already are offered in place of a new one."""


class NewEntityPopup(Popup):
    """A name and a kind; those in the library that are called so are offered instead.

    `passage` is what is selected in the article, "" for nothing: it may mean the new one.
    """

    made = Signal(str, object, bool)  # the name, its Kind, whether the passage means it
    chosen = Signal(str)  # the id of one that there is already
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        *,
        passage: str,
        library: LibraryThread,
        theme: Theme,
        back_to: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("New entity"), back_to=back_to, parent=parent)
        self._library = library
        self.edit = NameEdit(one_line(passage))
        self.edit.selectAll()
        self.edit.setPlaceholderText(self.tr("Name"))
        self.edit.setAccessibleName(self.tr("Name"))
        self.means = QCheckBox(self.tr("The selected passage means it"))
        self.means.setChecked(bool(passage))
        self.means.setVisible(bool(passage))
        self.button = QPushButton(self.tr("Make"))
        self.button.setProperty("role", "primary")
        self._alike_title = PlainLabel()
        self._alike_title.setProperty("role", "muted")
        self._alike_title.setText(self.tr("In the library already:"))
        self.alike: list[LinkButton] = []
        self._alike_rows = QVBoxLayout()
        self._alike_rows.setSpacing(0)
        self.column.addWidget(self.edit)
        self.column.addLayout(self._build_kinds(theme))
        self.column.addWidget(self._alike_title)
        self.column.addLayout(self._alike_rows)
        self.column.addWidget(self.means)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.edit.textChanged.connect(self._find)
        self.edit.returnPressed.connect(self._make)
        self.button.clicked.connect(self._make)
        self._find(self.edit.text())

    def first_focus(self) -> QWidget:
        """Return the line."""
        return self.edit

    def kind(self) -> Kind:
        """Return the kind that is chosen."""
        return ENTITY_KINDS[self.kinds.checkedId()]

    def _build_kinds(self, theme: Theme) -> QVBoxLayout:
        """Two by two, so that the words have room in any language."""
        self.kinds = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(4)
        lines = [QHBoxLayout(), QHBoxLayout()]
        for line in lines:
            line.setSpacing(4)
            column.addLayout(line)
        for number, kind in enumerate(ENTITY_KINDS):
            button = QToolButton()
            button.setText(kind_name(kind))
            button.setIcon(kind_icon(kind, theme))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setProperty("role", "choose")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.kinds.addButton(button, number)
            lines[number // 2].addWidget(button)
        for line in lines:
            line.addStretch()
        self.kinds.button(0).setChecked(True)
        return column

    def _find(self, typed: str) -> None:
        name = one_line(typed)
        self.button.setEnabled(bool(name))
        if not name:
            self._show_alike([])
            return

        def done(found: list[Listed]) -> None:
            if isValid(self) and one_line(self.edit.text()) == name:
                self._show_alike(found)

        self._library.call(lambda library: _find(library, name), done=done, failed=self.failed.emit)

    def _show_alike(self, found: list[Listed]) -> None:
        for button in self.alike:
            self._alike_rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.alike = []
        for listed in found:
            button = LinkButton(f"{listed.entity.name} — {entity_words.told_apart(listed)}")
            button.clicked.connect(
                lambda _checked=False, entity_id=listed.entity.id: self._choose(entity_id)
            )
            self._alike_rows.addWidget(button)
            self.alike.append(button)
            button.show()
        self._alike_title.setVisible(bool(found))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is in the form now, inside of what it lies in."""
        self.column.activate()
        height = self.column.totalHeightForWidth(self.width())
        self.resize(self.width(), height if height > 0 else self.sizeHint().height())
        parent = self.parentWidget()
        if parent is not None and self.isVisible():
            self.move(self.x(), max(8, min(self.y(), parent.height() - self.height() - 8)))

    def _choose(self, entity_id: str) -> None:
        self.leave()
        self.chosen.emit(entity_id)

    def _make(self) -> None:
        name = one_line(self.edit.text())
        if name:
            means = self.means.isChecked()
            kind = self.kind()
            self.leave()
            self.made.emit(name, kind, means)


def _find(library: "Library", name: str) -> list[Listed]:
    return library.directory.find(name, limit=_ALIKE)
