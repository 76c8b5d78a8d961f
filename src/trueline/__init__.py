"""Trueline: a workbench for programmes against human trafficking."""

__version__ = "0.2.0"
