"""What a screen reader does, over D-Bus: a bus of its own, the program's tree, and what it says."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NEEDED = ("Xvfb", "dbus-daemon")
"""The programs that must be there, besides at-spi2-core."""
STATES = (
    *("invalid", "active", "armed", "busy", "checked", "collapsed", "defunct", "editable"),
    *("enabled", "expandable", "expanded", "focusable", "focused", "has tooltip", "horizontal"),
    *("iconified", "modal", "multi-line", "multiselectable", "opaque", "pressed", "resizable"),
    *("selectable", "selected", "sensitive", "showing", "single-line", "stale", "transient"),
    *("vertical", "visible", "manages descendants", "indeterminate", "required", "truncated"),
    *("animated", "invalid entry", "autocompletes", "selectable text", "default", "visited"),
    *("checkable", "has popup", "read-only"),
)
"""The names of AT-SPI's states, in the order of their bits (AtspiStateType)."""
GRANULARITY = {"char": 0, "word": 1, "sentence": 2, "line": 3, "paragraph": 4}
"""Of `GetStringAtOffset` (AtspiTextGranularity)."""
_SERVICE = "/usr/share/dbus-1/services/org.a11y.Bus.service"
_ROOT = "/org/a11y/atspi/accessible/root"
_WAIT_S = 120.0


def missing() -> list[str]:
    """Return what a desktop with assistive technology has and this machine lacks."""
    lacking = [program for program in NEEDED if shutil.which(program) is None]
    return lacking if Path(_SERVICE).exists() else [*lacking, "at-spi2-core"]


def wait_for(found: Callable[[], Any], what: str) -> Any:
    """Return what `found` returns once that is something; another process has to do it."""
    end = time.monotonic() + _WAIT_S
    while time.monotonic() < end:
        if result := found():
            return result
        time.sleep(0.05)  # there is no signal to wait for in this process
    raise AssertionError(f"never came: {what}")


@dataclass(frozen=True)
class Node:
    """An object of the program's tree, as a screen reader sees it."""

    desk: "Desktop"
    bus: str
    path: str

    def call(self, interface: str, method: str, signature: str = "", *arguments: object) -> Any:
        """Return what a method of one of AT-SPI's interfaces answers."""
        address = DBusAddress(self.path, self.bus, f"org.a11y.atspi.{interface}")
        message = new_method_call(address, method, signature or None, arguments)
        reply = self.desk.connection.send_and_get_reply(message, timeout=_WAIT_S)
        if reply.header.message_type.name == "error":
            raise LookupError(f"{method} of {self.path}: {reply.body}")
        return reply.body[0] if len(reply.body) == 1 else reply.body

    def get(self, interface: str, name: str) -> Any:
        """Return a property."""
        address = DBusAddress(self.path, self.bus, "org.freedesktop.DBus.Properties")
        body = (f"org.a11y.atspi.{interface}", name)
        reply = self.desk.connection.send_and_get_reply(
            new_method_call(address, "Get", "ss", body), timeout=_WAIT_S
        )
        if reply.header.message_type.name == "error":
            raise LookupError(f"{name} of {self.path}: {reply.body}")
        return reply.body[0][1]

    @property
    def name(self) -> str:
        """Return what is said first of it."""
        return self.get("Accessible", "Name")

    @property
    def description(self) -> str:
        """Return what else is said of it."""
        return self.get("Accessible", "Description")

    @property
    def role(self) -> str:
        """Return what it is."""
        return self.call("Accessible", "GetRoleName")

    @property
    def states(self) -> set[str]:
        """Return the names of the states that it is in."""
        low, high = self.call("Accessible", "GetState")
        bits = low | high << 32
        return {name for place, name in enumerate(STATES) if bits >> place & 1}

    @property
    def interfaces(self) -> set[str]:
        """Return the interfaces that it has, without what is before their last dot."""
        return {name.rpartition(".")[2] for name in self.call("Accessible", "GetInterfaces")}

    @property
    def children(self) -> list["Node"]:
        """Return what is in it."""
        return [Node(self.desk, *each) for each in self.call("Accessible", "GetChildren")]

    def walk(self, *, showing: bool = True) -> Iterator["Node"]:
        """Yield it and all that is below it, in order; without `showing` also what isn't shown."""
        yield self
        for child in self.children:
            if not showing or "showing" in child.states or child.role == "menu":
                yield from child.walk(showing=showing)

    def find(self, role: str, name: str = "", *, showing: bool = True) -> "Node":
        """Return the first one below with a role whose name begins so; wait until it is there."""

        def found() -> Node | None:
            try:
                for node in self.walk(showing=showing):
                    if node.role == role and node.name.startswith(name):
                        return node
            except LookupError:
                pass  # something went while it was asked
            return None

        return wait_for(found, f"{role} “{name}”")

    # Text

    @property
    def text(self) -> str:
        """Return all of its text."""
        return self.call("Text", "GetText", "ii", 0, -1)

    def string_at(self, offset: int, unit: str) -> tuple[str, int, int]:
        """Return the character, word, line or paragraph at an offset, with its begin and end."""
        text, start, end = self.call("Text", "GetStringAtOffset", "iu", offset, GRANULARITY[unit])
        return text, start, end

    def extents(self, offset: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of a character on the screen."""
        left, top, width, height = self.call("Text", "GetCharacterExtents", "iu", offset, 0)
        return left, top, width, height

    def attributes(self, offset: int) -> dict[str, str]:
        """Return how the text at an offset is written."""
        return self.call("Text", "GetAttributes", "i", offset)[0]

    # What one can do to it

    @property
    def actions(self) -> list[str]:
        """Return the names of what it does."""
        count = self.get("Action", "NActions")
        return [self.call("Action", "GetName", "i", each) for each in range(count)]

    def do(self, action: str) -> None:
        """Have it do something."""
        assert self.call("Action", "DoAction", "i", self.actions.index(action))

    def focus(self) -> None:
        """Give it the keyboard."""
        assert self.call("Component", "GrabFocus")


class Desktop:
    """A screen, a session bus and an accessibility bus of their own, and the program on them."""

    connection: DBusConnection

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self.environment = os.environ | {
            name: str(folder / name.lower())
            for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        }
        self.environment |= {
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "0",
        }
        folder.chmod(0o700)

    def __enter__(self) -> "Desktop":
        display = self._screen()
        self.environment["DISPLAY"] = f":{display}"
        bus = self._line_of(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], self.environment
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        session = self._stack.enter_context(open_dbus_connection(bus))
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        reply = session.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=_WAIT_S)
        # So does a screen reader when it starts: programs then tell what they show.
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.freedesktop.DBus.Properties")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            body = ("org.a11y.Status", name, ("b", True))
            session.send_and_get_reply(new_method_call(status, "Set", "ssv", body))
        self.connection = self._stack.enter_context(open_dbus_connection(reply.body[0]))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def start(self, *command: str) -> Node:
        """Start a program, and return its window once it is there."""
        log = self._stack.enter_context((self._folder / "program.log").open("w"))
        program = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        self._stack.callback(_end, program)
        root = Node(self, "org.a11y.atspi.Registry", _ROOT)

        def window() -> Node | None:
            assert program.poll() is None, (self._folder / "program.log").read_text()
            shown = [frame for each in root.children for frame in each.children]
            return next((frame for frame in shown if frame.role == "frame"), None)

        return wait_for(window, "the program's window")

    @contextmanager
    def announcements(self) -> Iterator[Callable[[], str]]:
        """Listen, and give a function that waits for the next sentence that is to be spoken."""
        rule = MatchRule(
            type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement"
        )
        self.connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_WAIT_S)
        registry = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        wish = new_method_call(registry, "RegisterEvent", "sass", ("object:announcement", [], ""))
        self.connection.send_and_get_reply(wish, timeout=_WAIT_S)
        with self.connection.filter(rule) as heard:
            yield lambda: self.connection.recv_until_filtered(heard, timeout=_WAIT_S).body[3][1]
        self.connection.send_and_get_reply(message_bus.RemoveMatch(rule), timeout=_WAIT_S)

    def _screen(self) -> str:
        """Start a screen, and return its number."""
        reading, writing = os.pipe()
        size = ["-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), *size],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        self._stack.callback(_end, screen)
        with os.fdopen(reading) as numbers:
            return numbers.readline().strip()

    def _line_of(self, command: list[str], environment: dict[str, str]) -> str:
        """Start a service, and return the first line that it says."""
        service = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._stack.callback(_end, service)
        assert service.stdout is not None
        self._stack.callback(service.stdout.close)
        return service.stdout.readline().strip()


def choose(window: Node, menu: str, item: str) -> None:
    """Choose something from a menu, without a key or the mouse."""
    top = next(each for each in window.walk() if each.role == "menu item" and each.name == menu)
    for entry in top.walk(showing=False):
        if entry.role == "menu item" and entry.name == item:
            entry.do("Press")
            return
    raise AssertionError(f"{menu} has no {item}: {[each.name for each in top.walk(showing=False)]}")


def undo_of(window: Node) -> str:
    """Return what the menu says of what would be undone."""
    top = next(each for each in window.walk() if each.role == "menu item" and each.name == "Edit")
    entries = [each.name for each in top.walk(showing=False) if each.role == "menu item"]
    return next(each for each in entries if each.startswith("Undo"))


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
