import type { Tag } from '../model/state.ts';

/** A comment as the suggester reads it. */
export type Words = {
  /** The writer's own words, lower case, without quotes, code and addresses; at most 4,000 characters. */
  prose: string;
  /** What its suggestion blocks propose: other code, or, where they are empty, none; `null` without a block. */
  proposes: 'other' | 'none' | null;
  /** The label of Conventional Comments that it begins with. */
  label: { name: string; tag: Tag | 'none'; confidence: number } | null;
};

const labels: Record<string, { tag: Tag | 'none'; confidence: number }> = {
  praise: { tag: 'keep', confidence: 0.98 },
  suggestion: { tag: 'start', confidence: 0.95 },
  todo: { tag: 'start', confidence: 0.95 },
  chore: { tag: 'start', confidence: 0.9 },
  polish: { tag: 'start', confidence: 0.9 },
  nitpick: { tag: 'start', confidence: 0.75 },
  nit: { tag: 'start', confidence: 0.75 },
  quibble: { tag: 'start', confidence: 0.75 },
  issue: { tag: 'stop', confidence: 0.9 },
  typo: { tag: 'stop', confidence: 0.85 },
  question: { tag: 'none', confidence: 0.8 },
  thought: { tag: 'none', confidence: 0.7 },
  note: { tag: 'none', confidence: 0.8 },
};
const label =
  /^[\s*_`]{0,6}([a-z]{3,10})[*_`]{0,3}[ \t]{0,3}(?:\([^()\n]{0,100}\)[ \t]{0,3})?[*_`]{0,3}[ \t]?:[*_`]{0,3}\s/i;

/** Reads a comment as the suggester needs it. Takes linear time. */
export function wordsOf(text: string): Words {
  const own: string[] = [];
  let marks = '';
  let proposes: Words['proposes'] = null;
  let isSuggestion = false;
  for (const line of text.slice(0, 20_000).split(/\r\n?|\n/)) {
    const fence = /^\s{0,12}(`{3,}|~{3,})\s{0,3}(\w{0,20})/.exec(line);
    if (marks !== '') {
      if (fence && fence[2] === '' && (fence[1] as string).startsWith(marks)) marks = '';
      else if (isSuggestion && line.trim() !== '') proposes = 'other';
    } else if (fence) {
      marks = fence[1] as string;
      isSuggestion = fence[2]?.toLowerCase() === 'suggestion';
      if (isSuggestion) proposes ??= 'none';
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
  return {
    prose: plain(whole),
    proposes,
    label: known ? { name, ...known } : null,
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/`[^`\n]{1,300}`/g, ' code ')
    .replace(/https?:\/\/[^\s)>]{1,2000}/g, ' link ')
    .replace(/[*_~]{1,3}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
