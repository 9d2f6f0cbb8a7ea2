"""The room around what is in a dialog, the same in all of them."""

DIALOG_MARGINS = (18, 16, 18, 14)
"""Pixels at the left, at the top, at the right and at the bottom."""

BUTTON_GAP = 6
"""Pixels between the buttons below it, as Qt's own rows of buttons have them."""
