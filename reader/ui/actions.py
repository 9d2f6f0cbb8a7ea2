"""Every action of the window: its words, its shortcut and its icon, each in one place."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.core.annotations import Colour
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.ui.icons import icon
from reader.ui.kinds import colour_name
from reader.ui.mnemonics import part_letters
from reader.ui.theme import Theme

_Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class _Spec:
    text: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    checkable: bool = False


_SPECS = {
    "open": _Spec(QT_TRANSLATE_NOOP("actions", "&Open…"), (_Key.Open,), "open"),
    "open_folder": _Spec(QT_TRANSLATE_NOOP("actions", "&Import a folder…"), ("Ctrl+Shift+O",)),
    "import_work": _Spec(QT_TRANSLATE_NOOP("actions", "Import annotations or a li&brary…")),
    "open_address": _Spec(QT_TRANSLATE_NOOP("actions", "Open an a&ddress…"), ("Ctrl+L",)),
    "paste_article": _Spec(QT_TRANSLATE_NOOP("actions", "Paste an ar&ticle"), (_Key.Paste,)),
    "open_sample": _Spec(QT_TRANSLATE_NOOP("actions", "Open the &sample article")),
    "filter_articles": _Spec(QT_TRANSLATE_NOOP("actions", "&Filter articles"), ("Ctrl+Shift+L",)),
    "label_articles": _Spec(QT_TRANSLATE_NOOP("actions", "Collections and &tags…"), ("Ctrl+T",)),
    "show_details": _Spec(QT_TRANSLATE_NOOP("actions", "&Details of the article…"), ("Ctrl+I",)),
    "delete_articles": _Spec(QT_TRANSLATE_NOOP("actions", "Move the article to the tras&h")),
    "palette": _Spec(QT_TRANSLATE_NOOP("actions", "Command &palette…"), ("Ctrl+K",)),
    "search": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Search the library"), ("Ctrl+Shift+F",), "search"
    ),
    "export": _Spec(QT_TRANSLATE_NOOP("actions", "&Export…"), ("Ctrl+E",), "export"),
    "print": _Spec(QT_TRANSLATE_NOOP("actions", "&Print…"), ("Ctrl+P",)),
    "save_pdf": _Spec(QT_TRANSLATE_NOOP("actions", "Sa&ve as PDF…")),
    "backups": _Spec(QT_TRANSLATE_NOOP("actions", "Bac&kups…")),
    "quit": _Spec(QT_TRANSLATE_NOOP("actions", "&Quit"), (_Key.Quit, "Ctrl+Q")),
    "copy_dossier": _Spec(
        QT_TRANSLATE_NOOP("actions", "Copy the name's dossie&r"), ("Ctrl+Shift+D",)
    ),
    "copy": _Spec(QT_TRANSLATE_NOOP("actions", "&Copy"), (_Key.Copy,), "copy"),
    "delete_annotation": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Delete the annotation"), ("Ctrl+Del",), "delete"
    ),
    "comment": _Spec(QT_TRANSLATE_NOOP("actions", "Annotate and co&mment"), ("C",), "comment"),
    "confirm": _Spec(QT_TRANSLATE_NOOP("actions", "&Confirm"), ("E",)),
    "reject": _Spec(QT_TRANSLATE_NOOP("actions", "&Not a name"), ("X",)),
    "change_kind": _Spec(QT_TRANSLATE_NOOP("actions", "Mark, or change the &kind…"), ("T",)),
    "link": _Spec(QT_TRANSLATE_NOOP("actions", "&Means someone or something else…"), ("L",)),
    "merge": _Spec(QT_TRANSLATE_NOOP("actions", "Mer&ge with…"), ("M",)),
    "rename": _Spec(QT_TRANSLATE_NOOP("actions", "&Rename…"), ("R",)),
    "start_earlier": _Spec(
        QT_TRANSLATE_NOOP("actions", "One word more &before it"), ("[", "Alt+Shift+Left")
    ),
    "end_later": _Spec(
        QT_TRANSLATE_NOOP("actions", "One word more &after it"), ("]", "Alt+Shift+Right")
    ),
    "start_later": _Spec(QT_TRANSLATE_NOOP("actions", "Without its &first word"), ("{",)),
    "end_earlier": _Spec(QT_TRANSLATE_NOOP("actions", "Without its &last word"), ("}",)),
    "confirm_visible": _Spec(
        QT_TRANSLATE_NOOP("actions", "Confirm all that are &visible"), ("Shift+E",)
    ),
    "confirm_entity": _Spec(
        QT_TRANSLATE_NOOP("actions", "Confirm all of its men&tions here"), ("Ctrl+Shift+E",)
    ),
    "everywhere": _Spec(QT_TRANSLATE_NOOP("actions", "The last correction every&where"), ("W",)),
    "only_here": _Spec(
        QT_TRANSLATE_NOOP("actions", "The last correction only &here"), ("Shift+W",)
    ),
    "new_entity": _Spec(QT_TRANSLATE_NOOP("actions", "&New entity…"), ("Ctrl+Shift+N",)),
    "corrections": _Spec(QT_TRANSLATE_NOOP("actions", "&List of corrections"), ("Ctrl+Shift+K",)),
    "select_sentence": _Spec(QT_TRANSLATE_NOOP("actions", "&Select the sentence"), ("S",)),
    "caret": _Spec(QT_TRANSLATE_NOOP("actions", "&Text cursor"), ("F7",), checkable=True),
    "quote_in_note": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Quote in the note"), ("Ctrl+Shift+Q",), "quote"
    ),
    "preferences": _Spec(QT_TRANSLATE_NOOP("actions", "Pre&ferences…"), ("Ctrl+,",)),
    "back": _Spec(QT_TRANSLATE_NOOP("actions", "&Back"), (_Key.Back,), "back"),
    "forward": _Spec(QT_TRANSLATE_NOOP("actions", "&Forward"), (_Key.Forward,), "forward"),
    "next_tab": _Spec(QT_TRANSLATE_NOOP("actions", "Ne&xt tab"), ("Ctrl+Tab", "Ctrl+PgDown")),
    "previous_tab": _Spec(
        QT_TRANSLATE_NOOP("actions", "Pre&vious tab"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")
    ),
    "close_tab": _Spec(QT_TRANSLATE_NOOP("actions", "&Close the tab"), ("Ctrl+W",)),
    "reopen_tab": _Spec(QT_TRANSLATE_NOOP("actions", "&Reopen the closed tab"), ("Ctrl+Shift+T",)),
    "next_mention": _Spec(QT_TRANSLATE_NOOP("actions", "&Next mention"), ("J",)),
    "previous_mention": _Spec(QT_TRANSLATE_NOOP("actions", "&Previous mention"), ("K",)),
    "next_of_entity": _Spec(
        QT_TRANSLATE_NOOP("actions", "Next mention of this &entity"), ("Shift+J",)
    ),
    "previous_of_entity": _Spec(
        QT_TRANSLATE_NOOP("actions", "Previous mention of this en&tity"), ("Shift+K",)
    ),
    "peek": _Spec(QT_TRANSLATE_NOOP("actions", "&In short: who or what it is"), ("I",)),
    "open_card": _Spec(QT_TRANSLATE_NOOP("actions", "&Write a note on the entity"), ("Return",)),
    "entity_page": _Spec(QT_TRANSLATE_NOOP("actions", "The entity's pa&ge"), ("Ctrl+Return",)),
    "network": _Spec(QT_TRANSLATE_NOOP("actions", "Net&work of names"), ("Ctrl+G",), "network"),
    "all_annotations": _Spec(
        QT_TRANSLATE_NOOP("actions", "A&ll annotations"), ("Ctrl+Shift+A",), "comment"
    ),
    "next_annotation": _Spec(QT_TRANSLATE_NOOP("actions", "Next &annotation"), ("N",)),
    "previous_annotation": _Spec(QT_TRANSLATE_NOOP("actions", "Previous ann&otation"), ("P",)),
    "choose_here": _Spec(QT_TRANSLATE_NOOP("actions", "C&hoose a mark here…"), ("O",)),
    "find": _Spec(QT_TRANSLATE_NOOP("actions", "F&ind in the article…"), ("Ctrl+F", "/")),
    "find_next": _Spec(QT_TRANSLATE_NOOP("actions", "Find ne&xt"), ("F3",)),
    "find_previous": _Spec(QT_TRANSLATE_NOOP("actions", "Find pre&vious"), ("Shift+F3",)),
    "next_heading": _Spec(QT_TRANSLATE_NOOP("actions", "Next &heading"), ("H",)),
    "previous_heading": _Spec(QT_TRANSLATE_NOOP("actions", "Previous hea&ding"), ("Shift+H",)),
    "next_paragraph": _Spec(QT_TRANSLATE_NOOP("actions", "Next pa&ragraph"), (".",)),
    "previous_paragraph": _Spec(QT_TRANSLATE_NOOP("actions", "Previous paragrap&h"), (",",)),
    "show_library": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Library"), ("F9",), "panel-left", checkable=True
    ),
    "show_panel": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Side panel"), ("F10",), "panel-right", checkable=True
    ),
    "show_overview": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Overview beside the scroll bar"), checkable=True
    ),
    "outline": _Spec(QT_TRANSLATE_NOOP("actions", "Out&line"), ("F8",)),
    "focus": _Spec(QT_TRANSLATE_NOOP("actions", "&Focus on the text"), ("F",), checkable=True),
    "dim_others": _Spec(
        QT_TRANSLATE_NOOP("actions", "&Dim other paragraphs while focused"), checkable=True
    ),
    "larger": _Spec(QT_TRANSLATE_NOOP("actions", "&Larger text"), (_Key.ZoomIn, "Ctrl+=")),
    "smaller": _Spec(QT_TRANSLATE_NOOP("actions", "&Smaller text"), (_Key.ZoomOut,)),
    "usual_size": _Spec(QT_TRANSLATE_NOOP("actions", "&Usual text size"), ("Ctrl+0",)),
    "full_screen": _Spec(QT_TRANSLATE_NOOP("actions", "&Full screen"), ("F11",), checkable=True),
    "shortcuts": _Spec(QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"), ("?", "Ctrl+F1")),
    "about": _Spec(QT_TRANSLATE_NOOP("actions", "&About Reader")),
}

ACTIONS_IN_TEXT = (
    *("next_mention", "previous_mention", "next_of_entity", "previous_of_entity"),
    *("next_annotation", "previous_annotation", "find", "find_next", "find_previous"),
    *("next_heading", "previous_heading", "next_paragraph", "previous_paragraph"),
)
"""The actions that go somewhere in the open article."""

CORRECTIONS = (
    *("confirm", "reject", "change_kind", "link", "merge", "rename"),
    *("start_earlier", "end_later", "start_later", "end_earlier"),
    *("confirm_visible", "confirm_entity", "everywhere", "only_here"),
)
"""The actions on the name at hand."""

NEEDING_ARTICLE = (
    *CORRECTIONS,
    *("select_sentence", "caret", "choose_here"),
    *("copy", "comment", "quote_in_note", "delete_annotation", "peek", "open_card"),
    *("entity_page", "print", "save_pdf"),
    *("outline", "focus"),
    *ACTIONS_IN_TEXT,
    *(f"annotate_{colour}" for colour in Colour),
)
"""The actions that can do nothing while no article is open."""

_MENUS = (
    (
        QT_TRANSLATE_NOOP("actions", "&File"),
        (
            *("open", "open_folder", "import_work", "open_address", "paste_article"),
            *("open_sample", ""),
            *("filter_articles", "label_articles", "show_details"),
            *("delete_articles", "", "export", "print", "save_pdf", "backups", ""),
            *("close_tab", "reopen_tab", "", "quit"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Edit"),
        (
            *("undo", "redo", "", "copy", "copy_dossier", "select_sentence", "caret", ""),
            *("annotate", "comment", "quote_in_note", "delete_annotation"),
            *("", "preferences"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Correct"),
        (
            *("confirm", "reject", "change_kind", "", "link", "merge", "rename", ""),
            *("start_earlier", "end_later", "start_later", "end_earlier", ""),
            *("confirm_visible", "confirm_entity", "", "everywhere", "only_here"),
            *("", "new_entity", "corrections"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            *("show_library", "show_panel", "outline", "show_overview", ""),
            *("larger", "smaller", "usual_size", "", "focus", "dim_others", "full_screen"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Go"),
        (
            *("palette", "search", "", "back", "forward", "next_tab", "previous_tab", ""),
            *("next_mention", "previous_mention"),
            *("next_of_entity", "previous_of_entity", "peek", "open_card", "entity_page"),
            *("network", ""),
            *("next_annotation", "previous_annotation", "choose_here", "all_annotations", ""),
            *("find", "find_next", "find_previous", "next_heading", "previous_heading"),
            *("next_paragraph", "previous_paragraph"),
        ),
    ),
    (QT_TRANSLATE_NOOP("actions", "&Help"), ("shortcuts", "about")),
)


class Actions:
    """The window's actions by name, `annotate_<colour>` among them, and the menus they are in.

    `undo` and `redo` come from the undo stack, which words them itself.
    """

    def __init__(self, window: QWidget, *, undo: QAction, redo: QAction) -> None:
        self._window = window
        self._by_name = {name: QAction(window) for name in _SPECS}
        for number, colour in enumerate(Colour, start=1):
            action = QAction(window)
            action.setShortcut(str(number))
            self._by_name[f"annotate_{colour}"] = action
        self._by_name |= {"undo": undo, "redo": redo}
        undo.setShortcuts([QKeySequence(_Key.Undo)])
        redo.setShortcuts(_sequences((_Key.Redo, "Ctrl+Shift+Z", "Ctrl+Y")))
        for name, action in self._by_name.items():
            action.setObjectName(name)
        for name, spec in _SPECS.items():
            self[name].setShortcuts(_sequences(spec.keys))
            self[name].setCheckable(spec.checkable)
        window.addActions(list(self._by_name.values()))
        self._menus: list[QMenu] = []
        self._annotate_menu: QMenu | None = None

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def source_of(self, name: str) -> str:
        """Return what an action is called in English; "" for one that words itself."""
        return _SPECS[name].text if name in _SPECS else ""

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        for name, spec in _SPECS.items():
            text = _translated(spec.text)
            self[name].setText(text)
            shortcut = self[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = text.replace("&", "").rstrip("…")
            self[name].setToolTip(f"{plain} ({shortcut})" if shortcut else plain)
        for colour in Colour:
            self[f"annotate_{colour}"].setText(colour_name(colour))
        for menu, (title, _) in zip(self._menus, _MENUS, strict=False):
            menu.setTitle(_translated(title))
        if self._annotate_menu is not None:
            self._annotate_menu.setTitle(_translated("&Annotate the selection"))
        for menu in (*(each.parentWidget() for each in self._menus[:1]), *self._menus):
            if menu is not None:
                part_letters(menu, fixed=(self["undo"], self["redo"]))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for name, spec in _SPECS.items():
            if spec.icon:
                self[name].setIcon(icon(spec.icon, theme))

    def set_way(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Enable the ways back and forward that there are."""
        self["back"].setEnabled(can_go_back)
        self["forward"].setEnabled(can_go_forward)

    def set_article_open(self) -> None:
        """Enable what an open article allows."""
        for name in NEEDING_ARTICLE:
            self[name].setEnabled(True)

    def set_no_article(self) -> None:
        """Disable what needs an open article."""
        for name in ("back", "forward", *NEEDING_ARTICLE):
            self[name].setEnabled(False)

    def fill(self, menu_bar: QMenuBar) -> None:
        """Put every action in its menu."""
        for title, names in _MENUS:
            menu = menu_bar.addMenu(_translated(title))
            self._menus.append(menu)
            for name in names:
                if name == "annotate":
                    self._annotate_menu = menu.addMenu(
                        _translated(QT_TRANSLATE_NOOP("actions", "&Annotate the selection"))
                    )
                    self._annotate_menu.addActions(
                        [self[f"annotate_{colour}"] for colour in Colour]
                    )
                elif name:
                    menu.addAction(self[name])
                else:
                    menu.addSeparator()


def _sequences(keys: Iterable[str | QKeySequence.StandardKey]) -> list[QKeySequence]:
    """Return key sequences, each once: twice the same would count as ambiguous and do nothing.

    A platform's own sequence for something may be the one that is named beside it.
    """
    return list({key.toString(): key for key in map(QKeySequence, keys)}.values())  # type: ignore[arg-type]


def _translated(text: str) -> str:
    return QCoreApplication.translate("actions", text)
