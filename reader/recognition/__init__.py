"""Recognition: from a document to its mentions and entities; the only importer of spaCy.

Importing this package or `reader.recognition.service` loads no model and no spaCy.
"""
