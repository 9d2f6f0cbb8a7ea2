"""Whom an open name means, for the user to decide; and what they decided, to be taken back."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.core.entities import Entity
from reader.ui.panel.link_button import LinkButton
from reader.ui.panel.panel_data import EntityDetails, Pick
from reader.ui.plain_text import PlainLabel, one_line


class LinkQuestion(QWidget):
    """List those whom an open name may mean, and the names that the user linked to an entity."""

    entity_requested = Signal(str)  # the id of a candidate: show its card
    pick_requested = Signal(str, bool)  # the id of a candidate; whether for one mention alone
    pick_taken_back = Signal(object)  # Pick

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: EntityDetails | None = None
        self._has_mention = False
        self.candidate_buttons: list[LinkButton] = []
        self.menus: list[QMenu] = []
        self.take_back_buttons: list[LinkButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 0, 0)
        self._layout.setSpacing(0)
        self._rows = QWidget()
        self._layout.addWidget(self._rows)

    def show_details(self, details: EntityDetails) -> None:
        """Show what is open about an entity, or what the user has decided."""
        before, self._details = self._details, details
        if before is None or _asked(before) != _asked(details):
            self._build()

    def set_has_mention(self, has_mention: bool) -> None:
        """Take note of whether one of the mentions is marked, which alone can be decided."""
        self._has_mention = has_mention
        for menu in self.menus:
            menu.actions()[1].setEnabled(has_mention)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._build()

    def _build(self) -> None:
        """Make the rows anew: they are few, and seldom change."""
        self._layout.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self.candidate_buttons, self.menus, self.take_back_buttons = [], [], []
        self._rows = QWidget()
        layout = QVBoxLayout(self._rows)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        details = self._details
        if details is not None and details.candidates:
            label = QLabel(self.tr("May be:"))
            label.setProperty("role", "muted")
            layout.addWidget(label)
            for candidate in details.candidates:
                layout.addLayout(self._candidate_row(candidate))
        for pick in details.picks if details is not None else ():
            layout.addLayout(self._pick_row(pick))
        self._layout.addWidget(self._rows)
        self.setVisible(layout.count() > 0)
        self.set_has_mention(self._has_mention)

    def _candidate_row(self, candidate: Entity) -> QHBoxLayout:
        name = LinkButton(candidate.name)
        name.clicked.connect(partial(self.entity_requested.emit, candidate.id))
        choose = QToolButton()
        choose.setText(self.tr("Choose"))
        choose.setAccessibleName(self.tr("Choose {0}").format(one_line(candidate.name)))
        choose.setProperty("role", "choose")
        choose.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(choose)
        assert self._details is not None
        count = self._details.mention_count or len(self._details.mentions)
        menu.addAction(
            self.tr("Throughout this article (%n mention(s))", "", count),
            partial(self.pick_requested.emit, candidate.id, False),
        )
        menu.addAction(
            self.tr("Only in the marked mention"),
            partial(self.pick_requested.emit, candidate.id, True),
        )
        choose.setMenu(menu)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(name)
        row.addStretch()
        row.addWidget(choose)
        self.candidate_buttons.append(name)
        self.menus.append(menu)
        return row

    def _pick_row(self, pick: Pick) -> QVBoxLayout:
        sentence = (
            self.tr("“{0}” in this article, %n mention(s): your choice", "", pick.mentions)
            if pick.everywhere
            else self.tr("“{0}” in %n mention(s): your choice", "", pick.mentions)
        )
        label = PlainLabel(max_lines=4)
        label.setProperty("role", "muted")
        label.setText(sentence.format(one_line(pick.name)))
        button = LinkButton(self.tr("Leave it open again"))
        button.clicked.connect(partial(self.pick_taken_back.emit, pick))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.take_back_buttons.append(button)
        return column


def _asked(details: EntityDetails) -> tuple[object, ...]:
    count = details.mention_count or len(details.mentions)
    return tuple(details.candidates), tuple(details.picks), count
