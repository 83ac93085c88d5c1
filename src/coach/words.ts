import type { Tag } from '../model/state.ts';

/** A comment as the suggester reads it. */
export type Words = {
  /** The writer's own words, lower case, without quotes, code and addresses; at most 4,000 characters. */
  prose: string;
  /** It proposes a change of the code in a suggestion block. */
  hasSuggestion: boolean;
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
  let hasSuggestion = false;
  for (const line of text.slice(0, 20_000).split(/\r\n?|\n/)) {
    const fence = /^\s{0,12}(`{3,}|~{3,})\s{0,3}(\w{0,20})/.exec(line);
    if (marks !== '') {
      if (fence && fence[2] === '' && (fence[1] as string).startsWith(marks)) marks = '';
    } else if (fence) {
      marks = fence[1] as string;
      hasSuggestion ||= fence[2]?.toLowerCase() === 'suggestion';
    } else if (!/^\s{0,3}>/.test(line)) {
      own.push(line);
    }
  }
  const whole = own.join('\n').trim().slice(0, 4000);
  const found = label.exec(`${whole} `);
  const named =
    found && Object.hasOwn(labels, (found[1] as string).toLowerCase())
      ? (found[1] as string).toLowerCase()
      : null;
  return {
    prose: plain(whole),
    hasSuggestion,
    label: named ? { name: named, ...(labels[named] as { tag: Tag | 'none'; confidence: number }) } : null,
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
