import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Drafts } from '../../../src/journal/drafts/drafts.ts';
import { eraseInFile } from '../../../src/journal/eraseLines.ts';
import type { MoveFiles } from '../../../src/journal/folders/copyTree.ts';
import { copyData, holdsData, leaveData } from '../../../src/journal/folders/moveData.ts';
import { createSpace, listSpaces } from '../../../src/journal/folders/spaces.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { CairnError } from '../../../src/model/errors.ts';
import { failure, told } from './disk.ts';
import { draft } from './drafts/draft.ts';
import { journalFiles, line, putFile, tagged } from './support.ts';

/** Every so many calls fail; `CAIRN_TEST_MOVE=1` tries each, in minutes. */
const step = Number(process.env.CAIRN_TEST_MOVE ?? 5);

type Ear = Parameters<typeof told>[0];
const listening = (ear: Ear) => told(ear) as MoveFiles;

describe('another data folder', () => {
  let root: string;
  let from: string;
  let to: string;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-move-'));
    from = path.join(root, 'old');
    to = path.join(root, 'new');
  });
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  const open = (folder: string) => Journal.open(folder, { author: () => 'ann' });
  const say = async (folder: string, feedback: string) => (await open(folder)).append([tagged(feedback)]);
  const said = async (folder: string) =>
    (await (await open(folder)).read()).map(({ payload }) => ('feedback' in payload ? payload.feedback : ''));

  /** A shared space, one's own, and what belongs to them. */
  async function fill(): Promise<void> {
    await createSpace(from, 'Ours');
    const [ours, personal] = ['ours', 'personal'].map((slug) => path.join(from, 'spaces', slug)) as [
      string,
      string,
    ];
    await say(ours, 'f1');
    putFile(ours, '2026-01.jsonl', line({ id: 'o1', author: 'bea' }).repeat(1));
    fs.mkdirSync(path.join(ours, '.git', 'objects', 'ab'), { recursive: true });
    fs.writeFileSync(path.join(ours, '.git', 'config'), '[remote "origin"]\n\turl = /srv/space.git\n');
    fs.writeFileSync(path.join(ours, '.git', 'objects', 'ab', 'cd'), Buffer.alloc(1_500_000, 7), {
      mode: 0o444,
    });
    await say(personal, 'f2');
    await say(path.join(from, 'private', 'personal'), 'p1');
    fs.mkdirSync(path.join(from, 'backups', 'personal'), { recursive: true });
    fs.writeFileSync(path.join(from, 'backups', 'personal', '2026-11-01.json'), '{}');
    const drafts = await Drafts.open(path.join(from, 'drafts', 'personal'));
    await drafts.put(draft('d1'));
    await drafts.put(draft('d2'));
    fs.mkdirSync(path.join(from, 'snapshots'));
    fs.writeFileSync(path.join(from, 'snapshots', 'personal.json'), '{}');
  }

  /** Every file with its content, without what belongs to one place. */
  function content(data: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const kind of ['spaces', 'private', 'backups', 'drafts']) {
      const folder = path.join(data, kind);
      if (!fs.existsSync(folder)) continue;
      for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        const file = path.join(folder, name);
        if (!fs.lstatSync(file).isFile() || path.basename(name) === '.moved-from') continue;
        found.set(`${kind}/${name}`, fs.readFileSync(file, 'latin1'));
      }
    }
    return found;
  }

  it('takes everything along, as it was, and leaves nothing behind', async () => {
    await fill();
    const before = content(from);
    assert.ok(before.size >= 8);
    const report = await copyData(from, to);
    assert.deepEqual(report, { moved: ['ours', 'personal'], kept: [], left: [] });
    assert.deepEqual(content(to), before);
    assert.deepEqual(content(from), before);
    assert.deepEqual(await leaveData(from, to), { moved: ['ours', 'personal'], kept: [], left: [] });
    assert.deepEqual(content(to), before);
    assert.equal(await holdsData(from), false);
    assert.deepEqual(fs.readdirSync(from), ['snapshots']);
    assert.deepEqual(fs.readdirSync(path.join(from, 'snapshots')), []);
    const [ours] = await listSpaces(to);
    assert.deepEqual([ours?.name, ours?.remote], ['Ours', '/srv/space.git']);
  });

  it('leaves a space that is in both folders in both, with all that belongs to it', async () => {
    await fill();
    await say(path.join(to, 'spaces', 'personal'), 'other');
    const [old, fresh] = [content(from), content(to)];
    for (const move of [copyData, leaveData]) {
      const report = await move(from, to);
      assert.deepEqual([report.moved, report.kept], [['ours'], ['personal']]);
    }
    const isMine = (name: string) => /^\w+\/personal/.test(name);
    assert.deepEqual(content(from), new Map([...old].filter(([name]) => isMine(name))));
    for (const [name, text] of fresh) assert.equal(content(to).get(name), text);
    assert.equal(content(to).has('private/personal'), false);
    assert.ok(fs.existsSync(path.join(from, 'private', 'personal', 'journal')));
    assert.ok(fs.existsSync(path.join(from, 'snapshots', 'personal.json')));
  });

  for (const lasts of ['once', 'from then on'] as const) {
    it(`loses nothing when any call fails ${lasts}, and ends well the next time`, async function () {
      this.timeout(120_000);
      const space = path.join(from, 'spaces', 'personal');
      await say(space, 'f1');
      await say(path.join(from, 'private', 'personal'), 'p1');
      await (await Drafts.open(path.join(from, 'drafts', 'personal'))).put(draft('d1'));
      const model = path.join(root, 'model');
      fs.cpSync(from, model, { recursive: true });
      const before = content(from);
      for (let failsAt = lasts === 'once' ? 0 : 2, isThrough = false; !isThrough; failsAt += step) {
        for (const folder of [from, to]) fs.rmSync(folder, { recursive: true, force: true });
        fs.cpSync(model, from, { recursive: true });
        let calls = 0;
        const files = listening({
          before: () => {
            const call = calls++;
            if (lasts === 'once' ? call === failsAt : call >= failsAt) throw failure('EIO');
          },
        });
        const end = await copyData(from, to, { files })
          .then(() => leaveData(from, to, { files }))
          .catch((error: unknown) => error);
        assert.ok(!(end instanceof Error) || end instanceof CairnError, String(end));
        const both = [content(from), content(to)];
        for (const [name, text] of before) {
          assert.ok(
            both.some((place) => place.get(name) === text),
            `${name} after failure ${failsAt}`,
          );
        }
        await copyData(from, to);
        await leaveData(from, to);
        assert.deepEqual(content(to), before, `after failure ${failsAt}`);
        assert.equal(await holdsData(from), false, `after failure ${failsAt}`);
        isThrough = calls <= failsAt;
      }
    });
  }

  it('takes no copy that reads otherwise for one', async () => {
    await fill();
    const before = content(from);
    let isSpoiled = false;
    const files = listening({
      after: (call, file) => {
        if (call !== 'sync' || isSpoiled || !file.endsWith('.jsonl')) return;
        isSpoiled = true;
        const handle = fs.openSync(file, 'r+');
        fs.writeSync(handle, 'X', 10);
        fs.closeSync(handle);
      },
    });
    await assert.rejects(copyData(from, to, { files }), { code: 'journal-unwritable' });
    assert.ok(isSpoiled);
    assert.deepEqual(content(from), before);
    await copyData(from, to);
    assert.deepEqual(content(to), before);
  });

  it('brings along what a window that slept still writes to the old folder, also after it was left', async () => {
    await fill();
    const old = path.join(from, 'spaces', 'personal');
    const fresh = path.join(to, 'spaces', 'personal');
    await copyData(from, to);
    await say(old, 'late');
    await say(fresh, 'here');
    await leaveData(from, to);
    assert.deepEqual((await said(fresh)).sort(), ['f2', 'here', 'late']);
    await say(old, 'later');
    await say(path.join(from, 'private', 'personal'), 'p2');
    await leaveData(from, to);
    assert.deepEqual((await said(fresh)).sort(), ['f2', 'here', 'late', 'later']);
    assert.deepEqual((await said(path.join(to, 'private', 'personal'))).sort(), ['p1', 'p2']);
    assert.equal(await holdsData(from), false);
  });

  it('does not bring back what was erased in the new folder', async () => {
    await fill();
    await copyData(from, to);
    const [file] = journalFiles(path.join(to, 'spaces', 'personal'));
    assert.equal(await eraseInFile(fs.promises, file!.file, () => true), 1);
    const erased = fs.readFileSync(file!.file, 'utf8');
    await leaveData(from, to);
    assert.equal(fs.readFileSync(file!.file, 'utf8'), erased);
    assert.doesNotMatch(erased, /f2/);
  });

  it('brings no draft back that was sent in the new folder, and all that were written in the old one since', async () => {
    await fill();
    const [old, fresh] = [from, to].map((data) => path.join(data, 'drafts', 'personal')) as [string, string];
    const long = new Date(Date.now() - 60_000);
    for (const name of ['d1', 'd2']) fs.utimesSync(path.join(old, `${name}.json`), long, long);
    await copyData(from, to);
    await (await Drafts.open(fresh)).remove('d1');
    await (await Drafts.open(old)).put(draft('late'));
    await leaveData(from, to);
    const ids = async (folder: string) => (await (await Drafts.open(folder)).list()).map(({ id }) => id);
    assert.deepEqual((await ids(fresh)).sort(), ['d2', 'late']);
    assert.equal(fs.existsSync(old), false);
  });

  it('loses no act that is acknowledged while it goes on', async () => {
    await fill();
    const journal = await open(path.join(from, 'spaces', 'personal'));
    const acknowledged: string[] = ['f2'];
    let isOver = false;
    const writing = (async () => {
      for (let i = 0; !isOver; i++) {
        await journal.append([tagged(`while-${i}`)]).then(
          () => acknowledged.push(`while-${i}`),
          () => {},
        );
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    for (const move of [copyData, leaveData, leaveData]) {
      await move(from, to);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    isOver = true;
    await writing;
    await leaveData(from, to);
    assert.ok(acknowledged.length > 3);
    const found = new Set(await said(path.join(to, 'spaces', 'personal')));
    assert.deepEqual(
      acknowledged.filter((name) => !found.has(name)),
      [],
    );
  });

  it('removes no file to which somebody is just writing', async () => {
    await fill();
    await copyData(from, to);
    const space = path.join(from, 'spaces', 'personal');
    const isWaiting = () =>
      fs.lstatSync(path.join(space, '.lock.wait'), { throwIfNoEntry: false }) !== undefined;
    /** Lets the append go on that has opened its file. */
    let opened: (() => void) | undefined;
    const open: typeof fs.promises.open = async (file, ...rest) => {
      const handle = await fs.promises.open(file, ...rest);
      if (String(file).endsWith('.jsonl')) {
        await new Promise<void>((resolve) => {
          opened = resolve;
        });
      }
      return handle;
    };
    let writing: Promise<boolean> | undefined;
    const unlink = async (file: fs.PathLike) => {
      const name = path.relative(space, String(file));
      if (name === '.writer-id' && !writing) {
        const journal = await Journal.open(space, { author: () => 'ann', files: { ...fs.promises, open } });
        writing = journal.append([tagged('in between')]).then(
          () => true,
          () => false,
        );
        while (!opened && !isWaiting()) await new Promise((resolve) => setTimeout(resolve, 1));
      }
      if (name.endsWith('.jsonl') && opened) {
        opened();
        await writing;
      }
      await fs.promises.unlink(file);
    };
    await leaveData(from, to, { files: { ...fs.promises, unlink } });
    // Acknowledged or refused, but never acknowledged and gone.
    for (let isOver = false; !isOver; ) {
      opened?.();
      isOver = await Promise.race([
        writing!.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5)),
      ]);
    }
    const isAcknowledged = await writing;
    await leaveData(from, to);
    const found = await said(path.join(to, 'spaces', 'personal'));
    assert.equal(found.includes('in between'), isAcknowledged);
  });

  it('removes no file that has changed since it was read', async () => {
    await fill();
    await copyData(from, to);
    const [old] = journalFiles(path.join(from, 'spaces', 'personal'));
    let hasChanged = false;
    const open: typeof fs.promises.open = async (file, ...rest) => {
      if (String(file).startsWith(to) && String(file).endsWith(path.basename(old!.file)) && !hasChanged) {
        if (String(file).includes(path.join('spaces', 'personal'))) {
          hasChanged = true;
          fs.appendFileSync(old!.file, line({ id: 'late' }));
        }
      }
      return fs.promises.open(file, ...rest);
    };
    const { left } = await leaveData(from, to, { files: { ...fs.promises, open } });
    assert.ok(hasChanged);
    assert.deepEqual(left, [old!.file]);
    assert.ok(fs.readFileSync(old!.file, 'utf8').includes('"late"'));
    await leaveData(from, to);
    assert.equal(await holdsData(from), false);
    assert.ok([...content(to).values()].some((text) => text.includes('"late"')));
  });

  it('follows no link, and says which one it left', async () => {
    await fill();
    fs.writeFileSync(path.join(root, 'secret.txt'), 'secret');
    const link = path.join(from, 'spaces', 'ours', 'journal', 'link.jsonl');
    fs.symlinkSync(path.join(root, 'secret.txt'), link);
    fs.symlinkSync(root, path.join(from, 'spaces', 'outside'));
    assert.deepEqual((await copyData(from, to)).left, [link]);
    assert.deepEqual((await leaveData(from, to)).left, [link]);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.ok([...content(to).values()].every((text) => text !== 'secret'));
    assert.equal(fs.existsSync(path.join(to, 'spaces', 'outside')), false);
    assert.equal(fs.readFileSync(path.join(root, 'secret.txt'), 'utf8'), 'secret');
  });

  it('refuses a folder among the spaces of the other, and the same one', async () => {
    await fill();
    const before = content(from);
    fs.symlinkSync(from, path.join(root, 'alias'));
    for (const bad of [
      from,
      path.join(from, 'spaces', 'x'),
      path.join(from, 'private'),
      path.join(root, 'alias'),
    ]) {
      await assert.rejects(copyData(from, bad), { code: 'bad-data-folder' }, bad);
      await assert.rejects(leaveData(from, bad), { code: 'bad-data-folder' }, bad);
    }
    fs.rmSync(path.join(from, 'spaces', 'x'), { recursive: true, force: true });
    assert.deepEqual(content(from), before);
    const inside = path.join(from, 'cairn');
    await copyData(from, inside);
    await leaveData(from, inside);
    assert.deepEqual(content(inside), before);
  });

  it('can be stopped, and is then as if it had not begun', async () => {
    await fill();
    const before = content(from);
    const stop = new AbortController();
    const onProgress = (done: number) => done === 1 && stop.abort();
    await assert.rejects(copyData(from, to, { signal: stop.signal, onProgress: onProgress as never }), {
      code: 'cancelled',
    });
    assert.deepEqual(content(from), before);
  });

  it('waits for whoever writes or syncs', async () => {
    await fill();
    const calls: string[] = [];
    await copyData(from, to, {
      whileNotSynced: async (space, work) => {
        calls.push(path.basename(space));
        return work();
      },
    });
    assert.deepEqual(calls, ['ours', 'personal']);
  });
});
