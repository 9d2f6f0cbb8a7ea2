"""The network of entities: arranged in a process of its own, drawn, searched, saved."""
