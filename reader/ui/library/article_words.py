"""What a row of the library says of its article, in words."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Qt

from reader.ui.article_rows import reading_time
from reader.ui.plain_text import one_line

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary


class _Words(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def annotations(self, count: int) -> str:
        return self.tr("%Ln annotation(s)", "", count)

    def notes(self, count: int) -> str:
        return self.tr("%Ln note(s)", "", count)

    def copies(self, count: int) -> str:
        return self.tr("Also in %Ln outlet(s)", "", count)

    def articles(self, count: int) -> str:
        return self.tr("%Ln article(s)", "", count)

    def selected(self, count: int) -> str:
        return self.tr("%Ln selected", "", count)

    def words(self, count: int) -> str:
        return self.tr("%Ln word(s)", "", count)

    def added(self, date: str) -> str:
        return self.tr("added {date}").format(date=date)

    def deleted(self, date: str) -> str:
        return self.tr("deleted {date}").format(date=date)

    def read(self, percent: int) -> str:
        return self.tr("{percent} % read").format(percent=percent)

    def unread(self) -> str:
        return self.tr("unread")

    def today(self) -> str:
        return self.tr("today")

    def yesterday(self) -> str:
        return self.tr("yesterday")


def article_count(count: int) -> str:
    """Return how many articles there are, in words."""
    return _Words().articles(count)


def selected_count(count: int) -> str:
    """Return how many articles are selected, in words."""
    return _Words().selected(count)


def copies_line(article: "DocumentSummary") -> str:
    """Return in how many other outlets the same text is; "" for none."""
    return _Words().copies(article.copy_count) if article.copy_count else ""


def origin_line(article: "DocumentSummary") -> str:
    """Return where an article is from, and its date."""
    origin = article.outlet or article.author or PurePath(article.source).name
    return " · ".join(part for part in (one_line(origin), short_date(article.date)) if part)


def length_words(article: "DocumentSummary") -> str:
    """Return how long an article takes to read."""
    return reading_time(article.words)


def when_line(article: "DocumentSummary") -> str:
    """Return when an article came into the library, or went into the trash."""
    if article.deleted_at:
        return _Words().deleted(short_date(article.deleted_at))
    return _Words().added(short_date(article.added))


def description(article: "DocumentSummary") -> str:
    """Return all that a row shows, and what it has no room for, a line each."""
    words = _Words()
    percent = round(100 * article.progress)
    lines = (
        one_line(article.title),
        " · ".join(filter(None, (one_line(article.outlet), one_line(article.author)))),
        short_date(article.date),
        f"{words.words(article.words)} · {reading_time(article.words)}",
        words.unread() if article.is_unread else words.read(percent) if percent else "",
        when_line(article),
        words.annotations(article.annotation_count) if article.annotation_count else "",
        words.notes(article.note_count) if article.note_count else "",
        copies_line(article),
        article.url or article.source,
    )
    return "\n".join(line for line in lines if line)


def short_date(text: str) -> str:
    """Return a date, or a moment in UTC, as one says it; what is neither comes back as it is."""
    if "T" in text:
        moment = QDateTime.fromString(text[:19].rstrip("Z") + "Z", Qt.DateFormat.ISODate)
        date = moment.toLocalTime().date()
    else:
        date = QDate.fromString(text, Qt.DateFormat.ISODate)
    if not date.isValid():
        return text
    today = QDate.currentDate()
    if date == today:
        return _Words().today()
    if date == today.addDays(-1):
        return _Words().yesterday()
    return QLocale().toString(date, "d MMM" if date.year() == today.year() else "d MMM yyyy")
