"""Find in the open article."""
