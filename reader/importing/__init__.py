"""Import of many files: read, kept in the library and searched for names, behind the window."""
