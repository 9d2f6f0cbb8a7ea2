"""The search in the whole library, as one types."""
