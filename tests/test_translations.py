"""Every text of the interface is translated, and the compiled files are those of the sources."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton

from reader.ui.translation import load_qt_translator, load_translator

UPDATE = Path(__file__).parent.parent / "packaging" / "translations" / "update.py"


def test_translations_are_complete() -> None:
    ended = subprocess.run(
        [sys.executable, str(UPDATE), "--check"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def words_of(dialog: QFileDialog) -> set[str]:
    """Return what Qt writes in its own file dialog, but for the names of files."""
    words = {each.text() for each in dialog.findChildren(QLabel)}
    words |= {each.text() for each in dialog.findChildren(QPushButton)}
    words |= {each.toolTip() for each in dialog.findChildren(QToolButton)}
    return words - {""}


@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_translations_of_qts_file_dialog_leave_nothing_in_english(
    qapp: QApplication, mode: QFileDialog.AcceptMode
) -> None:
    def made() -> QFileDialog:
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        return dialog

    english = words_of(made())
    translators: list[QTranslator] = [load_qt_translator("es"), load_translator("es")]
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    spanish = words_of(made())
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    assert len(english) > 8
    assert english & spanish == set()
    assert not any("fichero" in words for words in spanish)  # "archivo", as everywhere else
