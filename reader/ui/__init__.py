"""The window; with app.py the only importer of PySide6."""
