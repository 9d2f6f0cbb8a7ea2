"""What comes in while a collection is open is put into it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.core.document import Parsed
from reader.core.imports import Report
from reader.core.shelf import Added, Label, LabelKind
from reader.ui.library.label_book import LabelBook
from reader.ui.library.shelf_model import Shelf
from reader.ui.library.undoable import Chosen
from reader.ui.timers import single_shot

_GATHER_MS = 300
"""How long is waited for more articles of one go, so that they are one step to undo."""


class Filing(QObject):
    """Put articles into the collection that is open when they come; undo takes them out.

    Else they would come and not be seen. A tag says something of an article, so none is given.
    """

    def __init__(
        self, labels: LabelBook, chosen: Callable[[], Shelf], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._labels = labels
        self._chosen = chosen
        self._waiting: list[str] = []
        self._label: Label | None = None  # where those go
        self._of_import: Label | None = None
        self._timer = single_shot(self, _GATHER_MS, self._file)

    @property
    def collection(self) -> Label | None:
        """Return the collection that is open."""
        shelf = self._chosen()
        return shelf.label if shelf.label_kind is LabelKind.COLLECTION else None

    def on_article_added(self, added: Added, _parsed: Parsed, _shown: bool) -> None:
        """Put an article that was opened, pasted or fetched into the collection."""
        collection = self.collection
        if collection is None or self._label is None or collection.id != self._label.id:
            self._file()
        if collection is not None:
            self._label = collection
            self._waiting.append(added.document_id)
            self._timer.start()

    def begin_import(self) -> None:
        """Remember which collection is open: an import may take long."""
        self._of_import = self.collection

    def end_import(self, report: Report) -> None:
        """Put what was imported into the collection that was open when that began."""
        label, self._of_import = self._of_import, None
        ids = tuple(dict.fromkeys(each.document_id for each in report.items if each.document_id))
        if label is not None and ids:
            self._labels.assign(label, Chosen(ids=ids))

    def _file(self) -> None:
        self._timer.stop()
        label, ids = self._label, tuple(self._waiting)
        self._label, self._waiting = None, []
        if label is not None and ids:
            self._labels.assign(label, Chosen(ids=ids))
