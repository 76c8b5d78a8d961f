"""`python -m trueline` is the same as `trueline`."""

from trueline.cli import main

main()
