import type { Draft } from '../../../../src/journal/drafts/drafts.ts';

export const anchor: Draft['place']['anchor'] = {
  ...{ path: 'src/a.ts', repository: 'x/y', side: 'RIGHT', commit: null, startLine: 7, endLine: 7 },
  ...{ code: 'const a = 1;', before: '', after: '' },
};

/** What somebody may have typed. */
export const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  ...{ id, body: `draft ${id}`, updatedAt: '2026-02-03T04:05:06.000Z', kind: 'note' },
  place: { uri: 'file:///src/a.ts', anchor },
  ...{ annotation: null, thread: null, attempt: null },
  ...more,
});
