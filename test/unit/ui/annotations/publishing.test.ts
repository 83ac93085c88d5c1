import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Publisher } from '../../../../src/github/publishing/index.ts';
import { type Draft, Drafts } from '../../../../src/journal/drafts/drafts.ts';
import { Space } from '../../../../src/journal/space.ts';
import { annotationsOf } from '../../../../src/model/annotationsOf.ts';
import type { Anchor } from '../../../../src/model/events.ts';
import type { Questions } from '../../../../src/ui/annotations/attempt.ts';
import { added } from '../../../../src/ui/annotations/publishedNotes.ts';
import { Publishing } from '../../../../src/ui/annotations/publishing.ts';
import { codeOf, Harbour, key } from '../../github/publishing/support.ts';

const anchor: Anchor = {
  ...{ path: 'src/signal.ts', repository: key.repository, side: 'RIGHT', commit: null },
  ...{ startLine: 5, endLine: 5, code: 'line 5, changed', before: '', after: '' },
};
const draftOf = (id: string, body: string, more: Partial<Draft> = {}): Draft => ({
  ...{ id, body, updatedAt: new Date().toISOString(), place: { uri: 'file:///a', anchor }, kind: 'publish' },
  ...{ annotation: null, thread: null, attempt: null },
  ...more,
});
const nobody = () => {
  throw new Error('Nobody is to be asked');
};
const questions: Questions = { which: nobody, pending: nobody };

describe('publishing', () => {
  let folder: string;
  let harbour: Harbour;
  const open: { dispose(): void }[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-publishing-'));
    harbour = await Harbour.open();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) one.dispose();
    await harbour.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What a window shows of a space of this machine. */
  async function shown(name = 'one') {
    const space = await Space.open({
      folder: join(folder, name),
      privateFolder: join(folder, 'private', name),
      author: () => 'mira',
    });
    return { space, drafts: await Drafts.open(join(folder, 'drafts', name)) };
  }

  async function window(name = 'one', publisher: Publisher = harbour.as('mira')) {
    let now = await shown(name);
    const publishing = new Publishing({
      store: {
        get space() {
          return now.space;
        },
        get annotations() {
          return annotationsOf(now.space.records);
        },
        events: () => now.space.events(),
        perform: (events, options) => now.space.perform(events, options),
      },
      drafts: async () => now.drafts,
      publisher: async () => publisher,
      targets: async () => [{ pullRequest: key, title: 'One', branch: 'one', anchor, isInDiff: true }],
      onChange: () => {},
      onFailure: () => {},
    });
    open.push(publishing);
    return {
      publishing,
      drafts: () => now.drafts,
      notes: async () => {
        await now.space.events();
        return annotationsOf(now.space.records);
      },
      perform: (...given: Parameters<Space['perform']>) => now.space.perform(...given),
      async show(other: string) {
        now = await shown(other);
        publishing.resume(await now.drafts.list(), now.drafts);
      },
      async begin() {
        publishing.resume(await now.drafts.list(), now.drafts);
      },
    };
  }

  const bodies = async () => (await harbour.said('mira')).map(({ body }) => body);
  const loseAnswers = (times = 1) =>
    harbour.server.control.fail({ kind: 'reset', isStored: true, only: 'writes', times });
  async function until(isSo: () => boolean | Promise<boolean>) {
    for (let left = 200; left > 0 && !(await isSo()); left--)
      await new Promise((done) => setTimeout(done, 50));
    assert.ok(await isSo(), 'it did not come');
  }

  it('sends once what is clicked twice', async () => {
    const { publishing, notes, drafts } = await window();
    const twice = ['Why a number?', 'Why a number?'].map((body) =>
      publishing.publish(draftOf('D', body), { how: 'single' }, questions),
    );
    const [one, other] = await Promise.all(twice);
    assert.equal(one?.commentId, other?.commentId);
    assert.deepEqual(await bodies(), ['Why a number?']);
    assert.equal((await notes()).length, 1);
    assert.deepEqual(await drafts().list(), []);
  });

  it('sends a note once although a second try was begun while the answer to the first got lost', async () => {
    const { publishing, perform } = await window();
    await perform(added('N', 'Why a number?', anchor, null));
    loseAnswers();
    const of = (id: string) => draftOf(id, 'Why a number?', { annotation: 'N' });
    const first = codeOf(publishing.publish(of('D'), { how: 'single' }, questions));
    const second = codeOf(publishing.publish(of('E'), { how: 'single' }, questions));
    assert.deepEqual([await first, await second], ['answer-lost', 'answer-lost']);
    await publishing.publish(of('E'), { how: 'single' }, questions);
    assert.deepEqual(await bodies(), ['Why a number?']);
  });

  it('sends once what two windows found on the disk when they were opened', async () => {
    const attempt = {
      ...{ repository: key.repository, number: key.number, at: new Date().toISOString() },
      ...{ how: 'single' as const, reviewId: null },
    };
    const windows = [await window(), await window()];
    await windows[0]!.drafts().put(draftOf('D', 'Why a number?', { attempt }));
    for (const { begin } of windows) await begin();
    for (const { publishing } of windows) await until(() => publishing.unsent.size === 0);
    assert.deepEqual(await bodies(), ['Why a number?']);
    assert.equal((await windows[0]!.notes()).length, 1);
  });

  it('finds what another window has tried, whatever the words are by now', async () => {
    const [one, other] = [await window(), await window()];
    await one.perform(added('N', 'Why a number?', anchor, null));
    loseAnswers();
    const tried = draftOf('D', 'Why a number?', { annotation: 'N' });
    assert.equal(await codeOf(one.publishing.publish(tried, { how: 'single' }, questions)), 'answer-lost');
    one.publishing.dispose();
    const edited = draftOf('E', 'Why a number, please?', { annotation: 'N' });
    await other.publishing.publish(edited, { how: 'single' }, questions);
    assert.deepEqual(await bodies(), ['Why a number?']);
    assert.deepEqual(await other.drafts().list(), []);
  });

  it('writes into no other space what was wanted in one, and takes it up there', async () => {
    const { publishing, show, notes, drafts } = await window();
    loseAnswers();
    const draft = draftOf('D', 'Why a number?');
    assert.equal(await codeOf(publishing.publish(draft, { how: 'single' }, questions)), 'answer-lost');
    await show('two');
    assert.equal(publishing.unsent.size, 0);
    publishing.tryAgain();
    await new Promise((done) => setTimeout(done, 300));
    assert.deepEqual([await notes(), await drafts().list()], [[], []]);
    await show('one');
    await until(async () => (await notes()).length === 1);
    assert.deepEqual(await bodies(), ['Why a number?']);
  });

  it('writes nothing into the space that was switched to while it was sent', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const publisher = harbour.as('mira');
    const slow: Publisher = {
      ...publisher,
      publish: async (...given) => {
        const published = await publisher.publish(...given);
        await gate;
        return published;
      },
    };
    const { publishing, show, notes } = await window('one', slow);
    const sent = codeOf(publishing.publish(draftOf('D', 'Why a number?'), { how: 'single' }, questions));
    await until(async () => (await bodies()).length === 1);
    await show('two');
    go();
    assert.equal(await sent, 'cancelled');
    assert.deepEqual(await notes(), []);
    await show('one');
    await until(async () => (await notes())[0]?.published != null);
    assert.deepEqual(await bodies(), ['Why a number?']);
  });

  it('sends nothing that cannot be written down first, and says so', async () => {
    const { publishing, drafts } = await window();
    await drafts().put(draftOf('A', 'so that the folder is there'));
    await rm(join(folder, 'drafts', 'one'), { recursive: true });
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder, 'drafts', 'one'), 'a file is in the way');
    const draft = draftOf('D', 'Why a number?');
    assert.equal(await codeOf(publishing.publish(draft, { how: 'single' }, questions)), 'journal-unwritable');
    assert.deepEqual(await bodies(), []);
    assert.equal(publishing.unsent.get('D')?.state, 'failed');
    assert.equal(publishing.unsent.get('D')?.draft.body, 'Why a number?');
  });

  it('offers a note again whose publication did not begin before the window was closed', async () => {
    const { publishing, begin, perform, drafts } = await window();
    await perform(added('N', 'Why a number?', anchor, null));
    await drafts().put(draftOf('D', 'Why a number?', { annotation: 'N' }));
    await begin();
    assert.equal(publishing.unsentOf('N')?.state, 'failed');
    await publishing.publish(publishing.unsentOf('N')!.draft, { how: 'single' }, questions);
    assert.deepEqual(await bodies(), ['Why a number?']);
  });
});
