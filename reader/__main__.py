"""Start; nothing else."""

import multiprocessing
import sys


def main() -> int:
    """Run the program with the arguments of the command line; return the exit status."""
    multiprocessing.freeze_support()  # the recognition process of a frozen bundle starts here too
    # The recognition process imports this module again, and must not pay for the command line.
    from reader.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
