"""What a tab is called."""

from PySide6.QtCore import QCoreApplication

from reader.core.document import Document
from reader.core.errors import QT_TRANSLATE_NOOP
from reader.ui.centre import ENTITY, NETWORK, Centre

_PAGES = {
    "annotations:": QT_TRANSLATE_NOOP("tabs", "Annotations"),
    "review:": QT_TRANSLATE_NOOP("tabs", "Passages to review"),
    "corrections": QT_TRANSLATE_NOOP("tabs", "Corrections"),
}


def title_of(place: str, centre: Centre, document: Document | None) -> str:
    """Return what a place is called that is in the middle now; "" where it has no name."""
    if place.startswith(ENTITY):
        return centre.entity_page.entity_name
    if place.startswith(NETWORK):
        network = QCoreApplication.translate("tabs", "Network")
        return f"{network}: {centre.network_page.title()}"
    if place in _PAGES:
        return QCoreApplication.translate("tabs", _PAGES[place])
    return document.title if document is not None and document.id == place else ""
