"""One file per format: `from_*` reads bytes into a Document, `to_*` writes plain data as text."""
