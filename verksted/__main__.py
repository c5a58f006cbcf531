"""argv to oppstart, nothing else."""

import sys


def main() -> int:
    """Run the program and return its exit code."""
    from verksted.oppstart import start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
