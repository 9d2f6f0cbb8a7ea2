"""The dialogs: choosing files, and what the program is."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader import __version__

translate = QCoreApplication.translate  # under the name that `lupdate` looks for


def ask_files_to_open(parent: QWidget) -> list[Path]:
    """Let the user choose articles to open; empty where none is chosen."""
    texts, everything = translate("dialogs", "Text files"), translate("dialogs", "All files")
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        translate("dialogs", "Open articles"),
        _documents_folder(),
        f"{texts} (*.txt *.text);;{everything} (*)",
    )
    return [Path(name) for name in names]


def ask_export_file(parent: QWidget, title: str) -> Path | None:
    """Let the user choose where to export the article `title`; None where they don't."""
    dialog = QFileDialog(parent, translate("dialogs", "Export to Markdown"), _documents_folder())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("Markdown (*.md)")
    # The dialog itself adds it, so that it asks before an existing file is replaced.
    dialog.setDefaultSuffix("md")
    dialog.selectFile(f"{file_name_for(title)}.md")
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if chosen and names else None


def show_about(parent: QWidget) -> None:
    """Say what the program is, and under which licence."""
    box = QMessageBox(parent)
    box.setWindowTitle(translate("dialogs", "About Reader"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Reader {__version__}")
    box.setInformativeText(
        translate(
            "dialogs",
            "Read the news with your own notes on its people, places and organizations.\n\n"
            "Free software under the GNU General Public License, version 3 or later.\n"
            "The built-in model was trained on AnCora (University of Barcelona, CC BY 4.0); "
            "names of places come from GeoNames (CC BY 4.0) and Unicode CLDR.",
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def file_name_for(title: str) -> str:
    """Return a file name, without suffix, that every system takes and that still says `title`."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    name = " ".join(name.split())[:80].strip(" .")
    return name or "article"


def _documents_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
