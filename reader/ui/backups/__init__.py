"""Backups: made by themselves, listed, put back."""
