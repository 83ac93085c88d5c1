import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Theme } from '../../../../src/model/growth.ts';
import type { Feedback, Tag } from '../../../../src/model/state.ts';
import { pacer } from '../../../../src/ui/growth/pace.ts';
import { Standings } from '../../../../src/ui/growth/standings.ts';
import { code, type Pull, recordOf, saidOn } from '../../growth/recurrence/support.ts';

/** Pull requests on which one of two themes came up, or none. */
const pulls: Pull[] = Array.from({ length: 12 }, (_, place) => ({
  number: place + 1,
  day: place * 10,
  files: [code],
  said: place % 3 === 2 ? [] : [{ after: 1, path: code }],
}));

const theme = (id: string, feedbackIds: string[]): Theme => ({
  ...{ id, name: id, isNamed: true, words: [id], feedbackIds },
});

type Change =
  | { what: 'tag'; piece: number; tag: Tag | null }
  | { what: 'move'; piece: number }
  | { what: 'pull'; number: number }
  | { what: 'needed'; needed: number }
  | { what: 'nothing' };

const changes = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constant('tag' as const),
      piece: fc.nat(7),
      tag: fc.constantFrom<Tag | null>('keep', 'stop', 'start', null),
    }),
    fc.record({ what: fc.constant('move' as const), piece: fc.nat(7) }),
    fc.record({ what: fc.constant('pull' as const), number: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ what: fc.constant('needed' as const), needed: fc.integer({ min: 1, max: 4 }) }),
    fc.constant({ what: 'nothing' as const }),
  ),
  { maxLength: 12 },
);

describe('where all themes stand', () => {
  it('is after each change what it would be from nothing, and says whether it is another', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (steps: Change[]) => {
        const feedback = saidOn(pulls);
        const byId = new Map<string, Feedback>(feedback.map((item) => [item.id, item]));
        const sides = feedback.map((_, place) => place % 2);
        let records = pulls.map(recordOf);
        let needed = 2;
        const kept = new Standings();
        let before = '';
        const look = async (standings: Standings, changed: ReadonlySet<string> | 'all') => {
          const themes = [0, 1].map((side) =>
            theme(
              `T${side}`,
              feedback.filter((_, place) => sides[place] === side).map(({ id }) => id),
            ),
          );
          const source = { records, feedback: (id: string) => byId.get(id), needed };
          return standings.read(themes, changed, source, pacer());
        };
        for (const step of [{ what: 'nothing' } as Change, ...steps]) {
          const changed = new Set<string>();
          if (step.what === 'tag') {
            feedback[step.piece]!.tag = step.tag;
            changed.add(feedback[step.piece]!.id);
          } else if (step.what === 'move') sides[step.piece] = 1 - sides[step.piece]!;
          else if (step.what === 'needed') needed = step.needed;
          else if (step.what === 'pull')
            records = records.map((one) =>
              one.number === step.number ? { ...one, changes: { ...one.changes!, files: [] } } : one,
            );
          const now = await look(kept, changed);
          const anew = await look(new Standings(), 'all');
          const words = ({ recurrences, earlier }: typeof now) =>
            JSON.stringify([[...recurrences], [...earlier]]);
          assert.equal(words(now), words(anew));
          if (before !== '' && now.isSame) assert.equal(words(now), before);
          if (step.what === 'nothing' && before !== '') assert.ok(now.isSame);
          before = words(now);
        }
      }),
      { numRuns: 60 },
    );
  });
});
