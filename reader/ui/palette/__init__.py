"""The command palette: one field from which every action, name, tag and article is reached."""
