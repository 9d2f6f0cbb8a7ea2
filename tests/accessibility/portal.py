"""A desktop's settings as programs ask for them: the portal of freedesktop.org, over D-Bus."""

import threading
from types import TracebackType
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
SETTINGS = DBusAddress(
    "/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings"
)
APPEARANCE = "org.freedesktop.appearance"
_TURN_S = 0.2


class Portal:
    """Tell programs on a session bus how the user wants them to look, and when that changes."""

    def __init__(self, bus: str, **wishes: int) -> None:
        self._connection = open_dbus_connection(bus)
        self._wishes = {name.replace("_", "-"): value for name, value in wishes.items()}
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> "Portal":
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._thread.join()
        self._connection.close()

    def change(self, name: str, value: int) -> None:
        """Change a wish, such as "contrast" or "color-scheme"."""
        self._wishes[name] = value
        self._send(new_signal(SETTINGS, "SettingChanged", "ssv", (APPEARANCE, name, ("u", value))))

    def _serve(self) -> None:
        while not self._is_over.is_set():
            try:
                message = self._connection.receive(timeout=_TURN_S)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._send(self._answer(message))

    def _answer(self, asked: Message) -> Message:
        member = asked.header.fields[HeaderFields.member]
        wishes: dict[str, Any] = {name: ("u", value) for name, value in self._wishes.items()}
        if member == "ReadAll":
            return new_method_return(asked, "a{sa{sv}}", ({APPEARANCE: wishes},))
        if member in ("Read", "ReadOne") and asked.body[0] == APPEARANCE:
            wish = wishes.get(asked.body[1])
            if wish is not None:
                return new_method_return(
                    asked, "v", (wish if member == "ReadOne" else ("v", wish),)
                )
        return new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("not here",))

    def _send(self, message: Message) -> None:
        with self._lock:
            self._connection.send(message)
