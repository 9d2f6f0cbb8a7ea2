"""Write what the user made in the formats of others: one module a format, listed in `registry`."""
