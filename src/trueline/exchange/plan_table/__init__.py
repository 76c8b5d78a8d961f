"""National plans as they come: tables in Word, Excel, LibreOffice or CSV, read into a plan.

Each filled cell found a place, is kept as a text beside its activity, or is listed as not placed.
"""

from trueline.exchange.plan_table.reading import Head, PlanRead, plan_in, read_plan

__all__ = ["Head", "PlanRead", "plan_in", "read_plan"]
