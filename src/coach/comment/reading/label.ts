import { decorations, labels } from '../labels.ts';

/** The label of Conventional Comments that a comment begins with. */
export type Label = {
  name: string;
  decorations: string[];
  /** Whether the change has to wait for it; `null` where label and decorations do not say. */
  blocks: boolean | null;
  /** Where the words after it begin. */
  end: number;
};

/** Short forms that people write for a label. */
const short: Record<string, string> = {
  nit: 'nitpick',
  nits: 'nitpick',
  minor: 'nitpick',
  optional: 'nitpick',
  style: 'nitpick',
  fyi: 'note',
  idea: 'thought',
  remark: 'note',
  bug: 'issue',
  blocker: 'issue',
  blocking: 'issue',
};

const shape =
  /^[*_]{0,3}([a-z]{3,10})[*_]{0,3}(!?)[ \t]{0,3}(?:\(([^()\n]{0,100})\))?(!?)[*_ \t]{0,5}:[*_]{0,3}/i;
/** "nit", alone or before a comma or a dash. */
const bare = /^[*_(]{0,3}(nit(?:pick)?|minor|optional|fyi)\b[*_)]{0,3}[ \t]{0,2}(?:[,-]|\u2013|\u2014|$)/i;

/** Reads the label that `prose` begins with at an offset, also in bold and without the space before `(`. */
export function labelOf(prose: string, at: number): Label | null {
  const text = prose.slice(at, at + 160);
  const found = shape.exec(text) ?? bare.exec(text);
  if (!found) return null;
  const written = (found[1] as string).toLowerCase();
  const name = Object.hasOwn(short, written) ? (short[written] as string) : written;
  const known = labels.find((label) => label.name === name);
  if (!known) return null;
  const given = (found[3] ?? '')
    .toLowerCase()
    .split(',')
    .map((decoration) => decoration.trim())
    .filter((decoration) => decoration !== '');
  let blocks: boolean | null = known.blocks;
  if (written.startsWith('block') || found[2] === '!' || found[4] === '!') blocks = true;
  for (const decoration of given) {
    const decorated = decorations.find((one) => one.name === decoration.replaceAll(' ', '-'));
    if (decorated && decorated.blocks !== null) blocks = decorated.blocks;
    else if (/^(?:optional|minor|nonblocking|if minor|if-minor)$/.test(decoration)) blocks = false;
  }
  return { name, decorations: given, blocks, end: at + found[0].length };
}
