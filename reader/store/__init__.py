"""The library file: the only importer of sqlite_utils."""
