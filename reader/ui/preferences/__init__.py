"""The preferences: a dialog of pages, each setting with effect at once."""
