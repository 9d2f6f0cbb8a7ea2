"""Where something small that floats beside a passage goes."""

from PySide6.QtCore import QRect, QSize

_GAP = 6


def beside(rect: QRect, bounds: QRect, size: QSize, *, gap: int = _GAP) -> QRect:
    """Return where a widget of `size` goes beside `rect` inside `bounds`.

    Above, centred; below where there is no room above; inside the upper edge where there is none
    below either. It is never larger than `bounds`.
    """
    width, height = min(size.width(), bounds.width()), min(size.height(), bounds.height())
    x = rect.center().x() - width // 2
    x = max(bounds.left(), min(x, bounds.left() + bounds.width() - width))
    y = rect.top() - gap - height
    if y < bounds.top():
        y = rect.top() + rect.height() + gap
    y = max(bounds.top(), min(y, bounds.top() + bounds.height() - height))
    return QRect(x, y, width, height)
