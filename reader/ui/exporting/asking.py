"""Where an export goes, and how the user's template is called."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from reader.exporting.registry import ExportFormat
from reader.ui.dialogs import file_name_for
from reader.ui.exporting.words import format_name

translate = QCoreApplication.translate  # under the name that `lupdate` looks for


def ask_target(parent: QWidget, made: ExportFormat, title: str, folder: str) -> Path | None:
    """Let the user choose the file or folder of an export; None where they don't."""
    start = folder if folder and Path(folder).is_dir() else _documents_folder()
    if made.is_folder:
        words = translate("exporting", "Choose the folder of the vault")
        name = QFileDialog.getExistingDirectory(parent, words, start)
        return Path(name) if name else None
    dialog = QFileDialog(parent, translate("exporting", "Export"), start)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{format_name(made)} (*{made.suffix})")
    # The dialog itself adds it, so that it asks before an existing file is replaced.
    dialog.setDefaultSuffix(made.suffix.removeprefix("."))
    dialog.selectFile(f"{file_name_for(title)}{made.suffix}")
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if chosen and names else None


def ask_template_name(parent: QWidget, proposed: str) -> str:
    """Let the user name a template; "" where they don't."""
    name, is_given = QInputDialog.getText(
        parent,
        translate("exporting", "Save the template"),
        translate("exporting", "Name of the template:"),
        text=proposed,
    )
    return name.strip() if is_given else ""


def _documents_folder() -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if Path(folder).is_dir() else str(Path.home())
