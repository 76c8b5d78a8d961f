"""The rules: a folder for each group; in it, a file for each rule, and one for those that are data.

To add one that looks at a single field, such as that it is missing, write an entry in
`rules/<group>/field_rules.yaml` (`review/field_rules.py` says how). For any other, write
`rules/<group>/<rule_name>.py` in the manner of its neighbours. Either way, write
`tests/rules/<group>/<rule_name>.yaml` with designs that fail, pass and do not apply. Nothing else
needs to know of it.
"""
