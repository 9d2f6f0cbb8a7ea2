"""The reading view: a lazily laid out article with marks painted beneath its text."""
