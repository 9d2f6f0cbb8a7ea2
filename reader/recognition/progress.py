"""How a long task tells how far it is, and is called off."""

from collections.abc import Callable
from typing import Protocol

from reader.core.errors import QT_TRANSLATE_NOOP, ModelError

Progress = Callable[[int, int | None], None]
"""Called with the bytes done and their total, None where that is unknown."""


class Cancel(Protocol):
    """What says that the user wants no more of it; `threading.Event` is one."""

    def is_set(self) -> bool:
        """Return whether it was called off."""
        ...


class InstallCancelledError(ModelError):
    """Raised where an installation was called off; everything is as it was before."""


def go_on(cancel: Cancel | None, model: str) -> None:
    """Return unless the installation of a model was called off.

    :raises InstallCancelledError: where it was.
    """
    if cancel is not None and cancel.is_set():
        raise cancelled(model)


def cancelled(model: str) -> InstallCancelledError:
    """Return what says that the installation of a model was called off."""
    return InstallCancelledError(_CANCELLED, model=model)


_CANCELLED = QT_TRANSLATE_NOOP(
    "errors", "Installing “{model}” was called off; everything is as it was before."
)
