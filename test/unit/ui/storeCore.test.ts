import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../src/github/cache.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { Space } from '../../../src/journal/space.ts';
import type { PullRequestRecord } from '../../../src/model/pullRequest.ts';
import type { Change } from '../../../src/ui/store.ts';
import { StoreCore } from '../../../src/ui/storeCore.ts';

const record = (number: number, body: string): PullRequestRecord => ({
  schema: 1,
  host: 'github.com',
  repository: 'harbour/beacon',
  isPrivate: true,
  number,
  nodeId: `P${number}`,
  title: `Change ${number}`,
  url: `https://github.com/harbour/beacon/pull/${number}`,
  author: { login: 'Ada', isBot: false },
  state: 'OPEN',
  createdAt: '2026-03-01T00:00:00Z',
  updatedAt: '2026-03-02T00:00:00Z',
  headSha: null,
  baseSha: null,
  threads: [],
  reviews: [],
  conversation: [
    {
      nodeId: `C${number}`,
      databaseId: `${number}00`,
      author: { login: 'ines', isBot: false },
      body,
      url: `https://github.com/harbour/beacon/pull/${number}#issuecomment-${number}00`,
      createdAt: '2026-03-02T00:00:00Z',
      updatedAt: '2026-03-02T00:00:00Z',
      isMinimized: false,
    },
  ],
});
const goal = (id: string) => ({
  type: 'goal.created' as const,
  payload: { goal: id, title: id, category: null, origin: 'mentee' as const, targetDate: null },
});
const id = (number: number) => `github.com/conversation/${number}00`;

describe('StoreCore', () => {
  let folder: string;
  const open: StoreCore[] = [];

  /** A window: its own journal object and cache over the same files. */
  async function window(name = 'ada'): Promise<StoreCore> {
    const space = await Space.open({
      folder: join(folder, 'space'),
      privateFolder: join(folder, 'private'),
      author: () => name,
    });
    const cache = new Cache(join(folder, 'cache'));
    const core = await StoreCore.open({
      space,
      cache,
      login: 'ada',
      menteeSetting: null,
      host: 'github.com',
    });
    open.push(core);
    return core;
  }
  async function until(isSo: () => boolean): Promise<void> {
    for (let left = 200; left > 0 && !isSo(); left--) await new Promise((done) => setTimeout(done, 50));
    assert.ok(isSo(), 'it did not come');
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-core-'));
    await new Cache(join(folder, 'cache')).save([record(1, 'praise: well named'), record(2, 'hm')]);
  });
  afterEach(async () => {
    for (const core of open.splice(0)) core.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows another window’s acts, each once', async () => {
    const [one, other] = [await window(), await window()];
    await one.space.perform([
      goal('G'),
      { type: 'feedback.tagged', payload: { feedback: id(1), tag: 'keep' } },
    ]);
    await one.space.perform([{ type: 'feedback.linked', payload: { feedback: id(1), goal: 'G' } }]);
    await until(() => other.goals[0]?.counts.keep === 1);
    assert.deepEqual(other.goals, one.goals);
    assert.deepEqual(other.feedback, one.feedback);
  });

  it('shows annotations, and ratings on the feedback that they are about, of whichever window', async () => {
    const [one, other] = [await window(), await window()];
    const seen: Change[] = [];
    one.onChange((change) => seen.push(change));
    const anchor = {
      ...{ path: 'a.ts', repository: null, side: 'RIGHT' as const, commit: null, startLine: 1, endLine: 1 },
      ...{ code: 'a', before: '', after: '' },
    };
    const note = { body: 'private words', anchor, number: null, feedback: null, tag: null };
    await one.space.perform([{ type: 'annotation.added', payload: { annotation: 'n', ...note } }], {
      isPrivate: true,
    });
    const rated = (isHelpful: boolean) => ({
      type: 'feedback.rated' as const,
      payload: { rating: 'r', feedback: id(1), isHelpful, note: 'private thoughts' },
    });
    await one.space.perform([rated(true)], { isPrivate: true });
    assert.deepEqual(
      seen.map(({ feedback, annotations }) => [feedback === 'all' ? feedback : [...feedback], annotations]),
      [
        [[], true],
        [[id(1)], false],
      ],
      'nothing else was drawn anew',
    );
    assert.equal(one.byId.get(id(1))?.rating?.isHelpful, true);
    assert.doesNotMatch(JSON.stringify(one.openState()), /private (words|thoughts)/);
    await until(() => other.byId.get(id(1))?.rating?.isSent === false);
    assert.deepEqual(other.annotations, one.annotations);
    await other.space.setPrivate('r', false);
    await until(() => one.byId.get(id(1))?.rating?.isSent === true);
    await one.space.setPrivate('n', false);
    assert.match(JSON.stringify(one.openState()), /private words.*/);
    assert.match(JSON.stringify(one.openState().feedback), /private thoughts/);
    await one.space.perform([rated(false)]);
    assert.equal(one.byId.get(id(1))?.rating?.isHelpful, false);
    assert.deepEqual(one.ratings, [], 'their own');
  });

  it('shows sessions, pairings and steps, and what a session’s text has made as long as it stands there', async () => {
    const [one, other] = [await window(), await window()];
    const seen: Change[] = [];
    one.onChange((change) => seen.push(change));
    const session = {
      ...{ session: 's', kind: 'check-in' as const, people: ['ada'], date: '2026-11-22', heldAt: null },
      ...{ minutes: null, goals: [], link: null, pairing: null },
    };
    const text = '| Topic | Insight | Next action |\n| --- | --- | --- |\n| outbox | cheap | ask |\n';
    const promise = { text: 'ask', owner: null, dueDate: null, goal: null, session: 's' };
    const praise = {
      author: 'ines',
      body: 'well named',
      url: null,
      saidAt: '2026-11-22T10:00:00Z',
      session: 's',
    };
    const withdrawn = (record: string) => ({
      type: 'record.withdrawn' as const,
      payload: { record, isWithdrawn: true },
    });
    await one.space.perform([
      { type: 'session.logged', payload: session },
      { type: 'session.written', payload: { session: 's', text } },
    ]);
    await one.space.perform([{ type: 'action.added', payload: { action: 'a', ...promise } }]);
    await one.space.perform([{ type: 'feedback.entered', payload: { feedback: 'f', ...praise } }]);
    await one.space.perform([{ type: 'feedback.tagged', payload: { feedback: 'f', tag: 'keep' } }]);
    assert.deepEqual(
      seen.map(({ feedback, goals, annotations, sessions }) => [
        feedback === 'all' ? feedback : [...feedback],
        ...[goals, annotations, sessions],
      ]),
      [
        [[], false, false, true],
        [[], true, false, false],
        ['all', true, true, true],
        [['f'], true, false, false],
      ],
    );
    assert.equal(one.sessions[0]?.entries[0]?.topic, 'outbox');
    assert.deepEqual([one.actions[0]?.sessionId, one.byId.get('f')?.tag], ['s', 'keep']);
    await one.space.perform([withdrawn('a'), withdrawn('f')]);
    assert.deepEqual([one.actions, one.byId.has('f')], [[], false]);
    const step = {
      scaffold: 'c',
      goal: null,
      part: 'deploys',
      step: 'solo' as const,
      session: 's',
      url: null,
    };
    await one.space.perform([
      { type: 'scaffold.reached', payload: { ...step, reachedAt: '2026-11-22T10:00:00Z' } },
    ]);
    await until(() => other.scaffolds.length === 1);
    assert.deepEqual([other.sessions, other.scaffolds, other.actions], [one.sessions, one.scaffolds, []]);
    assert.equal(one.openState().sessions.length, 1);
    await one.space.setPrivate('s', true);
    const open = one.openState();
    assert.deepEqual([open.sessions, open.scaffolds[0]?.steps[0]?.sessionId], [[], null]);
    assert.equal(one.sessions[0]?.isPrivate, true);
  });

  it('shows what another window has pulled', async () => {
    const core = await window();
    await new Cache(join(folder, 'cache')).save([record(3, 'new'), record(2, 'hm, edited')]);
    const seen: unknown[] = [];
    core.onChange((change) => seen.push(change));
    await core.refresh();
    assert.equal(core.byId.get(id(3))?.body, 'new');
    assert.equal(core.byId.get(id(2))?.body, 'hm, edited');
    assert.equal(seen.length, 1);
    await core.refresh();
    assert.equal(seen.length, 1);
  });

  it('undoes what this clone wrote, whoever was signed in by then', async () => {
    await (await window('os-user')).space.perform([goal('before')]);
    const core = await window('ada');
    assert.deepEqual(
      core.goals.map((one) => one.id),
      ['before'],
    );
    assert.equal(await core.space.undo(), true);
    assert.deepEqual(core.goals, []);
    assert.equal(await core.space.undo(), false);
  });

  it('does not undo what another person wrote', async () => {
    const core = await window();
    await core.space.perform([goal('mine')]);
    const [own] = await readdir(join(folder, 'space', 'journal'));
    const theirs = join(folder, 'elsewhere');
    const other = await Journal.open(theirs, { author: () => 'ada' });
    const [event] = await other.append([goal('theirs')]);
    const stranger = join(folder, 'space', 'journal', 'abcdefghjkmnpqrs');
    assert.notEqual(own, 'abcdefghjkmnpqrs');
    await mkdir(stranger);
    await appendFile(join(stranger, '2026-03.jsonl'), `${JSON.stringify(event)}\n`);
    await until(() => core.goals.length === 2);
    assert.equal(await core.space.undo(), true);
    assert.equal(await core.space.undo(), false);
    assert.deepEqual(
      core.goals.map((one) => one.id),
      ['theirs'],
    );
  });

  it('keeps views’ objects, so that a tag is seen where a piece is held', async () => {
    const core = await window();
    const held = core.byId.get(id(1));
    await core.space.perform([{ type: 'feedback.tagged', payload: { feedback: id(1), tag: 'start' } }]);
    assert.equal(held?.tag, 'start');
    core.takeIn([record(3, 'new')]);
    assert.equal(core.byId.get(id(1)), held);
    assert.equal(held?.suggestedTag, 'keep');
  });

  it('suggests what the user’s own tags have taught, a while after the last of them', async () => {
    const says = 'Bosun says: fender out.';
    const numbers = Array.from({ length: 60 }, (_, at) => at + 10);
    await new Cache(join(folder, 'cache')).save(numbers.map((number) => record(number, says)));
    const core = await window();
    const left = core.byId.get(id(69));
    assert.notEqual(left?.suggestedTag, 'keep');
    const changes: (ReadonlySet<string> | 'all')[] = [];
    core.onChange(({ feedback }) => changes.push(feedback));
    const tagged = numbers.filter((number) => number < 69);
    await core.space.perform(
      tagged.map((number) => ({ type: 'feedback.tagged', payload: { feedback: id(number), tag: 'keep' } })),
    );
    await until(() => left?.suggestedTag === 'keep');
    assert.match(core.reasonFor(left!) ?? '', /bosun|says|fender|out/i);
    const last = changes.at(-1);
    assert.ok(
      last instanceof Set && last.has(id(69)) && !last.has(id(10)),
      'only rows that change are drawn',
    );
    const again = await window();
    assert.equal(again.byId.get(id(69))?.suggestedTag, 'keep', 'and at once where it is opened again');
  });
});
