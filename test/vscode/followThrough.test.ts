import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback } from '../../src/api.ts';
import { groupFeedback } from '../../src/model/group.ts';
import type { PullRequestRecord } from '../../src/model/pullRequest.ts';
import { toFeedback } from '../../src/model/toFeedback.ts';
import { rowOf } from '../../src/ui/feedback/rows.ts';
import { tooltipOf } from '../../src/ui/feedback/tooltip.ts';
import { Following } from '../../src/ui/growth/follow.ts';
import { followedSentence, followedWords } from '../../src/ui/growth/followWords.ts';
import type { GrowthCore, GrowthParts } from '../../src/ui/growth/growthCore.ts';
import { Golden, linesOf, removeGolden } from '../unit/growth/followThrough/golden.ts';
import { cairn } from './support.ts';

describe('what became of commented lines, from the clone that is open', () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const storage = mkdtempSync(join(tmpdir(), 'cairn-followed-'));
  const changed = new vscode.EventEmitter<unknown>();
  let record: PullRequestRecord;
  let fix: string;
  let following: Following | undefined;
  let asked = 0;

  before(async () => {
    await cairn();
    const golden = new Golden();
    golden.commit({ 'a.ts': linesOf(40) });
    golden.branch('work');
    const said = golden.commit({ 'a.ts': linesOf(50) });
    fix = golden.commit({ 'a.ts': linesOf(50, { 45: "const value45 = better(45, 'step 45');" }) });
    // Whatever the clone is called: it has the commits.
    cpSync(join(golden.folder, '.git/objects'), join(root, '.git/objects'), { recursive: true });
    const threads = [golden.thread(said, 'a.ts', 45), golden.thread(said, 'a.ts', 46)];
    for (const [i, thread] of threads.entries()) thread.comments[0]!.databaseId = String(i + 1);
    record = { ...golden.pullRequest(), repository: 'renamed/since', threads };
  });
  afterEach(() => following?.dispose());
  after(() => {
    changed.dispose();
    removeGolden();
    rmSync(storage, { recursive: true, force: true });
  });

  function open(): Following {
    const allFeedback = toFeedback(record, 'marsh');
    const parts = {
      store: {
        allFeedback,
        load: async () => {
          asked++;
        },
        onDidChange: changed.event,
        thread: (id: string) => {
          const thread = record.threads.find(({ comments }) => id.endsWith(`/${comments[0]!.databaseId}`));
          return thread && { record, thread };
        },
      },
      signIn: {
        onDidChange: () => ({ dispose: () => {} }),
        account: async () => undefined,
        login: () => null,
      },
      log: { debug: () => {}, warn: (text: string) => assert.fail(text) },
      globalStorageUri: vscode.Uri.file(storage),
    } as unknown as GrowthParts;
    following = new Following(parts, () => {});
    return following;
  }
  const [first, second] = ['github.com/line/1', 'github.com/line/2'];

  it('is known after a look, kept beside the cache, and asked for once', async () => {
    const one = open();
    assert.equal(one.of(first!), undefined);
    const [all] = await Promise.all([one.all(), one.all()]);
    assert.equal(asked, 1);
    assert.deepEqual([all.get(first!)!.status, all.get(first!)!.commit], ['changed', fix]);
    assert.deepEqual([all.get(second!)!.status, all.get(second!)!.reason], ['unchanged', null]);
    assert.deepEqual(readdirSync(join(storage, 'follow/github.com/renamed/since')), ['7.json']);
  });

  it('stands in rows and hovers, with the commit as a link and nothing to run', async () => {
    const one = open();
    await one.all();
    const growth = {
      following: one,
      earlier: () => undefined,
      themeOf: () => undefined,
    } as unknown as GrowthCore;
    const items = toFeedback(record, 'marsh');
    const [group] = groupFeedback(items, [], 'goal');
    const row = (item: Feedback) => rowOf({ type: 'feedback', item, group: group! }, growth);
    assert.match(String(row(items[0]!).description), new RegExp(` · addressed in ${fix.slice(0, 7)} · `));
    assert.match(row(items[0]!).accessibilityInformation!.label, /addressed in/);
    assert.match(String(row(items[1]!).description), / · not changed · /);
    const text = tooltipOf(items[0]!, null, false, growth);
    assert.ok(text.value.includes(`](https://github.com/lantern/beacon/commit/${fix})`), text.value);
    assert.ok(!text.isTrusted && !text.supportHtml);
    const odd = { ...items[0]!, pullRequest: { ...items[0]!.pullRequest!, url: 'command:cairn.undo' } };
    assert.doesNotMatch(tooltipOf(odd, null, false, growth).value, /\]\(/);
  });

  it('can be left by who asked, and goes on for others', async () => {
    const one = open();
    const leaving = new AbortController();
    const left = one.all(leaving.signal);
    const stayed = one.all();
    leaving.abort(new Error('left'));
    await assert.rejects(left, /left/);
    assert.equal((await stayed).size, 2);
  });

  it('has words for all that it does not know', () => {
    const unknown = { status: 'unknown', commit: null, at: null, isBeforeMerge: null, place: null } as const;
    assert.equal(followedWords({ ...unknown, reason: 'force-pushed' }), 'unknown (force-pushed away)');
    assert.equal(followedWords({ ...unknown, reason: 'no-clone' }), null);
    const reasons = [
      'no-lines',
      'no-clone',
      'commit-gone',
      'force-pushed',
      'shallow',
      'binary',
      'too-large',
    ] as const;
    const all = [...reasons, 'offline', 'not-pulled', 'base', 'ambiguous'] as const;
    const said = new Set(all.map((reason) => followedSentence({ ...unknown, reason })));
    assert.equal(said.size, all.length);
    const place = { path: 'a.ts', line: 1 };
    const still = { ...unknown, status: 'unchanged', place } as const;
    assert.match(followedSentence({ ...still, reason: 'base' }), /only the base branch did/);
    assert.match(
      followedSentence({ ...still, reason: 'shallow' }),
      /before the merge; what came after is not known/,
    );
    const changed = { ...still, status: 'changed', reason: 'force-pushed' } as const;
    assert.equal(followedWords(changed), 'addressed (force-pushed)');
    const later = {
      ...changed,
      commit: 'abcdef0123',
      at: '2026-01-01T00:00:00Z',
      isBeforeMerge: false,
    } as const;
    assert.equal(followedWords({ ...later, reason: null }), 'changed in abcdef0 after the merge');
  });
});
