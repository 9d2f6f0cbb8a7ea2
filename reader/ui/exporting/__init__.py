"""Exports: choosing what and how, a preview, and the export itself in the background."""
