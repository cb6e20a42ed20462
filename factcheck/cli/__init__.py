"""The command line: flags → settings → a run → rendered reports → an exit status.

Nothing is imported before it is needed, so that `--version` and `--help` answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from factcheck.cli.status import Status


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; every failure is one line on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        _clean_up_when_stopped()
    debug = "--debug" in arguments
    try:
        return _guarded(arguments)
    except (KeyboardInterrupt, SystemExit) as left:
        if _stopped:  # all is tidied up on the way here, and to give back millions of records one by one would take a second
            os._exit(_stopped[0])
        if isinstance(left, SystemExit):
            raise
        return Status.INTERRUPTED
    except Exception as error:
        if _stopped:  # a library has taken being stopped for a fault of its own
            return _stopped[0]
        if debug:
            raise
        from factcheck.cli.messages import complain, one_line_of

        complain(f"internal error: {one_line_of(error)}; run again with --debug to see where")
        return Status.INTERNAL


_stopped: list[Status] = []
"""What to leave with, once a signal has come."""


def _clean_up_when_stopped() -> None:
    """Leave by way of an exception when told to stop, so that no half-written file stays behind."""
    import signal

    def terminate(*_: object) -> None:
        _stopped.append(Status.TERMINATED)
        sys.exit(Status.TERMINATED)

    def interrupt(*_: object) -> None:
        _stopped.append(Status.INTERRUPTED)
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, terminate)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else whoever started this wants it to go on
        signal.signal(signal.SIGINT, interrupt)


def _guarded(arguments: list[str]) -> int:
    """Run one command; translate the errors that are meant for people."""
    from factcheck.cli.messages import complain
    from factcheck.cli.outputs import OutputClosed, finish, to_stdout
    from factcheck.errors import FactcheckError

    try:
        if arguments == ["--version"]:
            from factcheck.version import VERSION

            to_stdout(f"factcheck {VERSION}\n".encode())
            return Status.CLEAN
        from factcheck.cli.arguments import parse

        try:
            options = parse(arguments)
        except SystemExit as left:  # argparse: 0 after --help and --version, 2 after a wrong option
            finish()
            return int(left.code or 0)
        from factcheck.cli import commands

        status = getattr(commands, options.command)(options)
        finish()
        return status
    except OutputClosed as closed:
        return closed.status
    except FactcheckError as error:
        complain(str(error))
        return Status.USAGE
