/** What the coach looks for; the order is that of weight: where two cover the same words, the first is told. */
export const findingCodes = [
  'no-why',
  'vague',
  'about-the-person',
  'harsh',
  'command-not-question',
  'blocking-unclear',
  'too-much',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something in a comment that may land badly; `start` and `end` are offsets in UTF-16 code units. */
export type Finding = { code: FindingCode; start: number; end: number; message: string };

export type CoachOptions = {
  /** `light` tells only what is sure and matters, `full` all, `off` nothing. Light when left out. */
  level?: 'off' | 'light' | 'full';
  /** Codes that the writer does not want to hear of. */
  silenced?: readonly FindingCode[];
  /** The writer's own threads of this round that are known, this one not counted. */
  threadsInRound?: number;
};

/** What a rule says; `isSure` is what the light level shows. */
export type Found = Finding & { isSure: boolean };

/** A way to mend a finding: plain edits of the text. The editor's part translates the title by `id`. */
export type Fix = {
  id: 'label' | 'because' | 'question' | 'impact' | 'task' | 'drop' | 'calm' | 'specific' | 'later';
  /** In English, at most some words; for several of one id it holds what tells them apart. */
  title: string;
  /** By start, never overlapping, never in code, quotes, links or suggestion blocks. */
  edits: { start: number; end: number; text: string }[];
  /** Where the writer goes on, as an offset in the text after the edits; `null` when nothing is left to write. */
  caret: number | null;
};
