"""Whether other processes are still there."""

import os
import time
from pathlib import Path

_LIMIT_S = 60


def is_running(process_id: int) -> bool:
    """Return whether a process is there and no zombie."""
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until_gone(process_id: int) -> bool:
    """Return whether a process ends within a minute.

    What was killed is gone a moment later, not at once: it can still be leaving on another
    processor, and nobody waits for a process that isn't one's own child.
    """
    end = time.monotonic() + _LIMIT_S
    while is_running(process_id) and time.monotonic() < end:
        os.sched_yield()
    return not is_running(process_id)
