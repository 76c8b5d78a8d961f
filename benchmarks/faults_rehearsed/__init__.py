"""Faults, rehearsed: people go on saving while processes are killed, databases go away and disks fill.

What a server has said yes to is acknowledged; afterwards each such save has to be there, once.
`make faults` prints a line for each fault, on both databases, within a quarter of an hour.
"""
