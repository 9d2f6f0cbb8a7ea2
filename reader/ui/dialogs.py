"""The dialogs: choosing files, and what the program is."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.formats.suffixes import Format

_LONGEST_NAME = 120
"""Bytes of a file name, far below the 255 that most systems take."""

_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(10)
}
"""Names that Windows keeps for devices, whatever their suffix."""

translate = QCoreApplication.translate  # under the name that `lupdate` looks for


def ask_files_to_open(parent: QWidget) -> list[Path]:
    """Let the user choose articles to open; empty where none is chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, translate("dialogs", "Open articles"), documents_folder(), open_filters()
    )
    return [Path(name) for name in names]


def open_filters() -> str:
    """Return the kinds of files that can be opened, as a file dialog lists them; first all."""
    kinds = {
        translate("dialogs", "Text files"): (Format.TEXT, Format.MARKDOWN),
        translate("dialogs", "Saved web pages"): (Format.PAGE, Format.MHTML),
        "PDF": (Format.PDF,),
        translate("dialogs", "Office documents"): (Format.DOCX, Format.ODT, Format.RTF),
        translate("dialogs", "E-books"): (Format.EPUB,),
        translate("dialogs", "E-mails"): (Format.EMAIL,),
    }
    every = translate("dialogs", "Everything that Reader opens")
    filters = [f"{every} ({_patterns(*Format)})"]
    filters += [f"{name} ({_patterns(*formats)})" for name, formats in kinds.items()]
    return ";;".join([*filters, f"{translate('dialogs', 'All files')} (*)"])


def _patterns(*formats: Format) -> str:
    return " ".join(f"*{suffix}" for each in formats for suffix in each.suffixes)


def ask_library(parent: QWidget) -> Path | None:
    """Let the user choose a library file, or name a new one; None where they don't."""
    dialog = QFileDialog(parent, translate("dialogs", "Choose a library"), documents_folder())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # so that a new name can be given
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is overwritten
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("dialogs", "Choose"))
    dialog.setNameFilters(["SQLite (*.sqlite)", f"{translate('dialogs', 'All files')} (*)"])
    dialog.setDefaultSuffix("sqlite")
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if chosen and names else None


def ask_model_file(parent: QWidget) -> Path | None:
    """Let the user choose the file of a recognition model; None where they don't."""
    title = translate("dialogs", "Install a model from its file")
    kind = translate("dialogs", "spaCy pipelines")
    name, _ = QFileDialog.getOpenFileName(parent, title, _downloads_folder(), f"{kind} (*.whl)")
    return Path(name) if name else None


def ask_model_folder(parent: QWidget) -> Path | None:
    """Let the user choose the folder of a recognition model; None where they don't."""
    title = translate("dialogs", "Choose a model's folder")
    name = QFileDialog.getExistingDirectory(parent, title, _downloads_folder())
    return Path(name) if name else None


def file_name_for(title: str) -> str:
    """Return a file name, without suffix, that every system takes and that still says `title`."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    name = " ".join(name.split())
    while len(name.encode()) > _LONGEST_NAME:
        name = name[:-1]
    name = name.strip(" .")
    if not name or name.partition(".")[0].strip().upper() in _RESERVED:
        name = f"article {name}".strip()
    return name


def ask_what_to_do_unsaved(
    parent: QWidget,
    *,
    retry: Callable[[], object],
    copy: Callable[[], object],
    discard: Callable[[], object],
) -> None:
    """Say that something could not be saved, and let the user choose; escape keeps all as it is."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Reader", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate(
            "dialogs",
            "Not everything that you wrote could be saved. Try again once the library can be "
            "written, or copy the text and keep it elsewhere.",
        )
    )
    role = QMessageBox.ButtonRole
    choices = (
        (translate("dialogs", "Try again"), role.AcceptRole, retry),
        (translate("dialogs", "Copy the text"), role.ActionRole, copy),
        (translate("dialogs", "Close without saving"), role.DestructiveRole, discard),
    )
    for text, button_role, chosen in choices:
        box.addButton(text, button_role).clicked.connect(chosen)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def documents_folder() -> str:
    """Return the folder in which the system keeps documents, or the user's own."""
    return _folder(QStandardPaths.StandardLocation.DocumentsLocation)


def _downloads_folder() -> str:
    return _folder(QStandardPaths.StandardLocation.DownloadLocation)


def _folder(location: QStandardPaths.StandardLocation) -> str:
    folder = QStandardPaths.writableLocation(location)
    return folder if Path(folder).is_dir() else str(Path.home())
