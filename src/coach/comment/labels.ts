/**
 * The labels of Conventional Comments (https://conventionalcomments.org). `blocks` says whether the change has to
 * wait for it: `null` where the label alone does not say.
 */
export const labels = [
  { name: 'praise', meaning: 'Something that is good, said because it is meant.', blocks: false },
  { name: 'nitpick', meaning: 'A small matter of taste.', blocks: false },
  { name: 'suggestion', meaning: 'A proposal: what would be better, and why.', blocks: null },
  { name: 'issue', meaning: 'A problem; best with a suggestion beside it.', blocks: null },
  { name: 'todo', meaning: 'A small change that is needed.', blocks: true },
  { name: 'question', meaning: 'Something that you are not sure of and ask.', blocks: null },
  { name: 'thought', meaning: 'An idea that came up; nothing has to be done.', blocks: false },
  {
    name: 'chore',
    meaning: 'A task of the process that has to be done before it is accepted.',
    blocks: true,
  },
  { name: 'note', meaning: 'Something that the reader should know; nothing has to be done.', blocks: false },
  { name: 'typo', meaning: 'A slip of spelling.', blocks: null },
  { name: 'polish', meaning: 'Nothing is wrong, it can be made better.', blocks: null },
  { name: 'quibble', meaning: 'Much like a nitpick.', blocks: false },
] as const satisfies readonly { name: string; meaning: string; blocks: boolean | null }[];

/** The decorations that stand in parentheses after a label. A team may have its own beside these. */
export const decorations = [
  { name: 'non-blocking', meaning: 'Need not be done before the change goes in.', blocks: false },
  { name: 'blocking', meaning: 'Has to be done before the change goes in.', blocks: true },
  { name: 'if-minor', meaning: 'To be done only when it turns out to be small.', blocks: null },
  { name: 'security', meaning: 'Concerns security.', blocks: null },
  { name: 'test', meaning: 'Concerns tests.', blocks: null },
  { name: 'ux', meaning: 'Concerns what users see.', blocks: null },
] as const satisfies readonly { name: string; meaning: string; blocks: boolean | null }[];
