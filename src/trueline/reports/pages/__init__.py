"""Pages of the documentation that are made from the code: rules, fields, reviewed examples.

They are Markdown, as code hosts show it, and live in docs/generated; `trueline docs` writes them.
"""
