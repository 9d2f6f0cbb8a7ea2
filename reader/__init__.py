"""Reader: read the news with your own notes on its people, places and organizations."""

__version__ = "0.1.0"
