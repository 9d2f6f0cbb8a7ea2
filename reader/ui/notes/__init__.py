"""Notes on entities: written in Markdown, linked, tagged, quoted into, and brought back."""
