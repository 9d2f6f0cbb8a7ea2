"""What is said of a correction: on the undo menu, and in the line that tells it was made."""

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.corrections import Scope
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.mentions import Kind
from reader.ui.plain_text import one_line


def how_far(scope: Scope) -> str:
    """Return how far a correction reaches, as it stands in a sentence."""
    phrases = {
        Scope.MENTION: QT_TRANSLATE_NOOP("correcting", "here"),
        Scope.ARTICLE: QT_TRANSLATE_NOOP("correcting", "in this article"),
        Scope.EVERYWHERE: QT_TRANSLATE_NOOP("correcting", "everywhere"),
        Scope.ENTITY: QT_TRANSLATE_NOOP("correcting", "everywhere"),
    }
    return QCoreApplication.translate("correcting", phrases[scope])


def scope_name(scope: Scope) -> str:
    """Return how far a correction reaches, as it stands on a button."""
    phrases = {
        Scope.MENTION: QT_TRANSLATE_NOOP("correcting", "Only here"),
        Scope.ARTICLE: QT_TRANSLATE_NOOP("correcting", "In this article"),
        Scope.EVERYWHERE: QT_TRANSLATE_NOOP("correcting", "Everywhere"),
        Scope.ENTITY: QT_TRANSLATE_NOOP("correcting", "Everywhere"),
    }
    return QCoreApplication.translate("correcting", phrases[scope])


def rejected(name: str, scope: Scope) -> str:
    """Say that a name names nobody."""
    sentences = {
        Scope.MENTION: QT_TRANSLATE_NOOP("correcting", "“{0}” is no longer a name here."),
        Scope.ARTICLE: QT_TRANSLATE_NOOP(
            "correcting", "“{0}” is no longer a name in this article."
        ),
        Scope.EVERYWHERE: QT_TRANSLATE_NOOP(
            "correcting", "“{0}” is no longer a name in any article."
        ),
    }
    return QCoreApplication.translate("correcting", sentences[scope]).format(one_line(name))


def of_kind(name: str, kind: Kind, scope: Scope) -> str:
    """Say which kind a name is of now."""
    sentences = {
        Kind.PERSON: QT_TRANSLATE_NOOP("correcting", "“{0}” is a person {1} now."),
        Kind.COUNTRY: QT_TRANSLATE_NOOP("correcting", "“{0}” is a country {1} now."),
        Kind.PLACE: QT_TRANSLATE_NOOP("correcting", "“{0}” is a place {1} now."),
        Kind.ORGANIZATION: QT_TRANSLATE_NOOP("correcting", "“{0}” is an organization {1} now."),
        Kind.DEMONYM: QT_TRANSLATE_NOOP("correcting", "“{0}” is a demonym {1} now."),
    }
    return _filled(QCoreApplication.translate("correcting", sentences[kind]), name, how_far(scope))


def bounded(name: str, scope: Scope) -> str:
    """Say how a name reads now."""
    template = QCoreApplication.translate("correcting", "The name reads “{0}” {1} now.")
    return _filled(template, name, how_far(scope))


def linked(name: str, meant: str, scope: Scope) -> str:
    """Say whom a name means now."""
    template = QCoreApplication.translate("correcting", "“{0}” means {1} {2} now.")
    return _filled(template, name, meant, how_far(scope))


def confirmed(name: str, scope: Scope) -> str:
    """Say that a name was confirmed."""
    template = QCoreApplication.translate("correcting", "“{0}” is confirmed {1}.")
    return _filled(template, name, how_far(scope))


def renamed(before: str, name: str) -> str:
    """Say how an entity is called now."""
    return _filled(
        QCoreApplication.translate("correcting", "“{0}” is called “{1}” now."), before, name
    )


def alias_added(name: str, alias: str) -> str:
    """Say how an entity is called, too."""
    template = QCoreApplication.translate("correcting", "“{0}” is also called “{1}” now.")
    return _filled(template, name, alias)


def alias_removed(name: str, alias: str) -> str:
    """Say how an entity isn't called."""
    template = QCoreApplication.translate("correcting", "“{0}” is no longer called “{1}”.")
    return _filled(template, name, alias)


def merged(name: str, others: list[str]) -> str:
    """Say who is one with an entity now."""
    template = QCoreApplication.translate("correcting", "{1} and {0} are one now.")
    return _filled(template, name, ", ".join(others))


def split(name: str) -> str:
    """Say that an entity stands by itself again."""
    return _filled(QCoreApplication.translate("correcting", "{0} stands by itself again."), name)


def back(name: str, scope: Scope) -> str:
    """Say that a name that was rejected is one again."""
    template = QCoreApplication.translate("correcting", "“{0}” is a name again {1}.")
    return _filled(template, name, how_far(scope))


def taken_back() -> str:
    """Say that a correction holds no longer."""
    return QCoreApplication.translate("correcting", "The correction was taken back.")


def undo_text(what: str, name: str = "") -> str:
    """Return what the undo menu says of something done to a name; an “&” there is one."""
    return what.format(one_line(name).replace("&", "&&"))


class Counts(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def confirmed(self, count: int) -> str:
        """Say how many mentions were confirmed."""
        return self.tr("%Ln mention(s) confirmed.", "", count)

    def exceptions(self, count: int) -> str:
        """Say in how many articles something else was said, and holds."""
        return self.tr("You said otherwise in %Ln other article(s), which stays so.", "", count)

    def overruled(self, count: int) -> str:
        """Say in how many articles more a correction holds."""
        return self.tr("It holds in %Ln more article(s) now.", "", count)

    def more_here(self, count: int) -> str:
        """Say how often else a name stands in the open article."""
        return self.tr("It stands %Ln more time(s) in this article.", "", count)


def _filled(template: str, *parts: str) -> str:
    return template.format(*(one_line(part) for part in parts))
