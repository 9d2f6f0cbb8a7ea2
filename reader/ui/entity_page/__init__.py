"""The page of an entity: what the whole library knows of it."""
