/** Where in a comment somebody asks for completions. Offsets are UTF-16 code units. */
export type Place = {
  /** `label` where a comment begins, `decoration` inside the parentheses behind its label, `words` elsewhere. */
  kind: 'label' | 'decoration' | 'words';
  /** Where the word begins that a completion takes the place of. */
  start: number;
  /** Decorations that stand in the parentheses already, in lower case. */
  given: string[];
};

const longestWord = 60;
/** How far from its beginning a label can stand. */
const longestHead = 400;

/**
 * What fits at an offset of a comment.
 * @param labels names of labels, in lower case
 */
export function placeIn(text: string, offset: number, labels: readonly string[]): Place {
  const words: Place = { kind: 'words', start: startOfWord(text, offset), given: [] };
  const lead = /^\s*\**/.exec(text.slice(0, longestHead))?.[0].length ?? 0;
  if (offset < lead || offset > longestHead) return words;
  const head = text.slice(lead, offset);
  if (/^[a-z-]*$/i.test(head)) return { kind: 'label', start: lead, given: [] };
  const [, label, inside] = /^([a-z-]+)\** ?\(([^()\r\n]*)$/i.exec(head) ?? [];
  if (label === undefined || inside === undefined || !labels.includes(label.toLowerCase())) return words;
  const parts = inside.split(',');
  const last = parts.at(-1)!.trimStart();
  const given = parts.slice(0, -1).map((part) => part.trim().toLowerCase());
  return { kind: 'decoration', start: offset - last.length, given };
}

function startOfWord(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < longestWord && /[^\s()[\]]/.test(text[start - 1]!)) start -= 1;
  return start;
}
