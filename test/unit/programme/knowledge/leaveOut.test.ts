import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { meantFor } from '../../../../src/programme/knowledge/tour/leaveOut.ts';

type Piece = { id: string; thread: string; isPrivate: boolean };
const open = { id: 'open', isPrivate: false };
const secret = { id: 'secret', isPrivate: true };
const piece = (id: string, thread: string, isPrivate = false): Piece => ({ id, thread, isPrivate });

type Source = { title: string; notes: (typeof open)[]; feedback: Piece[] };
async function meant(
  { notes = [], feedback = [] }: Partial<Source>,
  { answer = 'leave-out' as 'leave-out' | 'include', all = [] as Piece[], isMeant = false } = {},
) {
  const asked: { hidden: number; chosen: number }[] = [];
  const source = await meantFor(
    { title: 'T', notes, feedback },
    {
      threadOf: ({ thread }: Piece) => thread,
      all,
      isMeant,
      ask: async (counts) => {
        asked.push(counts);
        return answer;
      },
    },
  );
  assert.equal(source.title, 'T');
  return { asked, ids: [...source.notes, ...source.feedback].map(({ id }) => id) };
}

describe('what is private, on its way into a tour', () => {
  it('is asked about and left out, or taken in where somebody says so', async () => {
    const notes = [open, secret];
    const asked = [{ hidden: 1, chosen: 2 }];
    assert.deepEqual(await meant({ notes }), { asked, ids: ['open'] });
    assert.deepEqual(await meant({ notes }, { answer: 'include' }), { asked, ids: ['open', 'secret'] });
    assert.deepEqual(await meant({ notes: [secret] }), { asked: [{ hidden: 1, chosen: 1 }], ids: [] });
  });

  it('is a whole thread where one piece of it is private, chosen or not: its step tells all of it', async () => {
    const one = piece('one', 't');
    const hidden = piece('hidden', 't', true);
    const other = piece('other', 'u');
    const feedback = [one, other];
    assert.deepEqual(await meant({ feedback }, { all: [one, hidden, other] }), {
      ...{ asked: [{ hidden: 1, chosen: 2 }], ids: ['other'] },
    });
    assert.deepEqual((await meant({ feedback: [one, hidden, other] })).asked, [{ hidden: 2, chosen: 3 }]);
  });

  it('needs no question where there is none of it, or where it is said that it is meant', async () => {
    const feedback = [piece('one', 't')];
    assert.deepEqual(await meant({ notes: [open], feedback }), { asked: [], ids: ['open', 'one'] });
    assert.deepEqual(await meant({ notes: [secret] }, { isMeant: true }), { asked: [], ids: ['secret'] });
  });

  it('gets nowhere where the question is left', async () => {
    const ask = () => Promise.reject(new Error('left'));
    const rest = { threadOf: ({ thread }: Piece) => thread, all: [], isMeant: false, ask };
    await assert.rejects(meantFor({ notes: [secret], feedback: [] as Piece[] }, rest), /left/);
  });
});
