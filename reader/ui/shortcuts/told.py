"""The keys that an action has now, told wherever a tooltip or a sentence names them."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from reader.ui.shortcuts.listing import keys_in_words


def tell_keys(action: QAction, told: Callable[[str], object]) -> None:
    """Call `told` with the first key of an action in words, now and whenever it is another one.

    It is "" while the action has none.
    """
    last: list[str] = []

    def tell() -> None:
        keys = keys_in_words(action.shortcuts()[:1])
        if [keys] != last:
            last[:] = [keys]
            told(keys)

    action.changed.connect(tell)
    tell()


def with_keys(words: str, keys: str) -> str:
    """Return words with keys in brackets behind them, where there are any."""
    return f"{words} ({keys})" if keys else words
