"""The rules: a folder for each group, a file for each rule.

To add one, write `rules/<group>/<rule_name>.py` in the manner of its neighbours and
`tests/rules/<group>/<rule_name>.yaml` with designs that fail, pass and do not apply. Nothing
else needs to know of it.
"""
