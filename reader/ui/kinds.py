"""Names for people to read: of the kinds of entity and of the annotations' colours."""

from PySide6.QtCore import QCoreApplication

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
