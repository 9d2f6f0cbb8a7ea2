"""What is said of entities while they are corrected."""

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.directory import Listed
from reader.core.entities import Entity
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.mentions import Kind
from reader.ui.countries import country_name
from reader.ui.kinds import kind_name
from reader.ui.plain_text import one_line


class Counts(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def here(self, count: int) -> str:
        """Say how often the open article names an entity."""
        return self.tr("%Ln time(s) here", "", count)

    def articles(self, count: int) -> str:
        """Say how many articles name an entity."""
        return self.tr("in %Ln article(s)", "", count)

    def taken_back(self, count: int) -> str:
        """Say that corrections hold no longer."""
        return self.tr("%Ln correction(s) taken back.", "", count)

    def done_again(self, count: int) -> str:
        """Say that corrections hold again."""
        return self.tr("%Ln correction(s) done again.", "", count)

    def selected(self, count: int) -> str:
        """Say how many entities are selected."""
        return self.tr("%Ln name(s) selected", "", count)


def told_apart(listed: Listed) -> str:
    """Return what tells an entity from its namesakes: kind, place, counts, note, other names."""
    counts = Counts()
    parts = [kind_name(listed.entity.kind)]
    country = listed.entity.identifiers.get("country", "")
    if country:
        parts.append(country_name(country))
    if listed.count_here:
        parts.append(counts.here(listed.count_here))
    if listed.article_count:
        parts.append(counts.articles(listed.article_count))
    if listed.note_line:
        parts.append(one_line(listed.note_line))
    elif listed.entity.aliases:
        parts.append(one_line(listed.entity.aliases[0]))
    return " · ".join(parts)


def will_merge(shown: Entity, other: Listed, *, has_note: bool, keeps_other: bool) -> str:
    """Say what making two entities one will do; `has_note` where there is one on the first."""
    kept, gone = (other.entity, shown) if keeps_other else (shown, other.entity)
    gone_has_note = has_note if keeps_other else bool(other.note_line)
    if has_note and other.note_line:
        template = QCoreApplication.translate(
            "correcting",
            "“{1}” becomes another name of {0}; its mentions move there, and the two notes are "
            "joined, one below the other. It can be split again.",
        )
    elif gone_has_note:
        template = QCoreApplication.translate(
            "correcting",
            "“{1}” becomes another name of {0}; its mentions and its note move there. It can be "
            "split again.",
        )
    else:
        template = QCoreApplication.translate(
            "correcting",
            "“{1}” becomes another name of {0}, and its mentions move there. It can be split "
            "again.",
        )
    return template.format(one_line(kept.name), one_line(gone.name))


def kind_changed(name: str, kind: Kind) -> str:
    """Say of which kind an entity is now."""
    sentences = {
        Kind.PERSON: QT_TRANSLATE_NOOP("correcting", "{0} is a person now, in every article."),
        Kind.COUNTRY: QT_TRANSLATE_NOOP("correcting", "{0} is a country now, in every article."),
        Kind.PLACE: QT_TRANSLATE_NOOP("correcting", "{0} is a place now, in every article."),
        Kind.ORGANIZATION: QT_TRANSLATE_NOOP(
            "correcting", "{0} is an organization now, in every article."
        ),
    }
    return QCoreApplication.translate("correcting", sentences[kind]).format(one_line(name))


def made(name: str, kind: Kind) -> str:
    """Say that an entity was made."""
    template = QCoreApplication.translate("correcting", "{0} ({1}) was made.")
    return template.format(one_line(name), kind_name(kind))


def deleted(name: str) -> str:
    """Say that an entity was deleted."""
    template = QCoreApplication.translate("correcting", "{0} was deleted, with its note.")
    return template.format(one_line(name))
