"""One window for one library: a program that is started again hands its files to the first.

The first holds a lock, and listens at a local socket that is the user's alone. What is handed over
are paths and `reader:` addresses, as JSON. Qt's network module is only imported where there are
two, or once the first window can be used.
"""

import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 400
TRIES_S = 6.0
"""How long the second waits for the first to listen, which starts up itself perhaps."""
ANSWER_MS = 5000
MOST_BYTES = 1 << 20
_DONE = b"+\n"
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""With one of these a window may come to the front on the user's word."""


class Instance(QObject):
    """What this program is to a library: the first that has it open, or a later one.

    A lock that can't be had for another reason than a first program is as good as had: two windows
    on one library are no danger to it.
    """

    asked = Signal(object)  # list[str]: what a later program was started with

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = hashlib.sha256(str(library.absolute().resolve()).encode()).hexdigest()[:24]
        folder = _folder()
        self._socket_name = str(folder / f"reader-{name}.socket") if os.name == "posix" else name
        self._lock = QLockFile(str(folder / f"reader-{name}.lock"))
        self._lock.setStaleLockTime(0)  # it is the first's for as long as that runs
        self._server: QLocalServer | None = None

    def hand_over(self, arguments: Sequence[str]) -> bool:
        """Hand over what the program was started with; return whether a first one took it.

        False where there is none, or where it doesn't answer: this is the first one then.
        """
        if self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError:
            return False
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        end = time.monotonic() + TRIES_S
        while not self._is_connected(socket):
            if self._lock.tryLock(0):  # the first has ended meanwhile
                return False
            if time.monotonic() > end:
                return False
            time.sleep(0.1)
        tokens = {name: os.environ[name] for name in _TOKENS if name in os.environ}
        message = json.dumps({"open": list(arguments), "environment": tokens})
        socket.write(message.encode() + b"\n")
        taken = socket.waitForBytesWritten(ANSWER_MS) and socket.waitForReadyRead(ANSWER_MS)
        return taken and bytes(socket.readAll().data()) == _DONE

    def listen(self) -> None:
        """Be there for programs that are started later; nothing where that isn't possible."""
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._socket_name)  # of one that was killed
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._socket_name)

    def close(self) -> None:
        """Be there no more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _is_connected(self, socket: "QLocalSocket") -> bool:
        socket.connectToServer(self._socket_name)
        return socket.waitForConnected(CONNECT_MS)

    def _on_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()):
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: "QLocalSocket") -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        if not socket.canReadLine():
            return
        try:
            message = json.loads(bytes(socket.readLine().data()))
            wanted = [str(each) for each in message["open"]]
            tokens = {name: str(message["environment"][name]) for name in message["environment"]}
            os.environ.update({name: tokens[name] for name in _TOKENS if name in tokens})
        except (ValueError, TypeError, LookupError):
            socket.abort()
            return
        socket.write(_DONE)
        socket.flush()
        self.asked.emit(wanted)


def _folder() -> Path:
    """Return a folder that is the user's alone, for locks and sockets."""
    location = QStandardPaths.StandardLocation.RuntimeLocation
    name = QStandardPaths.writableLocation(location)
    folder = Path(name) if name else Path(tempfile.gettempdir()) / f"reader-{_user()}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Someone else may have made it first, where all may: no one is listened to there then.
    return folder if _is_private(folder) else Path(tempfile.mkdtemp(prefix="reader-"))


def _is_private(folder: Path) -> bool:
    """Return whether a folder is the user's own, and no link to another one."""
    if not hasattr(os, "getuid"):
        return True
    status = folder.lstat()
    is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    return is_own and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
