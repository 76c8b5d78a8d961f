"""The places of the pieces of a YAML text: values, names, items of lists, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
Path_ = tuple[str | int, ...]


class Layout:
    """A YAML text that holds one document, and the positions in it."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else text + "\n"
        self.root: Any = yaml.compose(text, Loader=_Loader)

    def node(self, path: Path_) -> Any:
        """The node at a path of names and numbers. Raises KeyError where there is none."""
        node = self.root
        for key in path:
            if isinstance(key, int):
                node = node.value[key]
            else:
                values = [value for name, value in node.value if name.value == key]
                if not values:
                    raise KeyError(key)
                node = values[0]
            if isinstance(node, yaml.ScalarNode):
                raise KeyError(key)
        return node

    def at(self, mark: Any) -> int:
        """The position of a mark in the text."""
        return int(mark.index)

    def end(self, node: Any, key: Any = None) -> int:
        """The real end of a value; the parser counts blank lines and comments after it in."""
        if isinstance(node, yaml.ScalarNode):
            end = self.at(node.end_mark)
            begin = self.at(node.start_mark)
            return begin + len(self.text[begin:end].rstrip())
        if node.flow_style or not node.value:
            return self.at(node.end_mark)
        last = node.value[-1]
        return self.end(last[1], last[0]) if isinstance(last, tuple) else self.end(last)

    def line_start(self, position: int) -> int:
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Behind the line break that ends the line of a position."""
        return self.text.index("\n", position) + 1

    def is_first_on_line(self, position: int) -> bool:
        return not self.text[self.line_start(position) : position].strip()

    def dash_column(self, node: Any) -> int:
        return int(node.start_mark.column)

    def dash(self, node: Any, number: int) -> int:
        """The start of the line that holds the dash of an item."""
        column = self.dash_column(node)
        start = self.line_start(self.at(node.value[number].start_mark))
        while self.text[start + column] != "-" or self.text[start : start + column].strip():
            start = self.line_start(start - 1)
        return start

    def chunks(self, node: Any) -> list[tuple[int, int]]:
        """From where to where each item of a list goes, with the comments right above it."""
        spans: list[tuple[int, int]] = []
        for number, item in enumerate(node.value):
            begin = self.dash(node, number)
            least = spans[-1][1] if spans else self.line_start(self.at(node.start_mark))
            while begin > least:
                above = self.line_start(begin - 1)
                if above < least or not self.text[above:begin].strip().startswith("#"):
                    break
                begin = above
            spans.append((begin, self.line_end(self.end(item))))
        return spans

    def comments(self, begin: int, end: int, within: Any) -> list[str]:
        """The comments between two positions: every `#` there that is no part of a text."""
        spans = [span for span in self.leaves(within) if span[0] < end and span[1] > begin]
        lines: list[str] = []
        position = begin
        for leaf_begin, leaf_end in [*spans, (end, end)]:
            lines += _COMMENT.findall(self.text[position:leaf_begin])
            value = self.text[leaf_begin:leaf_end]
            if value[:1] in ("|", ">"):
                lines += _COMMENT.findall(value.split("\n", 1)[0])
            position = leaf_end
        return [comment.rstrip() for comment in lines]

    def leaves(self, node: Any) -> Iterator[tuple[int, int]]:
        """From where to where each name and each plain value below a node goes."""
        if isinstance(node, yaml.ScalarNode):
            yield self.at(node.start_mark), self.end(node)
            return
        for child in node.value:
            for each in child if isinstance(child, tuple) else (child,):
                yield from self.leaves(each)
