"""What the user wants done with annotations in a list, as one object that lists share."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.annotations import Annotation, Colour
from reader.ui.annotations.colour_dialog import colour_icon
from reader.ui.annotations.known import Known
from reader.ui.icons import icon
from reader.ui.theme import Theme

_LONGEST = 40
_MOST_TAGS = 25


class AnnotationWishes(QObject):
    """Wishes about one annotation or several; none of them asks back, all can be undone."""

    colour_wanted = Signal(object, object)  # list[Annotation], Colour
    tag_wanted = Signal(object, str)  # list[Annotation], the tag that all of them are to have
    untag_wanted = Signal(object, str)  # list[Annotation], the tag that none is to have
    new_tag_wanted = Signal(object)  # list[Annotation]: a tag that is to be typed
    copy_wanted = Signal(object)  # list[Annotation]
    deletion_wanted = Signal(object)  # list[Annotation]
    history_wanted = Signal(object)  # Annotation: what it said before


class AnnotationMenu(QMenu):
    """What can be done with the annotations that are selected."""

    def __init__(
        self,
        annotations: Sequence[Annotation],
        *,
        known: Known,
        theme: Theme,
        wishes: AnnotationWishes,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._chosen = list(annotations)
        self._known = known
        self._theme = theme
        self._wishes = wishes
        self._add_colours(self.addMenu(self.tr("Colour")))
        self._add_tags(self.addMenu(icon("tag", theme), self.tr("Tags")))
        self.addSeparator()
        chosen = self._chosen
        copy = self.addAction(icon("copy", theme), self.tr("Copy as Markdown"))
        copy.triggered.connect(lambda: wishes.copy_wanted.emit(chosen))
        if len(chosen) == 1:
            history = self.addAction(icon("history", theme), self.tr("History…"))
            history.triggered.connect(lambda: wishes.history_wanted.emit(chosen[0]))
        delete = self.addAction(icon("delete", theme), self.tr("Delete"))
        delete.triggered.connect(lambda: wishes.deletion_wanted.emit(chosen))

    def add_first(self, words: str, icon_name: str) -> QAction:
        """Put an action above all others, and return it."""
        action = QAction(icon(icon_name, self._theme), words, self)
        self.insertAction(self.actions()[0], action)
        return action

    def open_at(self, point: QPoint) -> None:
        """Show the menu at a point of the screen."""
        self.popup(point)

    def _add_colours(self, menu: QMenu) -> None:
        theirs = {each.colour for each in self._chosen}
        for number, colour in enumerate(Colour, start=1):
            words = f"{_menu_words(self._known.colour_in_full(colour))}\t{number}"
            action = menu.addAction(colour_icon(colour, self._theme), words)
            action.setEnabled(theirs != {colour})
            action.triggered.connect(
                lambda _checked=False, c=colour: self._wishes.colour_wanted.emit(self._chosen, c)
            )

    def _add_tags(self, menu: QMenu) -> None:
        shared = set(self._chosen[0].tags).intersection(*(each.tags for each in self._chosen))
        theirs = list(dict.fromkeys(tag for each in self._chosen for tag in each.tags))
        for tag in dict.fromkeys([*theirs, *self._known.tags[:_MOST_TAGS]]):
            action = menu.addAction(_menu_words(tag))
            action.setCheckable(True)
            action.setChecked(tag in shared)
            signal = self._wishes.untag_wanted if tag in shared else self._wishes.tag_wanted
            action.triggered.connect(
                lambda _checked=False, s=signal, t=tag: s.emit(self._chosen, t)
            )
        menu.addSeparator()
        new = menu.addAction(icon("add", self._theme), self.tr("New tag…"))
        new.triggered.connect(lambda: self._wishes.new_tag_wanted.emit(self._chosen))


def _menu_words(text: str) -> str:
    """Return a text as a menu shows it literally, cut where it is too long."""
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return shown.replace("&", "&&").replace("\t", " ")
