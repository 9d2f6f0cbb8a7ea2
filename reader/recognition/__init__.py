"""Find the mentions of entities in a document and link them; the only importer of spaCy."""
