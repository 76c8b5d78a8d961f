"""`python -m trueline` is the same as `trueline`."""

from trueline.cli import main

if __name__ == "__main__":  # a process that helps another imports this, too
    main()
