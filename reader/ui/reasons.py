"""Why a passage is taken to mean an entity, in a short phrase."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.document import Document
from reader.core.entities import Entity, Recognition, normalize_name
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.ui.countries import country_name
from reader.ui.plain_text import one_line


@dataclass(frozen=True, slots=True)
class Reason:
    """What is known of why a mention is there, and why it means its entity.

    `surface` is the mention as it stands in the text, `name` the entity's. `in_full` says whether
    the article also gives the whole name; `country` is the code of one that it speaks of and that
    the entity lies in, "" for none.
    """

    found_by: FoundBy
    linked_by: LinkedBy
    kind: Kind
    surface: str
    name: str
    in_full: bool = False
    country: str = ""

    def text(self) -> str:
        """Return the reason in the language of the interface."""
        return f"{_linked(self)} · {_found(self.found_by)}"


def reasons(
    document: Document, recognition: Recognition, entity: Entity, mentions: Sequence[Mention]
) -> list[Reason]:
    """Return the reasons for some of an entity's mentions, in their order."""
    own = normalize_name(entity.name)
    spellings = {
        document.text[mention.start : mention.end]
        for mention in recognition.mentions
        if mention.entity_id == entity.id
    }
    in_full = any(normalize_name(spelling) == own for spelling in spellings)
    country = _country_spoken_of(recognition, entity)
    return [
        Reason(
            mention.found_by,
            mention.linked_by,
            entity.kind,
            document.text[mention.start : mention.end],
            entity.name,
            in_full,
            country,
        )
        for mention in mentions
    ]


def _country_spoken_of(recognition: Recognition, entity: Entity) -> str:
    """Return the code of the country that an entity lies in, if the article names more of it."""
    code = entity.identifiers.get("country", "")
    others = (other.identifiers for other in recognition.entities if other.id != entity.id)
    spoken_of = any(code in (known.get("iso3166"), known.get("country")) for known in others)
    return code if code and spoken_of else ""


def _found(found_by: FoundBy) -> str:
    phrases = {
        FoundBy.MODEL: QT_TRANSLATE_NOOP("reasons", "by the model"),
        FoundBy.LIST: QT_TRANSLATE_NOOP("reasons", "from the list"),
        FoundBy.REPETITION: QT_TRANSLATE_NOOP("reasons", "repeated in the article"),
        FoundBy.USER: QT_TRANSLATE_NOOP("reasons", "marked by you"),
    }
    return QCoreApplication.translate("reasons", phrases[found_by])


def _linked(reason: Reason) -> str:
    phrases = {
        LinkedBy.ROLE: QT_TRANSLATE_NOOP("reasons", "By the role beside it"),
        LinkedBy.SHORT_FORM: QT_TRANSLATE_NOOP("reasons", "Short for {0}"),
        LinkedBy.DEMONYM: QT_TRANSLATE_NOOP("reasons", "Demonym of {0}"),
        LinkedBy.OPEN: QT_TRANSLATE_NOOP("reasons", "Open: nothing says which one"),
        LinkedBy.USER: QT_TRANSLATE_NOOP("reasons", "Your choice"),
        LinkedBy.CONTEXT: QT_TRANSLATE_NOOP("reasons", "By the context"),
    }
    if reason.linked_by is LinkedBy.CONTEXT and reason.country:
        template = QCoreApplication.translate(
            "reasons", "By the context: the article speaks of {0}"
        )
        return template.format(country_name(reason.country))
    phrase = phrases.get(reason.linked_by) or _by_name(reason)
    return QCoreApplication.translate("reasons", phrase).format(one_line(reason.name))


def _by_name(reason: Reason) -> str:
    """Return the phrase for a mention that is a name, a part or an acronym of one."""
    surface, name = normalize_name(reason.surface), normalize_name(reason.name)
    if surface == name:
        return QT_TRANSLATE_NOOP("reasons", "Name")
    is_shorter = len(surface) < len(name)
    if reason.linked_by is LinkedBy.ACRONYM:
        if not is_shorter:
            return QT_TRANSLATE_NOOP("reasons", "What {0} stands for")
        if reason.kind is Kind.PERSON:
            return QT_TRANSLATE_NOOP("reasons", "Initials of {0}")
        return QT_TRANSLATE_NOOP("reasons", "Acronym of {0}")
    if reason.kind is Kind.PERSON and is_shorter and set(surface.split()) <= set(name.split()):
        return _part(surface, name, in_full=reason.in_full)
    return QT_TRANSLATE_NOOP("reasons", "Another name of {0}")


def _part(surface: str, name: str, *, in_full: bool) -> str:
    """Return the phrase for a part of a person's name, which another article may have told."""
    if name.startswith(f"{surface} "):
        return (
            QT_TRANSLATE_NOOP("reasons", "First name of {0}, in full in the article")
            if in_full
            else QT_TRANSLATE_NOOP("reasons", "First name of {0}, known from other articles")
        )
    if name.endswith(f" {surface}"):
        return (
            QT_TRANSLATE_NOOP("reasons", "Surname of {0}, in full in the article")
            if in_full
            else QT_TRANSLATE_NOOP("reasons", "Surname of {0}, known from other articles")
        )
    return QT_TRANSLATE_NOOP("reasons", "Part of the name of {0}")
