"""Trueline: a workbench for programmes against human trafficking."""

__version__ = "0.1.0"
