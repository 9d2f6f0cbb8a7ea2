"""What the rows of the palette say."""

from reader.ui.palette.entries import Entry
from reader.ui.panel.offered_rows import OfferedRow


def entry_row(entry: Entry) -> OfferedRow:
    """Return the row of an entry: the way to it, or why it can't be done now, and its keys."""
    return OfferedRow(
        entry.name,
        entry.why or entry.detail,
        entry.keys,
        kind=entry.entity_kind,
        icon=entry.icon,
        is_pale=not entry.enabled,
    )
