"""The import itself: files are read ahead, kept in the library, and searched for names.

Three things go on at once, so that none waits for another: reading in its own process, the library
in the thread that calls `Importer.run`, and recognition in a process of its own. Each article is
read once: what was read is what is kept and what is recognized.
"""

import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reader.core.document import Document, Parsed
from reader.core.errors import LibraryError, ReaderError
from reader.core.folders import Found, find_files
from reader.core.imports import Changed, Fate, Item, Progress, Report
from reader.core.shelf import Added, Outcome
from reader.formats.isolation import CalledOffError, IsolatedReader
from reader.formats.refusals import BREAKS_THE_READER, refused
from reader.formats.suffixes import SUFFIXES
from reader.importing.names import Named, NameFinder
from reader.store.library import Library

AHEAD = 3
"""How many files are read ahead of what the library has taken."""

_FATES = {
    Outcome.ADDED: Fate.ADDED,
    Outcome.THERE: Fate.THERE,
    Outcome.RESTORED: Fate.RESTORED,
    Outcome.CHANGED: Fate.CHANGED,
}
_File = tuple[Path, Parsed | ReaderError]
_Message = _File | Named | None


class Importer:
    """Imports files into a library, for the thread that opened it.

    `pause`, `resume`, `cancel` and `hold` may be called from any thread. `progressed` is told
    after each file; `stuck` of a library that can't take an article: the import is then paused,
    and tries again when it is resumed. Without `model` (None) no names are found; "" is the
    automatic choice.
    """

    def __init__(
        self,
        library: Library,
        *,
        model: str | None,
        progressed: Callable[[Progress], None],
        stuck: Callable[[LibraryError], None],
    ) -> None:
        self._library = library
        self._progressed = progressed
        self._stuck = stuck
        self._inbox: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._reader = IsolatedReader()
        self._room = threading.Semaphore(AHEAD)
        self._files: deque[_File] = deque()  # that were read, and wait
        self._taken = 0  # files whose room isn't given back yet
        self._running = threading.Event()
        self._running.set()
        self._cancelled = threading.Event()
        self._progress = Progress()
        self._unnamed = 0  # articles in which no names could be found
        self._outstanding = 0  # articles of which the names are still to come
        self._names: NameFinder | None = None
        if model is not None:
            self._names = NameFinder(model=model, post=self._inbox.put)
            self._names.start()

    # From any thread

    def pause(self) -> None:
        """Begin with no other file until `resume`."""
        self._running.clear()

    def resume(self) -> None:
        """Go on."""
        self._running.set()
        self._inbox.put(None)

    def cancel(self) -> None:
        """Stop after the article that is being kept; what is in the library stays there."""
        self._cancelled.set()
        self._running.set()
        self._reader.cancel()
        self._room.release()
        self._inbox.put(None)

    def hold(self, held: bool) -> None:
        """Search no other article for names while `held`."""
        if self._names is not None:
            self._names.hold(held)

    # From the library's thread

    def run(self, paths: Sequence[Path], *, changed: Changed = Changed.LEAVE) -> Report:
        """Import files, and folders with their subfolders; return what became of each.

        Names are still being found in the last articles: see `finish_names`.
        """
        found = find_files(paths, suffixes=SUFFIXES, go_on=self._count)
        items = [Item(path, Fate.FAILED, error=error) for path, error in found.failures]
        self._progress = Progress(0, len(found.files), len(items))
        self._tell()
        thread = threading.Thread(target=self._read_all, args=(found,), name="ahead", daemon=True)
        thread.start()
        for _ in found.files:
            message = self._next_file()
            if message is None:
                break
            item = self._kept(*message, changed=changed)
            if item is None:
                break
            items.append(item)
            done, failed = self._progress.done + 1, item.fate is Fate.FAILED
            self._progress = replace(
                self._progress, done=done, failed=self._progress.failed + failed, path=item.path
            )
            self._tell()
        left = len(found.files) - (len(items) - len(found.failures))
        if self._cancelled.is_set():
            self._drop_names()
        return Report(tuple(items), found.skipped, left, self.unnamed)

    def catch_up(self) -> None:
        """Find the names in those articles of the library in which nobody has searched yet."""
        assert self._names is not None
        for document_id in self._library.shelf.unrecognized():
            while self._names.is_full and not self._cancelled.is_set():
                self._listen()
            if self._cancelled.is_set():
                break
            document = self._library.document(document_id)
            if document is not None:
                self._find_names(document)
                self._tell()
        self.finish_names()

    def finish_names(self) -> None:
        """Wait until all names are found and kept, or the import is called off."""
        self._progress = replace(self._progress, path=None)
        while self._outstanding and not self._cancelled.is_set():
            self._tell()
            self._listen()
        if self._cancelled.is_set():
            self._drop_names()
        self._tell()

    @property
    def was_cancelled(self) -> bool:
        """Return whether the import was called off."""
        return self._cancelled.is_set()

    @property
    def unnamed(self) -> int:
        """Return how many articles have still to be searched for names."""
        return self._unnamed + self._outstanding

    def close(self) -> None:
        """End the processes."""
        self.cancel()
        if self._names is not None:
            self._names.stop()
        self._reader.close()

    # ---- reading ahead, in a thread of its own

    def _read_all(self, found: Found) -> None:
        for path in found.files:
            self._room.acquire()
            self._running.wait()
            if self._cancelled.is_set():
                return
            try:
                read: Parsed | ReaderError = self._reader.read(path)
            except CalledOffError:
                return
            except ReaderError as error:
                read = error
            except Exception as error:  # a bug, which shall not stop the rest
                sys.excepthook(type(error), error, error.__traceback__)
                read = refused(str(path.absolute()), BREAKS_THE_READER)
            self._inbox.put((path, read))

    # ---- keeping

    def _next_file(self) -> _File | None:
        """Wait for a file that has been read, and keep the names that come meanwhile.

        None where the import is called off.
        """
        while not self._cancelled.is_set():
            if self._files and self._running.is_set():
                self._taken += 1
                return self._files.popleft()
            self._make_room()
            self._listen()
        return None

    def _listen(self) -> None:
        """Wait for one thing to happen and see to it; `resume` and `cancel` are such things."""
        message = self._inbox.get()
        if isinstance(message, Named):
            self._take_named(message)
        elif message is not None:
            self._files.append(message)

    def _make_room(self) -> None:
        """Let more files be read, unless too many articles wait for their names."""
        while self._taken and not (self._names is not None and self._names.is_full):
            self._taken -= 1
            self._room.release()

    def _kept(self, path: Path, read: Parsed | ReaderError, *, changed: Changed) -> Item | None:
        """Keep what was read; None where the import is called off before it could be."""
        if isinstance(read, ReaderError):
            return Item(path, Fate.FAILED, error=read)
        while True:
            try:
                return self._added(path, read, changed)
            except LibraryError as error:
                self._running.clear()
                self._stuck(error)
                if not self._wait_until_resumed():
                    return Item(path, Fate.FAILED, error=error)

    def _wait_until_resumed(self) -> bool:
        """Return whether to try again; False where the import is called off."""
        self._running.wait()
        return not self._cancelled.is_set()

    def _added(self, path: Path, parsed: Parsed, changed: Changed) -> Item:
        shelf = self._library.shelf
        separately = changed is Changed.SEPARATE
        added: Added = shelf.add(parsed, opened=False, separately=separately)
        fate = _FATES[added.outcome]
        if fate is Fate.CHANGED and changed is Changed.UPDATE:
            shelf.update(added.document_id, parsed)
            fate = Fate.UPDATED
        if fate in (Fate.ADDED, Fate.UPDATED):
            self._find_names(replace(parsed.document, id=added.document_id))
        return Item(path, fate, parsed.document.title, added.document_id, doubt=parsed.doubt)

    def _find_names(self, document: Document) -> None:
        if self._names is not None:
            self._outstanding += 1
            self._names.add(document)

    # ---- names

    def _take_named(self, message: Named) -> None:
        """Keep what was found in an article."""
        document, recognition = message.document, message.recognition
        self._outstanding -= 1
        if recognition is None:
            self._unnamed += 1
            return
        try:
            if message.language and message.language != document.language:
                self._library.set_language(document.id, message.language)
            self._library.store_recognition(recognition)
        except LibraryError:
            self._unnamed += 1  # the article is there; its names are found another time

    def _drop_names(self) -> None:
        if self._names is not None:
            self._names.clear()
            self._unnamed += self._outstanding
            self._outstanding = 0

    # ---- telling

    def _count(self, count: int) -> bool:
        self._progressed(Progress(0, count, is_counting=True))
        return not self._cancelled.is_set()

    def _tell(self) -> None:
        self._progressed(replace(self._progress, unnamed=self._outstanding))
