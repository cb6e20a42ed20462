"""A bound on the processor's time that a piece of work may take in this process."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what takes longer than so much of the processor's time.

    Only in the main thread, on systems that have such a clock, and where nobody else minds it; anywhere else this waits for as
    long as it takes.
    """
    if not _has_clock():
        yield
        return

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.2)  # again and again, should something within take it for an error of its own
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _has_clock() -> bool:
    if not hasattr(signal, "setitimer") or not _in_main_thread():
        return False
    return signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL and signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


def _in_main_thread() -> bool:
    threading = sys.modules.get("threading")  # where nobody has loaded it there is but one
    return threading is None or threading.current_thread() is threading.main_thread()
