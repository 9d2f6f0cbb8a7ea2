"""The underlined letters of a menu: each once, in any language."""

from collections.abc import Collection, Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def part_letters(menu: QWidget, *, fixed: Collection[QAction] = ()) -> None:
    """Give each entry of a menu or menu bar a letter of its own, as long as there are any.

    An entry keeps the letter that its words mark if no earlier entry has it; those in `fixed`,
    whose words are not ours, keep theirs in any case.
    """
    entries = sorted(
        (each for each in menu.actions() if each.text()), key=lambda each: each not in fixed
    )
    taken: set[str] = set()
    without: list[QAction] = []
    for entry in entries:
        letter = QKeySequence.mnemonic(entry.text()).toString().removeprefix("Alt+")
        if letter and letter not in taken:
            taken.add(letter)
        elif entry not in fixed:
            without.append(entry)
    for entry in without:
        words = entry.text().replace("&", "")
        place = next((at for at in _places(words) if words[at].upper() not in taken), None)
        if place is not None:
            taken.add(words[place].upper())
            words = f"{words[:place]}&{words[place:]}"
        if words != entry.text():
            entry.setText(words)


def _places(words: str) -> Iterator[int]:
    """Yield where letters stand, those that begin a word first."""
    begins = [at for at in range(len(words)) if at == 0 or words[at - 1] == " "]
    for at in (*begins, *range(len(words))):
        if words[at].isalpha() and words[at].isascii():
            yield at
