/** Well-known ways to lead a conversation, each a few headings to write under. */
export const frames = [
  'keep-stop-start',
  'grow',
  'after-action-review',
  'situation-behaviour-impact-ask',
] as const;
export type Frame = (typeof frames)[number];

export const frameSections = {
  /** What is written there becomes feedback with that tag. */
  'keep-stop-start': ['keep', 'stop', 'start'],
  /** Goal, Reality, Options, Will. */
  grow: ['goal', 'reality', 'options', 'will'],
  'after-action-review': ['intended', 'happened', 'why', 'change'],
  'situation-behaviour-impact-ask': ['situation', 'behaviour', 'impact', 'ask'],
} as const satisfies Record<Frame, readonly string[]>;
export type FrameSection = (typeof frameSections)[Frame][number];
