"""Changing one place of a YAML text, and nothing else of it.

The text is parsed only to learn where things begin and end; then characters are cut out and put
in. So comments, order, quoting and layout of everything that is not touched stay as they are.
Comments that stood inside a value that is replaced move to the lines above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trueline.files.yaml_layout import Layout, Path_
from trueline.files.yaml_output import entry_lines, flow, item_lines


class Splice(Layout):
    """A YAML text that holds one document of named fields, open for one change.

    Each method raises ValueError where that can't be done in place, such as in a list on one line:
    whoever called it then writes the whole list or mapping anew.
    """

    def set(self, path: Path_, value: Any, order: Sequence[str] = ()) -> str:
        """The text with `value` in the field at `path`; None takes the field out.

        A field that is not there yet goes behind those that come before it in `order`.
        """
        holder = self.node(path[:-1])
        name = str(path[-1])
        for key, old in holder.value:
            if key.value == name:
                if holder.flow_style and value is not None:
                    return self._replace_span(self.at(old.start_mark), self.end(old), flow(value))
                begin, end = self.at(key.start_mark), self.line_end(self.end(old, key))
                if holder.flow_style or (value is None and not self.is_first_on_line(begin)):
                    raise ValueError("what holds the field is written anew")
                lines = self._entry(holder, name, value, begin, end)
                return self._replace_span(self.line_start(begin), end, "".join(lines))
        return self._inserted(holder, name, value, order)

    def add(self, path: Path_, value: Any, at: int) -> str:
        """The text with `value` as item number `at` of the list at `path`."""
        node = self.node(path)
        if node.flow_style:
            raise ValueError("a list on one line is written anew")
        column = self.dash_column(node)
        lines = "".join(line + "\n" for line in item_lines(value, column))
        chunks = self.chunks(node)
        if at < len(chunks):
            return self._replace_span(chunks[at][0], chunks[at][0], lines)
        return self._replace_span(chunks[-1][1], chunks[-1][1], lines)

    def remove(self, path: Path_, number: int) -> str:
        """The text without one item of a list. Comments above it stay, those in it go."""
        node = self.node(path)
        if node.flow_style or len(node.value) == 1:
            raise ValueError("the list is written anew")
        return self._replace_span(self.dash(node, number), self.chunks(node)[number][1], "")

    def move(self, path: Path_, number: int, to: int) -> str:
        """The text with an item, and the comments right above it, at another place of its list."""
        node = self.node(path)
        if node.flow_style:
            raise ValueError("a list on one line is written anew")
        chunks = self.chunks(node)
        texts = [self.text[begin:end] for begin, end in chunks]
        texts.insert(to, texts.pop(number))
        result = self.text[: chunks[0][0]]
        for position, text in enumerate(texts):
            behind = chunks[position + 1][0] if position + 1 < len(chunks) else chunks[-1][1]
            result += text + self.text[chunks[position][1] : behind]
        return result + self.text[chunks[-1][1] :]

    def _replace_span(self, begin: int, end: int, new: str) -> str:
        return self.text[:begin] + new + self.text[end:]

    def _entry(self, holder: Any, name: str, value: Any, begin: int, end: int) -> list[str]:
        """Lines for a field that replaces what stands from `begin` to `end`, comments kept."""
        column = int(holder.start_mark.column)
        head = self.text[self.line_start(begin) : begin]
        comments = self.comments(begin, end, holder)
        if value is None:
            return [" " * column + comment + "\n" for comment in comments]
        lines = [line + "\n" for line in entry_lines(name, value, column)]
        lines[0] = head + lines[0][len(head) :]
        if len(comments) == 1 and len(lines) == 1:
            return [f"{lines[0].rstrip()}  {comments[0]}\n"]
        return [*(" " * column + comment + "\n" for comment in comments), *lines]

    def _inserted(self, holder: Any, name: str, value: Any, order: Sequence[str]) -> str:
        if holder.flow_style:
            raise ValueError("what stands on one line is written anew")
        earlier = set(order[: order.index(name)]) if name in order else None
        before = [pair for pair in holder.value if earlier is None or pair[0].value in earlier]
        column = int(holder.start_mark.column)
        new = "".join(line + "\n" for line in entry_lines(name, value, column))
        if before:
            position = self.line_end(self.end(before[-1][1], before[-1][0]))
        else:
            position = self.line_start(self.at(holder.start_mark))
            if not self.is_first_on_line(self.at(holder.start_mark)):
                raise ValueError("there is no line before the first field of an item")
        return self._replace_span(position, position, new)
