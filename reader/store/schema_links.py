"""The tables of `[[links]]`: those in notes and those in comments are kept alike."""


def table_of_links(table: str, owner: str, owners: str) -> str:
    """Return the statements that make a table of links.

    `owner` is the column with the id of the text that has them, `owners` what that refers to.
    """
    return f"""
CREATE TABLE {table} (
    {owner} TEXT NOT NULL REFERENCES {owners},
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    own INTEGER NOT NULL DEFAULT 1,
    target_entity TEXT REFERENCES entities(id),
    target_document TEXT REFERENCES documents(id) ON DELETE SET NULL,
    PRIMARY KEY ({owner}, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX {table}_by_entity ON {table}(target_entity);
CREATE INDEX {table}_by_document ON {table}(target_document);
CREATE INDEX {table}_open ON {table}(name)
WHERE target_entity IS NULL AND target_document IS NULL;
"""
