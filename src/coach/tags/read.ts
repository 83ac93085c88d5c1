import type { Tag } from '../../model/state.ts';

/** A comment as the suggester reads it. */
export type Words = {
  /** The writer's own words, without quotes, code blocks and HTML comments; at most 4,000 characters. */
  own: string;
  /** What its suggestion blocks propose: other code, or, where they are empty, none; `null` without a block. */
  proposes: 'other' | 'none' | null;
  /** The label of Conventional Comments that it begins with. */
  label: { name: string; tag: Tag | 'none'; confidence: number } | null;
};

const labels: Record<string, { tag: Tag | 'none'; confidence: number }> = {
  praise: { tag: 'keep', confidence: 0.98 },
  suggestion: { tag: 'start', confidence: 0.95 },
  todo: { tag: 'start', confidence: 0.95 },
  chore: { tag: 'start', confidence: 0.95 },
  polish: { tag: 'start', confidence: 0.95 },
  nitpick: { tag: 'start', confidence: 0.9 },
  nit: { tag: 'start', confidence: 0.9 },
  quibble: { tag: 'start', confidence: 0.9 },
  issue: { tag: 'stop', confidence: 0.95 },
  typo: { tag: 'stop', confidence: 0.9 },
  question: { tag: 'none', confidence: 0.9 },
  thought: { tag: 'none', confidence: 0.9 },
  note: { tag: 'none', confidence: 0.9 },
};
const label =
  /^[\s*_`]{0,6}([a-z]{3,10})[*_`]{0,3}[ \t]{0,3}(?:\([^()\n]{0,100}\)[ \t]{0,3})?[*_`]{0,3}[ \t]?:[*_`]{0,3}\s/i;

/** Reads a comment as the suggester needs it. Takes linear time. */
export function wordsOf(text: string): Words {
  const own: string[] = [];
  let marks = '';
  let proposes: Words['proposes'] = null;
  let isSuggestion = false;
  for (const line of withoutRemarks(text.slice(0, 20_000)).split(/\r\n?|\n/)) {
    const fence = /^\s{0,12}(`{3,}|~{3,})\s{0,3}(\w{0,20})/.exec(line);
    if (marks !== '') {
      if (fence && fence[2] === '' && (fence[1] as string).startsWith(marks)) marks = '';
      else if (isSuggestion && line.trim() !== '') proposes = 'other';
    } else if (fence) {
      marks = fence[1] as string;
      isSuggestion = fence[2]?.toLowerCase() === 'suggestion';
      if (isSuggestion) proposes ??= 'none';
      own.push('');
    } else if (!/^\s{0,3}>/.test(line)) {
      own.push(line);
    }
  }
  const whole = own.join('\n').trim().slice(0, 4000);
  const found = label.exec(`${whole} `);
  // A backtick left open before the colon: the label stands in code and is spoken about.
  const isOpen = found !== null && found[0].split('`').length % 2 === 0;
  const name = found && !isOpen ? (found[1] as string).toLowerCase() : '';
  const known = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return { own: whole, proposes, label: known ? { name, ...known } : null };
}

/** Templates of pull requests hold HTML comments that nobody sees. One that is left open runs to the end. */
function withoutRemarks(text: string): string {
  let from = text.indexOf('<!--');
  if (from < 0) return text;
  let kept = '';
  let at = 0;
  while (from >= 0) {
    kept += text.slice(at, from);
    const to = text.indexOf('-->', from);
    if (to < 0) return kept;
    at = to + 3;
    from = text.indexOf('<!--', at);
  }
  return kept + text.slice(at);
}
