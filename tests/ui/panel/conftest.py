"""What every test of the panel's parts starts from."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def no_style_sheet(qapp: QApplication) -> None:
    """Take away the style that a whole program, in an earlier test, gave the application."""
    qapp.setStyleSheet("")
