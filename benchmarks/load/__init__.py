"""The table of what work costs, before there were limits and now; `make bench-load` measures it anew.

What was before is as it was measured then, on two cores; what is after is measured by one command
on one machine, and written to docs/scale.md.
"""
