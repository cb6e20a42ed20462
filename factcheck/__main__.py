"""`python -m factcheck` and the console command."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from factcheck.cli import main
    except KeyboardInterrupt:  # before anybody was there to take it
        sys.exit(130)
    sys.exit(main())


if __name__ == "__main__":
    run()
