"""A scroll bar whose room is kept, so that nothing moves aside as a list grows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea


def keep_bar(area: QAbstractScrollArea) -> None:
    """Keep the room of an area's vertical scroll bar; its handle is there while it is of use."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
    bar.setEnabled(bar.maximum() > bar.minimum())
