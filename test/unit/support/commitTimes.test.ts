import assert from 'node:assert/strict';
import { commitTimes } from '../../support/github/commitTimes.ts';
import type { PullLine } from '../../support/github/server.ts';
import { World } from '../../support/github/world.ts';
import { pullRequest } from '../github/support.ts';

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00Z`;

/** Begun on the 1st, changed last on the 20th. */
function timesOf(change: (line: PullLine) => void, ...shas: string[]): (string | undefined)[] {
  const line = pullRequest(1, { at: day(1) });
  line.pull.updated_at = day(20);
  line.commits = shas.map((sha) => ({ sha, message: sha }));
  change(line);
  const [pull] = [...new World([line]).pulls()];
  assert.ok(pull);
  const times = commitTimes(pull);
  return shas.map((sha) => times.get(sha)?.slice(8, 10));
}

describe('made-up times of commits', () => {
  it('are those at which each is known to have been there, never later than the next one', () => {
    const said = (line: PullLine) => {
      line.reviews = [
        { commit_id: 'b', submitted_at: day(5) } as never,
        { commit_id: 'c', submitted_at: day(9) } as never,
      ];
      line.review_comments = [];
    };
    assert.deepEqual(timesOf(said, 'a', 'b', 'c', 'd'), ['01', '05', '09', '20']);
  });

  it('are the end where nothing is known, and not the beginning once something was pushed over', () => {
    const merged = (line: PullLine) => Object.assign(line.pull, { merged_at: day(15), closed_at: day(15) });
    assert.deepEqual(timesOf(merged, 'a', 'b'), ['01', '15']);
    const pushed = (line: PullLine) => {
      merged(line);
      line.force_pushes = [{ created_at: day(7), commit_id: 'a' }];
    };
    assert.deepEqual(timesOf(pushed, 'a', 'b'), ['07', '15']);
  });

  it('give way to those that a set tells', () => {
    const told = (line: PullLine) => {
      line.commits = [{ sha: 'a', message: '', committed_at: day(3) }];
    };
    assert.deepEqual(timesOf(told, 'a'), ['03']);
  });
});
