"""The workbench in the browser. The only part of Trueline that knows Django."""
