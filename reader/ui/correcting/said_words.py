"""What the user said of names, in sentences: one for each change of the list."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.corrections import Action, Correction, ListedChange, Scope
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.mentions import Kind
from reader.ui.dates import readable_date
from reader.ui.plain_text import one_line


class Counts(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def confirmed(self, count: int) -> str:
        """Say how many mentions were confirmed at once."""
        return self.tr("%Ln mention(s) confirmed", "", count)

    def all_but(self, count: int) -> str:
        """Say where a correction holds that has exceptions."""
        return self.tr("in all articles but for %Ln, corrected otherwise", "", count)

    def others(self, count: int) -> str:
        """Say how many there are besides."""
        return self.tr("and %Ln more", "", count)


_KINDS = {
    Kind.PERSON: QT_TRANSLATE_NOOP("said", "“{0}” is a person"),
    Kind.COUNTRY: QT_TRANSLATE_NOOP("said", "“{0}” is a country"),
    Kind.PLACE: QT_TRANSLATE_NOOP("said", "“{0}” is a place"),
    Kind.ORGANIZATION: QT_TRANSLATE_NOOP("said", "“{0}” is an organization"),
    Kind.DEMONYM: QT_TRANSLATE_NOOP("said", "“{0}” is a demonym"),
}
_ACTIONS = {
    Action.BOUNDS: QT_TRANSLATE_NOOP("said", "“{0}” reads “{2}”"),
    Action.REJECT: QT_TRANSLATE_NOOP("said", "“{0}” is not a name"),
    Action.LINK: QT_TRANSLATE_NOOP("said", "“{0}” is {1}"),
    Action.CONFIRM: QT_TRANSLATE_NOOP("said", "“{0}” is {1}, confirmed"),
    Action.RENAME: QT_TRANSLATE_NOOP("said", "{1} is called “{2}”"),
    Action.ADD_ALIAS: QT_TRANSLATE_NOOP("said", "{1} is also called “{2}”"),
    Action.REMOVE_ALIAS: QT_TRANSLATE_NOOP("said", "{1} is not called “{2}”"),
}


def said(change: ListedChange, *, most: int = 1000) -> str:
    """Return what was said, as a sentence without a full stop; of names the first `most` letters.

    So much of each is left that the sentence can be told from others.
    """
    first = change.corrections[0]
    merged = [each for each in change.corrections if each.action is Action.MERGE]
    if first.action is Action.MERGE:
        return _merged(change, merged, most)
    if first.action is Action.CONFIRM and change.count > 1:
        return _confirmed(change, most)
    name = _brief(first.name, most)
    meant = _brief(change.names.get(first.entity_id, ""), most)
    if first.action in (Action.KIND, Action.MARK):
        template = _KINDS[first.kind or Kind.PERSON]
    elif first.action is Action.BOUNDS and not first.value:
        template = QT_TRANSLATE_NOOP("said", "“{0}” is the whole name of {1}")
    else:
        template = _ACTIONS[first.action]
    value = _brief(first.value, most)
    return QCoreApplication.translate("said", template).format(name, meant, value)


def where_and_when(change: ListedChange) -> str:
    """Return how far it reaches, and since when."""
    first = change.corrections[0]
    reach = _reach(first, one_line(change.title))
    if change.exceptions:
        reach = Counts().all_but(change.exceptions)
    parts = [reach, readable_date(first.made[:10])]
    if first.undone:
        template = QCoreApplication.translate("said", "taken back {0}")
        parts.append(template.format(readable_date(first.undone[:10])))
    if first.is_orphan:
        parts.append(QCoreApplication.translate("said", "no longer in the text"))
    return " — ".join(part for part in parts if part)


def spoken(change: ListedChange) -> str:
    """Return what a screen reader says of a change."""
    return f"{said(change)}. {where_and_when(change)}"


def action_filter_name(action: Action) -> str:
    """Return what a filter calls the corrections of an action."""
    names = {
        Action.KIND: QT_TRANSLATE_NOOP("said", "Kinds"),
        Action.BOUNDS: QT_TRANSLATE_NOOP("said", "Boundaries"),
        Action.MARK: QT_TRANSLATE_NOOP("said", "Names marked"),
        Action.REJECT: QT_TRANSLATE_NOOP("said", "Not a name"),
        Action.LINK: QT_TRANSLATE_NOOP("said", "Who is meant"),
        Action.CONFIRM: QT_TRANSLATE_NOOP("said", "Confirmed"),
        Action.RENAME: QT_TRANSLATE_NOOP("said", "Renamed"),
        Action.ADD_ALIAS: QT_TRANSLATE_NOOP("said", "Other names added"),
        Action.REMOVE_ALIAS: QT_TRANSLATE_NOOP("said", "Other names removed"),
        Action.MERGE: QT_TRANSLATE_NOOP("said", "Merged"),
    }
    return QCoreApplication.translate("said", names[action])


def scope_filter_name(scope: Scope) -> str:
    """Return what a filter calls the corrections that reach so far."""
    names = {
        Scope.MENTION: QT_TRANSLATE_NOOP("said", "One mention"),
        Scope.ARTICLE: QT_TRANSLATE_NOOP("said", "A name in one article"),
        Scope.EVERYWHERE: QT_TRANSLATE_NOOP("said", "A name in all articles"),
        Scope.ENTITY: QT_TRANSLATE_NOOP("said", "The entity itself"),
    }
    return QCoreApplication.translate("said", names[scope])


def _brief(name: str, most: int) -> str:
    name = one_line(name)
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _merged(change: ListedChange, merged: Sequence[Correction], most: int) -> str:
    others = [_brief(change.names.get(each.other_id, ""), most) for each in merged]
    left = change.count - len(merged)
    if left > 0:
        others.append(Counts().others(left))
    template = QCoreApplication.translate("said", "{0} and {1} are one")
    kept = _brief(change.names.get(merged[0].entity_id, ""), most)
    return template.format(", ".join(others), kept)


def _confirmed(change: ListedChange, most: int) -> str:
    names = list(dict.fromkeys(_brief(each.name, most) for each in change.corrections))
    more = ["…"] if change.count > len(change.corrections) else []
    return f"{Counts().confirmed(change.count)}: {', '.join([*names, *more])}"


def _reach(first: Correction, title: str) -> str:
    if first.scope is Scope.MENTION:
        return QCoreApplication.translate("said", "once in “{0}”").format(title)
    if first.scope is Scope.ARTICLE:
        return QCoreApplication.translate("said", "in “{0}”").format(title)
    return QCoreApplication.translate("said", "in all articles")
