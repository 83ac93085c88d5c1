import assert from 'node:assert/strict';
import { Space } from '../../../src/journal/space.ts';
import { journalFiles, newSpace, removeSpaces, tagged } from './support.ts';

describe('erasing a goal', () => {
  afterEach(removeSpaces);

  it('takes its words and links, and leaves the next actions that serve it', async () => {
    const folder = newSpace();
    const space = await Space.open({ folder, privateFolder: `${folder}-private`, author: () => 'ann' });
    const about = { title: 'secret aim', category: null, origin: 'mentee' as const, targetDate: null };
    const promise = { text: 'ask every day', owner: null, dueDate: null };
    await space.perform([
      { type: 'goal.created', payload: { goal: 'g', ...about } },
      { type: 'milestone.added', payload: { goal: 'g', milestone: 'm', title: 'secret step' } },
      { type: 'action.added', payload: { action: 'a', ...promise, goal: 'g' } },
      { type: 'feedback.linked', payload: { feedback: 'f', goal: 'g' } },
      tagged('f'),
    ]);
    await space.perform([{ type: 'action.edited', payload: { action: 'a', goal: 'g', text: 'ask twice' } }]);
    assert.deepEqual(await space.erase('g'), { lines: 3, others: [] });
    assert.equal(space.records.goals.size, 0);
    assert.equal(space.records.actions.get('a')?.text, 'ask twice');
    assert.equal(space.records.marks.get('f')?.tag, 'keep');
    const text = journalFiles(folder)
      .map((file) => file.text)
      .join('');
    assert.ok(!text.includes('secret'));
    await space.undo();
    await space.erase('a');
    const types = (await space.events()).map(({ type }) => type);
    assert.deepEqual(types, ['feedback.tagged', 'act.undone'], 'what only names an act stays');
    assert.equal(space.records.actions.size, 0);
  });
});
