"""Names for people to read: of the kinds of entity and of the annotations' colours."""

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.annotations import Colour
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.mentions import Kind


def kind_name(kind: Kind) -> str:
    """Return the name of one entity's kind, in the language of the interface."""
    names = {
        Kind.PERSON: QT_TRANSLATE_NOOP("kinds", "Person"),
        Kind.COUNTRY: QT_TRANSLATE_NOOP("kinds", "Country"),
        Kind.PLACE: QT_TRANSLATE_NOOP("kinds", "Place"),
        Kind.ORGANIZATION: QT_TRANSLATE_NOOP("kinds", "Organization"),
        Kind.DEMONYM: QT_TRANSLATE_NOOP("kinds", "Demonym"),
    }
    return QCoreApplication.translate("kinds", names[kind])


def kind_plural(kind: Kind) -> str:
    """Return the name of a kind as a heading over several, in the language of the interface."""
    names = {
        Kind.PERSON: QT_TRANSLATE_NOOP("kinds", "People"),
        Kind.COUNTRY: QT_TRANSLATE_NOOP("kinds", "Countries"),
        Kind.PLACE: QT_TRANSLATE_NOOP("kinds", "Places"),
        Kind.ORGANIZATION: QT_TRANSLATE_NOOP("kinds", "Organizations"),
        Kind.DEMONYM: QT_TRANSLATE_NOOP("kinds", "Demonyms"),
    }
    return QCoreApplication.translate("kinds", names[kind])


class _Counts(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def mentions(self, count: int) -> str:
        return self.tr("%n mention(s)", "", count)

    def demonyms(self, count: int) -> str:
        return self.tr("%n demonym(s)", "", count)


def mention_count(names: int, demonyms: int = 0) -> str:
    """Return how often something is named, and how often demonyms stand for it.

    In the language of the interface; what has demonyms but no name leaves the names out.
    """
    parts = [_Counts().mentions(names)] if names or not demonyms else []
    if demonyms:
        parts.append(_Counts().demonyms(demonyms))
    return " · ".join(parts)


def demonym_count(count: int) -> str:
    """Return how many demonyms there are, in the language of the interface."""
    return _Counts().demonyms(count)


def colour_name(colour: Colour) -> str:
    """Return the name of a highlighter's colour, in the language of the interface."""
    names = {
        Colour.YELLOW: QT_TRANSLATE_NOOP("colours", "Yellow"),
        Colour.GREEN: QT_TRANSLATE_NOOP("colours", "Green"),
        Colour.BLUE: QT_TRANSLATE_NOOP("colours", "Blue"),
        Colour.PINK: QT_TRANSLATE_NOOP("colours", "Pink"),
        Colour.ORANGE: QT_TRANSLATE_NOOP("colours", "Orange"),
        Colour.PURPLE: QT_TRANSLATE_NOOP("colours", "Purple"),
    }
    return QCoreApplication.translate("colours", names[colour])
