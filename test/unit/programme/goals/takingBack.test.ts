import assert from 'node:assert/strict';
import { Space } from '../../../../src/journal/space.ts';
import type { NewEvent } from '../../../../src/model/events.ts';
import { personOf } from '../../../../src/model/fold.ts';
import { skillRatingsOf } from '../../../../src/model/mentorshipOf.ts';
import { allRatings, ownWordsOn, takenBackAmong, takingBack } from '../../../../src/programme/goals/index.ts';
import { journalFiles, newSpace, removeSpaces } from '../../journal/support.ts';

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const about = { rubric: 'code-review', skill: 'Asking', person: 'ada' };
const rated = (rating: string, level: number | null, more: Partial<typeof about> = {}): NewEvent => ({
  type: 'skill.rated',
  payload: { rating, ...about, ...more, level, evidence: [], note: `note ${rating}`, ratedAt: rating },
});

describe('taking a rating of a skill back', () => {
  const opened: Space[] = [];
  afterEach(() => {
    for (const space of opened.splice(0)) space.dispose();
    removeSpaces();
  });
  async function open(folder: string, author = 'theo', own = `${folder}-private`): Promise<Space> {
    const space = await Space.open({ folder, privateFolder: own, author: () => author });
    opened.push(space);
    return space;
  }
  const levels = ({ records }: Space) =>
    skillRatingsOf(records, (name) => personOf(records, name)).map(({ level }) => level);
  /** What others have of it who got the same files. */
  const theirs = async (folder: string) => levels(await open(folder, 'ada', `${folder}-adas`));
  const words = ({ records }: Space) => ownWordsOn(allRatings(records), about, { me: 'Theo', isSame });
  const takeBack = (space: Space) =>
    space.perform(takingBack(words(space), { rating: 'back', ratedAt: 'z' }));
  const lines = (folder: string) => journalFiles(folder).map(({ text }) => text);

  it('takes it from the others, too, where a newer one is private, in one act', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([rated('r1', 2)]);
    await space.perform([rated('r2', 3)], { isPrivate: true });
    assert.deepEqual([levels(space), await theirs(folder)], [[3], [2]]);
    assert.deepEqual([words(space).shared?.id, words(space).kept?.id], ['r1', 'r2']);
    await takeBack(space);
    assert.deepEqual([levels(space), await theirs(folder)], [[], []]);
    assert.deepEqual(words(space), { shared: null, kept: null });
    assert.doesNotMatch(lines(folder).join(), /r2/);
    await space.undo();
    assert.deepEqual([levels(space), await theirs(folder)], [[3], [2]]);
  });

  it('shares no sign of what was private only, nor of what was taken from the others before', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([rated('r1', 2)]);
    await takeBack(space);
    const before = lines(folder);
    await space.perform([rated('r2', 3)], { isPrivate: true });
    await takeBack(space);
    assert.deepEqual([levels(space), lines(folder)], [[], before]);
    assert.deepEqual(takingBack(words(space), { rating: 'x', ratedAt: '' }), []);
  });

  it('leaves the words of others, and those on other skills and people', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([rated('r1', 1, { skill: 'Finding' }), rated('r2', 2, { person: 'bo' })]);
    await space.perform([rated('r3', 3, { rubric: 'design' })]);
    await (await open(folder, 'ada', `${folder}-adas`)).perform([rated('r4', 4)]);
    await space.reread();
    assert.deepEqual(words(space), { shared: null, kept: null });
  });

  it('knows what its author took back later, and nobody else’s', async () => {
    const space = await open(newSpace());
    await space.perform([rated('r1', 1), rated('r2', 2, { skill: 'Finding' })]);
    await space.perform([rated('r3', null)]);
    await space.perform([rated('r4', 4)]);
    const all = allRatings(space.records);
    const taken = (ratings: typeof all) => [...takenBackAmong(ratings, isSame)].map(({ id }) => id);
    assert.deepEqual(taken(all), ['r1']);
    assert.deepEqual(taken(all.map((one) => (one.id === 'r3' ? { ...one, createdBy: 'ada' } : one))), []);
    assert.deepEqual(taken(all.map((one) => (one.id === 'r3' ? { ...one, claimedBy: 'theo' } : one))), []);
  });
});
