import type { CodeKind } from './codeKind.ts';

/** What a suggestion block changes in the code that it stands on. */
export type Proposal = {
  change:
    | 'nothing'
    | 'formatting'
    | 'typo'
    | 'prose'
    | 'deletes'
    | 'const'
    | 'number'
    | 'include'
    | 'name'
    | 'code';
  words: string[];
};

const mostWords = 400;

/**
 * Compares a suggestion with the end of the hunk, where the lines that it replaces stand: as many as fit best.
 * @param hunk with its marks (`+`, `-`, space) at the line starts
 */
export function readProposal(text: string, hunk: string | null, kind: CodeKind | null): Proposal {
  if (text.trim() === '') return { change: 'deletes', words: [] };
  const before = replaced(text, hunk ?? '');
  const old = wordsOf(before);
  const now = wordsOf(text);
  const gone = without(old, now);
  const come = without(now, old);
  const words = [...new Set([...come, ...gone])].slice(0, 40);
  if (gone.length === 0 && come.length === 0)
    return { change: bare(before) === bare(text) ? 'formatting' : 'code', words: [] };
  if (kind?.role === 'docs' || isProse(before) || isProse(text)) {
    const isSpelling =
      gone.length === come.length &&
      gone.length <= 2 &&
      gone.every((word, at) => isNear(word, come[at] as string));
    return { change: isSpelling ? 'typo' : 'prose', words };
  }
  const isOnly = (pattern: RegExp) => words.every((word) => pattern.test(word));
  if (isOnly(/^(?:const|static|constexpr|readonly|final|let|var)$/)) return { change: 'const', words };
  if (isOnly(/^\d/)) return { change: 'number', words };
  if (/^\s*(?:#\s*include|import|from|use|require)\b/.test(text)) return { change: 'include', words };
  if (gone.length === 1 && come.length === 1 && [...gone, ...come].every((word) => /^[a-z_]\w*$/i.test(word)))
    return { change: 'name', words };
  return { change: 'code', words };
}

/** The last lines of the hunk that are in the new code, as many as have most in common with the suggestion. */
function replaced(text: string, hunk: string): string {
  const lines = hunk
    .split('\n')
    .filter((line) => !line.startsWith('-') && !line.startsWith('@@'))
    .map((line) => line.slice(1))
    .slice(-12);
  const now = new Set(wordsOf(text));
  let best = lines.at(-1) ?? '';
  let most = -1;
  for (let count = 1; count <= lines.length; count++) {
    const some = lines.slice(-count).join('\n');
    const words = new Set(wordsOf(some));
    let both = 0;
    for (const word of words) if (now.has(word)) both++;
    const share = both / Math.max(1, words.size + now.size - both);
    if (share > most) [most, best] = [share, some];
  }
  return best;
}

const wordsOf = (text: string): string[] => (text.match(/[\p{L}\d_]+/gu) ?? []).slice(0, mostWords);
const bare = (text: string): string => text.replace(/\s+/g, '');

/** The words of one list that the other lacks, each as often as it does. */
function without(from: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return from.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
}

/** A comment in code. */
const isProse = (text: string) =>
  text
    .split('\n')
    .every(
      (line) =>
        /^\s*(?:\/\/|\/\*|\*|#(?!\s{0,8}(?:if|el|end|def|inc|und|pra))|--|"""|<!--|;;|dnl)/.test(line) ||
        line.trim() === '',
    );

/** Two words that differ by a slip: few letters changed of a shared beginning and end. */
export function isNear(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end))
    end++;
  return Math.max(one.length, other.length) - start - end <= 2 && start + end >= 1;
}
