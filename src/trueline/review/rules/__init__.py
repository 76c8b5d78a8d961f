"""The rules: a folder for each kind of document, and one for what holds for `shared` by all.

In it stands a folder for each group, named in its `GROUPS`; there, a file for each rule, and one for
those that are data. To add one that looks at a single field, such as that it is missing, write an
entry in `rules/<kind>/<group>/field_rules.yaml` (`review/field_rules.py` says how). For any other,
write `rules/<kind>/<group>/<rule_name>.py` in the manner of its neighbours. Either way, write
`tests/rules/<kind>/<group>/<rule_name>.yaml` with documents that fail, pass and do not apply. Nothing
else needs to know of it.
"""
