"""Annotations in lists: of the open article, of all articles, and those that need a look."""
