// Cells as a spreadsheet copies them: tabs and line ends part them, but not within quotes.
export function cellsOf(block) {
  const rows = [[""]];
  let quoted = false;
  const text = block.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    const row = rows.at(-1);
    if (quoted && sign === '"' && text[i + 1] === '"') {
      row[row.length - 1] += sign;
      i += 1;
    } else if (sign === '"' && (quoted || row.at(-1) === "")) quoted = !quoted;
    else if (!quoted && sign === "\t") row.push("");
    else if (!quoted && sign === "\n") rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows;
}
