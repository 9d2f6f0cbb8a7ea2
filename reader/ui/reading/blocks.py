"""The QTextDocument's own block layouts, which the caret's code and screen readers read."""

from collections import OrderedDict

from PySide6.QtGui import QTextBlock, QTextDocument

from reader.ui.reading.breaking import break_lines, text_option
from reader.ui.reading.composing import Composer

_KEPT = 64


class BlockLayouts:
    """Lay out single blocks as the page shows them, and keep the few that were asked for last."""

    def __init__(self, document: QTextDocument, composer: Composer) -> None:
        self._document = document
        self._composer = composer
        self._kept: OrderedDict[int, None] = OrderedDict()

    def lay_out(self, block: QTextBlock) -> None:
        """Lay a block out, unless it is already."""
        number = block.blockNumber()
        if number in self._kept:
            self._kept.move_to_end(number)
            return
        layout, composed = block.layout(), self._composer.composed(number)
        layout.setTextOption(text_option(composed))
        if formats := self._composer.block_formats(composed):
            layout.setFormats(formats)
        break_lines(layout, composed)
        self._kept[number] = None
        if len(self._kept) > _KEPT:
            oldest, _ = self._kept.popitem(last=False)
            self._clear(oldest)

    def forget_one(self, number: int) -> None:
        """Forget one block's layout, where it has one."""
        if self._kept.pop(number, 0) is None:
            self._clear(number)

    def forget(self) -> None:
        """Forget all layouts."""
        for number in self._kept:
            self._clear(number)
        self._kept.clear()

    def _clear(self, number: int) -> None:
        self._document.findBlockByNumber(number).clearLayout()
