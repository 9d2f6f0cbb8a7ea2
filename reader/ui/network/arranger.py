"""Has networks arranged in a process of its own, so that the window never waits."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.errors import QT_TRANSLATE_NOOP, ReaderError
from reader.ui.background import Herald
from reader.ui.network.arranging import Edge, Place, arrange

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


class Arranger(QObject):
    """Arranges one network after the other; the process starts with the first."""

    failed = Signal(object)  # ReaderError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ProcessPoolExecutor | None = None
        self._waiting: Future[list[Place]] | None = None
        self._herald = Herald()
        self._herald.told.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def arrange(
        self,
        count: int,
        edges: Sequence[Edge],
        *,
        before: Mapping[int, Place],
        done: Callable[[list[Place]], None],
    ) -> None:
        """Have `count` nodes arranged; what was asked for before goes nowhere."""
        if self._waiting is not None:
            self._waiting.cancel()
        if self._executor is None:
            # Here, since nobody who doesn't look at a network needs it.
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(max_workers=1, mp_context=context)
        try:
            future = self._executor.submit(arrange, count, tuple(edges), dict(before))
        except RuntimeError:  # the process died: the next one is a fresh one
            self._fail()
            return
        self._waiting = future
        herald = self._herald
        future.add_done_callback(lambda ended: herald.told.emit((ended, done)))

    def finish(self) -> None:
        """End the process; what it arranges goes nowhere."""
        if self._executor is not None:
            self._waiting = None
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _on_finished(
        self, outcome: tuple[Future[list[Place]], Callable[[list[Place]], None]]
    ) -> None:
        future, done = outcome
        if future is not self._waiting:
            return
        self._waiting = None
        if future.cancelled():
            return
        if future.exception() is not None:
            self._fail()
            return
        done(future.result())

    def _fail(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = None
        self.failed.emit(
            ReaderError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The network could not be arranged, because the process for it ended: "
                    "open it again.",
                )
            )
        )
