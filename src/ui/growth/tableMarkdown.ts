/** A table of Markdown; its cells are Markdown already. Numbers stand at the right. */
export function tableMarkdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => {
    const isNumber = at > 0 && rows.length > 0 && rows.every((row) => /^[–\d.,\s%]*$/.test(row[at] ?? ''));
    return isNumber ? '---:' : '---';
  });
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
