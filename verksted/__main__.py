"""argv to oppstart, nothing else."""

import sys


def main() -> int:
    """Run the program and return its exit code."""
    if getattr(sys, "frozen", False):  # a child process of the bundle is the bundle itself, started once more
        from multiprocessing import freeze_support

        freeze_support()
    from verksted.oppstart import program

    return program(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
