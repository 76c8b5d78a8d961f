"""The arithmetic of indicators: pure functions over aggregates, without documents or a database.

`aggregates` puts readings together over periods, places and groups of people; `progress` holds a
figure beside its baseline and target; `intervals`, `paired`, `samples` and `displacement` are the
statistics; `suppression` says which counts of people may leave the organisation as they are.
"""
