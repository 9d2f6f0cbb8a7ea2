"""What several commands take."""

import argparse
from pathlib import Path

from reader import paths


def add_library(parser: argparse.ArgumentParser) -> None:
    """Let the user name another library than the usual one."""
    parser.add_argument(
        "--library",
        metavar="PATH",
        type=Path,
        default=paths.default_library(),
        help="library file with your notes and annotations (default: %(default)s)",
    )
