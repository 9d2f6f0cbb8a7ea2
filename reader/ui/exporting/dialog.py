"""The export dialog: what, in which format and shape, and which of it; with a preview."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.core.errors import ExportError, ReaderError
from reader.core.export import ExportScope, ScopeKind
from reader.core.files import write_atomically
from reader.exporting.page_names import page_name
from reader.exporting.registry import ExportFormat, ExportOptions, formats
from reader.exporting.run import ExportTask
from reader.exporting.templates import (
    SUFFIX,
    TemplateFile,
    TemplateUse,
    template_files,
    template_named,
)
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.drop_down import DropDown
from reader.ui.exporting.asking import ask_target, ask_template_name
from reader.ui.exporting.filter_form import FilterForm
from reader.ui.exporting.jobs import Preview
from reader.ui.exporting.offer import ExportChoices, Offer
from reader.ui.exporting.template_pane import TemplatePane
from reader.ui.exporting.words import contents, format_name, scope_name, template_name
from reader.ui.theme import Theme
from reader.ui.timers import single_shot

_PREVIEW_MS = 200
_FORM_WIDTH = 320


class ExportDialog(QDialog):
    """Choose an export; it is closed by choosing where it goes.

    `title_of` says what a file with a scope is to be called.
    """

    preview_wanted = Signal(object)  # ExportTask
    export_requested = Signal(object, object)  # ExportTask, ExportChoices
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        offer: Offer,
        choices: ExportChoices,
        *,
        language: str,
        templates: Path,
        sentence_of: Callable[[ReaderError], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self.resize(920, 580)
        self._offer = offer
        self._choices = choices
        self._language = language
        self._templates = templates
        self._sentence_of = sentence_of
        self._formats = {each.id: each for each in formats()}
        self.scope = DropDown()
        self.format = DropDown()
        self.template = DropDown()
        self.names = DropDown()
        self.whole_text = QCheckBox(self.tr("With the articles' text"))
        self.edit_button = QPushButton(self.tr("Edit"))
        self.edit_button.setCheckable(True)
        self.edit_button.setAutoDefault(False)
        self.filter_form = FilterForm(offer)
        self.pane = TemplatePane()
        self.export_button = QPushButton(self.tr("Export…"))
        self.export_button.setDefault(True)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self._timer = single_shot(self, _PREVIEW_MS, self._ask_preview)
        self._fill()
        self._lay_out()
        self._wire()
        self._on_format_changed()
        self.scope.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.filter_form.set_theme(theme)

    # ---- what is chosen

    def chosen_scope(self) -> ExportScope:
        """Return what is to be exported."""
        return self.scope.currentData()

    def chosen_format(self) -> ExportFormat:
        """Return in which format."""
        return self._formats[self.format.currentData()]

    def choices(self) -> ExportChoices:
        """Return how it is to be exported."""
        return ExportChoices(
            format=self.format.currentData(),
            template=self.template.currentData() or "",
            names=self.names.currentData(),
            whole_text=self.whole_text.isChecked(),
            folder=self._choices.folder,
            filter=self.filter_form.asked(),
            about=self.filter_form.about_whom(),
        )

    def task(self, path: Path) -> ExportTask:
        """Return what is chosen as a task that writes `path`."""
        choices = self.choices()
        is_edited = self.pane.is_editing and self.pane.source() != self._saved_source()
        options = ExportOptions(
            language=self._language,
            template=choices.template if self._shapes() else "",
            template_source=self.pane.source() if is_edited and self._shapes() else "",
            template_folder=self._templates,
            whole_text=choices.whole_text,
        )
        made = self.chosen_format()
        return ExportTask(self.chosen_scope(), choices.asked(), made, path, options)

    def _shapes(self) -> bool:
        """Return whether a template shapes the format."""
        made = self.chosen_format()
        return made.has_templates or made.is_folder

    def _template(self) -> TemplateFile | None:
        try:
            return template_named(self._template_id(), self._templates)
        except ExportError:
            return None

    def _template_id(self) -> str:
        """Return the template that is used: the format's own where none is chosen."""
        chosen = self.template.currentData()
        if chosen:
            return chosen
        of_entity = self.chosen_scope().kind is ScopeKind.ENTITIES
        if self.chosen_format().is_folder:
            return "entity-page" if of_entity else "article-page"
        return "entity-dossier" if of_entity else "article-full"

    def _saved_source(self) -> str:
        template = self._template()
        try:
            return template.source() if template else ""
        except ExportError:
            return ""

    # ---- what is shown

    def show_preview(self, preview: Preview) -> None:
        """Show the beginning of what would be written."""
        said = contents(preview.article_count, preview.entity_count)
        error = self._sentence_of(preview.error) if preview.error is not None else ""
        text = preview.text
        if not text and not error:
            text = (
                self.tr("This format has no preview.")
                if not self._shapes()
                else self.tr("There is nothing to export.")
            )
        self.pane.show_preview(f"{text}\n…" if preview.is_cut else text, contents=said, error=error)
        nothing = not preview.article_count and not preview.entity_count
        self.export_button.setEnabled(not nothing and not error and self.filter_form.is_right)

    def _fill(self) -> None:
        for scope, title in self._offer.scopes:
            self.scope.addItem(scope_name(scope.kind, title, len(scope.ids)), scope)
        for label in self._offer.collections:
            scope = ExportScope(ScopeKind.COLLECTION, (label.id,))
            self.scope.addItem(scope_name(scope.kind, label.name), scope)
        whole = ExportScope(ScopeKind.LIBRARY)
        self.scope.addItem(scope_name(whole.kind, ""), whole)
        for made in self._formats.values():
            self.format.addItem(format_name(made), made.id)
        self.names.addItem(self.tr("Those I wrote on or corrected"), "own")
        self.names.addItem(self.tr("Confirmed ones alone"), "confirmed")
        self.names.addItem(self.tr("All that were found"), "all")
        choices = self._choices
        self.format.setCurrentIndex(max(0, self.format.findData(choices.format)))
        self.names.setCurrentIndex(max(0, self.names.findData(choices.names)))
        self.whole_text.setChecked(choices.whole_text)
        self.filter_form.show_filter(choices.filter, choices.about)
        self._fill_templates(choices.template)

    def _fill_templates(self, chosen: str) -> None:
        with QSignalBlocker(self.template):
            self.template.clear()
            self.template.addItem(self.tr("As usual"), "")
            for each in template_files(self._templates):
                if each.use is not TemplateUse.ANNOTATION:
                    self.template.addItem(template_name(each), each.name)
            self.template.setCurrentIndex(max(0, self.template.findData(chosen)))

    def _lay_out(self) -> None:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        names = (self.tr("What"), self.tr("Format"), self.tr("Template"), self.tr("Names"))
        boxes = (self.scope, self.format, self.template, self.names)
        for row, (name, box) in enumerate(zip(names, boxes, strict=True)):
            label = QLabel(name)
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(10)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1, 1, 1 if box is self.template else 2)
        grid.addWidget(self.edit_button, 2, 2)
        grid.addWidget(self.whole_text, 4, 0, 1, 3)
        section = QLabel(self.tr("Only"))
        section.setProperty("role", "section")
        grid.addWidget(section, 5, 0, 1, 3)
        grid.addWidget(self.filter_form, 6, 0, 1, 3)
        self.filter_form.align_with(grid)
        grid.setRowStretch(7, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(form)
        area.setMinimumWidth(_FORM_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        splitter = QSplitter()
        splitter.addWidget(area)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        buttons = QDialogButtonBox()  # in the order that the system has for them
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(splitter, 1)
        column.addWidget(buttons)

    def _wire(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _row: self._on_template_changed())
        self.format.currentIndexChanged.connect(lambda _row: self._on_format_changed())
        self.template.currentIndexChanged.connect(lambda _row: self._on_template_changed())
        self.names.currentIndexChanged.connect(lambda _row: self._timer.start())
        self.whole_text.toggled.connect(lambda _on: self._timer.start())
        self.filter_form.changed.connect(self._timer.start)
        self.edit_button.toggled.connect(self._on_edit_toggled)
        self.pane.edited.connect(self._timer.start)
        self.pane.save_requested.connect(self._on_save_requested)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.cancel_button.clicked.connect(self.reject)

    # ---- what happens

    def _ask_preview(self) -> None:
        self.preview_wanted.emit(self.task(Path()))

    def _on_format_changed(self) -> None:
        for part in (self.template, self.edit_button):
            part.setEnabled(self._shapes())
        if not self._shapes():
            self.edit_button.setChecked(False)
        self._on_template_changed()

    def _on_template_changed(self) -> None:
        with QSignalBlocker(self.pane.editor):
            self.pane.set_source(self._saved_source())
        self._timer.start()

    def _on_edit_toggled(self, on: bool) -> None:
        self.pane.set_editing(on)
        if on:
            self.pane.editor.setFocus()
        self._timer.start()

    def _on_save_requested(self) -> None:
        """Keep the template as one of the user's own, under a name that they give."""
        template = self._template()
        proposed = self._template_id() if template is None else template.name
        name = page_name(ask_template_name(self, proposed), otherwise="").removesuffix(SUFFIX)
        if not name:
            return
        try:
            self._templates.mkdir(parents=True, exist_ok=True)
            write_atomically(self._templates / f"{name}{SUFFIX}", self.pane.source())
        except ReaderError as error:
            self.pane.show_preview("", contents="", error=self._sentence_of(error))
            return
        self._fill_templates(name)
        self._timer.start()

    def _on_export_clicked(self) -> None:
        made, scope = self.chosen_format(), self.chosen_scope()
        title = next((t for each, t in self._offer.scopes if each == scope), "")
        title = title or next(
            (each.name for each in self._offer.collections if (each.id,) == scope.ids), "Reader"
        )
        path = ask_target(self, made, title, self._choices.folder)
        if path is None:
            return
        task = self.task(path)
        choices = self.choices()
        self.accept()
        self.export_requested.emit(task, choices)
