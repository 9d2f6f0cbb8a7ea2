"""Names of fields, and of the small buttons in them, for who hears the window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

_CLEAR = "_q_qlineeditclearaction"  # how Qt calls the button of `setClearButtonEnabled`


def name_field(field: QLineEdit, name: str) -> None:
    """Name a field, the sign in it, and the button that empties it: Qt leaves that one silent."""
    field.setAccessibleName(name)
    for action in field.actions():
        action.setText(name)
    clear = field.findChild(QAction, _CLEAR)
    if clear is not None:
        clear.setText(QCoreApplication.translate("fields", "Empty the field"))
