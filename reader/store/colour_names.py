"""What the user calls the colours of the highlighter."""

from reader.core.annotations import Colour
from reader.store.sqlite import Database, storable


def colour_names(db: Database) -> dict[Colour, str]:
    """Return what the user calls the colours; those without a name are left out."""
    rows = dict(db.execute("SELECT colour, name FROM colour_names").fetchall())
    return {colour: rows[colour.value] for colour in Colour if colour.value in rows}


def name_colour(db: Database, colour: Colour, name: str) -> str:
    """Call a colour by another name, "" for its own; return how it was called before."""
    before = colour_names(db).get(colour, "")
    name = " ".join(name.split())
    if not name:
        db.execute("DELETE FROM colour_names WHERE colour = ?", [colour.value])
        return before
    db.execute(
        """
        INSERT INTO colour_names (colour, name) VALUES (?, CAST(? AS TEXT))
        ON CONFLICT DO UPDATE SET name = excluded.name
        """,
        [colour.value, storable(name)],
    )
    return before
