import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Space } from '../../../../src/journal/space.ts';
import { foldEvents } from '../../../../src/model/fold.ts';
import { goalsOf } from '../../../../src/model/overlay.ts';
import { toFeedback } from '../../../../src/model/toFeedback.ts';
import { growthLines, writeGrowth } from '../../../support/journal/growthLines.ts';
import { growthMentee } from '../../../support/journal/growthPulls.ts';

describe('the mentorship that tests of growth begin with', () => {
  for (const months of [1, 7, 60]) {
    it(`says what it counts: ${months} months`, () => {
      const { events, known, pullRequests, comments } = growthLines({ months });
      const shared = foldEvents(events.filter(({ isPrivate }) => !isPrivate));
      const goals = goalsOf(shared);
      assert.deepEqual(Object.fromEntries(goals.map(({ id, counts }) => [id, counts])), known.byGoal);
      const done = goals.flatMap(({ milestones }) => milestones).filter(({ completedAt }) => completedAt);
      assert.equal(done.length, known.milestonesReached);
      assert.equal(shared.sessions.size, known.sessions);
      assert.equal(shared.actions.size, known.actions.promised);
      const said = pullRequests.flatMap((record) => toFeedback(record, growthMentee));
      assert.deepEqual(new Set(said.map(({ id }) => id)), new Set(comments.map(({ id }) => id)));
      assert.equal(known.tags.keep, months * 4);
      assert.equal(known.tags.stop, Math.ceil((months * 2) / 3) * 2);
      assert.equal(known.tags.start, months);
    });
  }

  it('is read from its files as it was built', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-growth-'));
    const lines = growthLines({ months: 4 });
    const [shared, own] = [path.join(folder, 'space'), path.join(folder, 'private')];
    writeGrowth(lines, shared, own);
    const space = await Space.open({ folder: shared, privateFolder: own, author: () => growthMentee });
    try {
      assert.equal(space.records.marks.size, foldEvents(lines.events).marks.size);
      assert.equal(space.records.goals.size, 4);
      for (const id of lines.known.isPrivate) assert.ok(space.records.isPrivate.has(id), id);
    } finally {
      space.dispose();
      fs.rmSync(folder, { recursive: true });
    }
  });
});
