import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type Draft, type DraftProblem, Drafts } from '../../../../src/journal/drafts/drafts.ts';
import { CairnError } from '../../../../src/model/errors.ts';
import { failure, told } from '../disk.ts';
import { anchor, draft } from './draft.ts';

const change = (drafts: Drafts) =>
  new Promise<void>((resolve) => {
    const listener = drafts.onChange(() => {
      listener.dispose();
      resolve();
    });
  });

describe('drafts', () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-drafts-'));
    folder = path.join(root, 'drafts', 'personal');
  });
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));
  const read = async () => (await Drafts.open(folder)).list();

  it('come back as they were, the oldest first, also in another process', async () => {
    const drafts = await Drafts.open(folder);
    assert.deepEqual(await drafts.list(), []);
    assert.equal(fs.existsSync(folder), false, 'the folder is made with the first draft');
    const attempt: Draft['attempt'] = {
      ...{ repository: 'x/y', number: 3, at: '2026-02-03T04:05:06.000Z', how: 'pending', reviewId: 'R1' },
    };
    const late = draft('late', { updatedAt: '2026-03-01T00:00:00.000Z', body: 'a\n\u{1f642} "b"', attempt });
    await drafts.put(late);
    await drafts.put(draft('early'));
    assert.deepEqual(await read(), [draft('early'), late]);
    const script = `import { Drafts } from ${JSON.stringify(path.resolve('src/journal/drafts/drafts.ts'))};
      console.log(JSON.stringify(await (await Drafts.open(${JSON.stringify(folder)})).list()));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(said), [draft('early'), late]);
  });

  it('are replaced and removed, in the order in which that was asked for', async () => {
    const drafts = await Drafts.open(folder);
    const bodies = Array.from({ length: 20 }, (_, i) => `body ${i}`);
    await Promise.all(bodies.map((body) => drafts.put(draft('d', { body }))));
    assert.deepEqual(await read(), [draft('d', { body: 'body 19' })]);
    await Promise.all([drafts.put(draft('d', { body: 'last' })), drafts.remove('d')]);
    assert.deepEqual(await read(), []);
    await drafts.remove('d');
    await drafts.remove('../../x');
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('keep whatever was typed, however long or odd', async () => {
    const drafts = await Drafts.open(folder);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (body) => {
        await drafts.put(draft('d', { body }));
        assert.deepEqual(await read(), [draft('d', { body })]);
      }),
      { numRuns: 30 },
    );
    const body = '\u0000\u{1f642}'.repeat(300_000);
    await drafts.put(draft('d', { body }));
    assert.equal((await read())[0]?.body, body);
    for (const bad of [{ id: '../x' }, { id: '' }, { body: 'x'.repeat(1_000_001) }, { kind: 'x' as 'note' }])
      await assert.rejects(drafts.put({ ...draft('d'), ...bad }), { code: 'invalid-argument' });
  });

  it('are whole wherever the disk fails or the process ends while one is written', async () => {
    const old = draft('d', { body: 'old' });
    for (let failsAt = 0, isThrough = false; !isThrough; failsAt++) {
      for (const isCrash of [false, true]) {
        fs.rmSync(root, { recursive: true, force: true });
        await (await Drafts.open(folder)).put(old);
        let calls = 0;
        const files = told({
          before: () => {
            const call = calls++;
            if (isCrash ? call >= failsAt : call === failsAt) throw failure('ENOSPC');
          },
        });
        const end = await Drafts.open(folder, { files })
          .then((drafts) => drafts.put(draft('d', { body: 'new' })))
          .catch((error: unknown) => error);
        const [found, ...others] = await read();
        const where = `call ${failsAt}, ${isCrash ? 'crash' : 'failure'}`;
        assert.equal(others.length, 0, where);
        assert.ok(end === undefined || end instanceof CairnError, `${where}: ${String(end)}`);
        // What was acknowledged is there; what was not is the old one, or already the new one.
        if (end === undefined) assert.equal(found?.body, 'new', where);
        else assert.ok(found?.body === 'old' || found?.body === 'new', where);
        isThrough = calls <= failsAt;
      }
    }
  });

  it('leave nothing of a crash behind for ever, nor remove what is just being written', async () => {
    await (await Drafts.open(folder)).put(draft('d'));
    for (const [name, age] of [
      ['.d.1-0.new', 7_200_000],
      ['.d.2-0.new', 1000],
    ] as const) {
      const file = path.join(folder, name);
      fs.writeFileSync(file, '{"id":');
      const at = new Date(Date.now() - age);
      fs.utimesSync(file, at, at);
    }
    await read();
    assert.deepEqual(fs.readdirSync(folder).sort(), ['.d.2-0.new', 'd.json']);
  });

  it('lead out of no folder', async () => {
    fs.mkdirSync(folder, { recursive: true });
    const place = { uri: '', anchor: { ...anchor, path: '../../.ssh/config', endLine: 1 } };
    fs.writeFileSync(path.join(folder, 'far.json'), JSON.stringify(draft('far', { place })));
    const [far] = await (await Drafts.open(folder)).list();
    assert.deepEqual([far?.place.anchor.path, far?.place.anchor.endLine, far?.body], ['', 7, 'draft far']);
  });

  it('are checked: what is none is told of once and left where it is', async () => {
    const secret = path.join(root, 'secret.json');
    fs.writeFileSync(secret, JSON.stringify(draft('link')));
    fs.mkdirSync(folder, { recursive: true });
    fs.symlinkSync(secret, path.join(folder, 'link.json'));
    fs.mkdirSync(path.join(folder, 'folder.json'));
    const put = (name: string, text: string | Buffer) => fs.writeFileSync(path.join(folder, name), text);
    put('good.json', JSON.stringify({ ...draft('good'), extra: { deep: 1 } }));
    put('cut.json', JSON.stringify(draft('cut')).slice(0, -9));
    put('other.json', JSON.stringify(draft('another')));
    put('bytes.json', Buffer.from([0xff, 0xfe, 0x7b]));
    put('null.json', 'null');
    put('long.json', JSON.stringify(draft('long', { body: 'x'.repeat(1_000_001) })));
    put('huge.json', Buffer.alloc(9 * 1024 * 1024, 32));
    put(
      'lines.json',
      JSON.stringify(draft('lines', { place: { uri: '', anchor: { ...anchor, endLine: 1e9 } } })),
    );
    put('proto.json', `{"__proto__":{"polluted":1},${JSON.stringify(draft('proto')).slice(1)}`);
    for (const name of ['notes.txt', '.hidden.json', 'sp ace.json', '.moved-from']) put(name, '{');
    const problems: DraftProblem[] = [];
    const drafts = await Drafts.open(folder, { onProblem: (problem) => problems.push(problem) });
    const before = fs.readdirSync(folder).sort();
    assert.deepEqual((await drafts.list()).map(({ id }) => id).sort(), ['good', 'proto']);
    await drafts.list();
    assert.deepEqual(
      problems.map(({ file }) => path.basename(file)).sort(),
      ['bytes', 'cut', 'folder', 'huge', 'lines', 'link', 'long', 'null', 'other'].map(
        (name) => `${name}.json`,
      ),
    );
    assert.ok(problems.every(({ message }) => /^[A-Z].*\.$/s.test(message)));
    assert.deepEqual(fs.readdirSync(folder).sort(), before);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    assert.ok(!('extra' in (await drafts.list())[0]!));
  });

  it('are read up to a bound, the newest first', async () => {
    fs.mkdirSync(folder, { recursive: true });
    for (let i = 0; i < 520; i++) {
      const file = path.join(folder, `d${i}.json`);
      fs.writeFileSync(file, JSON.stringify(draft(`d${i}`)));
      const at = new Date(Date.now() - 1_000_000 + i * 1000);
      fs.utimesSync(file, at, at);
    }
    const problems: DraftProblem[] = [];
    const drafts = await Drafts.open(folder, { onProblem: (problem) => problems.push(problem) });
    const ids = new Set((await drafts.list()).map(({ id }) => id));
    assert.deepEqual([ids.size, ids.has('d519'), ids.has('d0'), problems.length], [500, true, false, 1]);
  });

  it('tell of what another window does to them, also to the first one of all', async () => {
    const [one, other] = [await Drafts.open(folder), await Drafts.open(folder)];
    let told = change(one);
    await other.put(draft('d'));
    await told;
    assert.deepEqual(await one.list(), [draft('d')]);
    told = change(one);
    await other.put(draft('d', { body: 'more' }));
    await told;
    assert.equal((await one.list())[0]?.body, 'more');
    told = change(one);
    await other.remove('d');
    await told;
    assert.deepEqual(await one.list(), []);
    told = change(one);
    await one.put(draft('own'));
    await told;
    other.dispose();
    one.dispose();
  }).timeout(40_000);

  it('say what to do where the folder is none', async () => {
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    fs.writeFileSync(folder, '');
    await assert.rejects(Drafts.open(folder), { code: 'journal-unwritable' });
  });
});
