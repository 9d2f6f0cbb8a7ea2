"""Passages found again in texts that have changed; the only importer of rapidfuzz."""
