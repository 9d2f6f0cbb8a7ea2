"""Parts of the window that are made when they are first asked for.

What nobody has opened yet is neither imported nor made: so the window is there sooner.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Part = TypeVar("Part")


class Later(Generic[Part]):
    """An attribute of a `HasLater` that is made by the first look at it, and stays.

    `make` imports what the part needs. `wire` connects it, when it can already be had by its name.
    """

    def __init__(
        self,
        make: Callable[[Any], Part],
        wire: Callable[[Any, Part], object] = lambda _owner, _part: None,
    ) -> None:
        self._make = make
        self._wire = wire
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> "Later[Part]": ...
    @overload
    def __get__(self, owner: "HasLater", kind: type) -> Part: ...
    def __get__(self, owner: "HasLater | None", kind: type) -> "Later[Part] | Part":
        if owner is None:
            return self
        part = self._make(owner)
        vars(owner)[self._name] = part  # where Python finds it from now on, before this
        self._wire(owner, part)
        for then in owner.awaited.pop(self._name, ()):
            then(part)
        return part


class HasLater:
    """Something with attributes that are made later."""

    @property
    def awaited(self) -> dict[str, list[Callable[[Any], object]]]:
        """Return what is to be done once an attribute is made, by its name."""
        return vars(self).setdefault("_awaited", {})

    def made(self, name: str) -> Any | None:
        """Return an attribute if it was made; None before."""
        return vars(self).get(name)

    def asking(self, name: str, wish: str) -> Callable[..., None]:
        """Return what calls a method of an attribute, which is made only by the call."""

        def ask(*given: object) -> None:
            getattr(getattr(self, name), wish)(*given)

        return ask

    def when_made(self, name: str, then: Callable[[Any], object]) -> None:
        """Call `then` with an attribute when it is made, or now if it was."""
        part = self.made(name)
        if part is None:
            self.awaited.setdefault(name, []).append(then)
        else:
            then(part)
