"""Marks in the article: what lies over each other, what they say, and where they are."""
