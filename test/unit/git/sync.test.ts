import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { joinSpace, parseRemote, remoteOf, shareSpace, syncSpace, waiting } from '../../../src/git/index.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import { bareRemote, commitRaw, gitSync, makeBare, type RawEntry } from '../../support/git/server.ts';
import {
  cloneOf,
  files,
  names,
  newFolder,
  newGit,
  newSpace,
  ownFile,
  removeFolders,
  spaceId,
  write,
  writerOf,
} from './support.ts';

describe('a shared space', () => {
  let bare: ReturnType<typeof bareRemote>;
  let made: { ann: string; ben: string; bare: string };
  const git = newGit();
  const sync = (folder: string) => syncSpace(git, cloneOf(folder));
  const head = () => gitSync(['rev-parse', 'main'], { cwd: bare.path }).trim();
  const setHead = (commit: string) => gitSync(['update-ref', 'refs/heads/main', commit], { cwd: bare.path });
  const tree = () => gitSync(['ls-tree', '-r', '--name-only', 'main'], { cwd: bare.path }).trim().split('\n');

  beforeEach(() => {
    bare = bareRemote();
  });
  afterEach(() => bare.close());
  after(removeFolders);

  /** Two people with one space, in step: `a1` and `b1` are there. Made once, then copied. */
  async function two() {
    const folder = newFolder();
    const [ann, ben] = [path.join(folder, 'ann'), path.join(folder, 'ben')];
    fs.rmSync(bare.path, { recursive: true });
    fs.cpSync(made.bare, bare.path, { recursive: true });
    for (const [from, to] of [
      [made.ann, ann],
      [made.ben, ben],
    ] as const) {
      fs.cpSync(from, to, { recursive: true });
      const config = path.join(to, '.git', 'config');
      fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace(made.bare, bare.path));
    }
    return { ann, ben };
  }

  before(async () => {
    bare = bareRemote();
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    await shareSpace(git, cloneOf(ann), parseRemote(bare.path));
    const ben = path.join(newFolder(), 'ben');
    await joinSpace(git, ben, parseRemote(bare.path));
    await write(ben, 'ben', 'b1');
    await sync(ben);
    await sync(ann);
    made = { ann, ben, bare: path.join(newFolder(), 'made.git') };
    fs.cpSync(bare.path, made.bare, { recursive: true });
    for (const folder of [ann, ben]) {
      const config = path.join(folder, '.git', 'config');
      fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace(bare.path, made.bare));
    }
    bare.close();
  });

  async function rejects(promise: Promise<unknown>, code: ErrorCode, message?: RegExp) {
    await assert.rejects(promise, { code, ...(message && { message }) });
  }

  it('goes to an empty remote, is joined, and both see what each of them writes', async () => {
    const ann = newSpace();
    await write(ann, 'ann', 'a1', 'a2');
    const remote = parseRemote(bare.path);
    assert.equal(await remoteOf(git, ann), null);
    const shared = await shareSpace(git, cloneOf(ann), remote);
    assert.deepEqual(shared, { pushed: 2, received: [], skipped: [], renewed: false, restored: false });
    assert.deepEqual(await remoteOf(git, ann), remote);
    assert.deepEqual(tree(), [
      '.gitignore',
      `journal/${path.relative(path.join(ann, 'journal'), ownFile(ann))}`,
      'space.json',
    ]);

    const ben = path.join(newFolder(), 'deep', 'ben');
    const joined = await joinSpace(git, ben, remote);
    assert.deepEqual(
      { id: joined.id, name: joined.name, received: joined.received.length },
      { id: spaceId, name: 'Ann and Ben', received: 1 },
    );
    assert.deepEqual(await names(ben), ['a1', 'a2']);
    const modes = [
      path.join(ann, '.git'),
      path.join(ben, '.git'),
      path.join(ben, joined.received[0] as string),
    ];
    assert.deepEqual(
      modes.map((file) => fs.statSync(file).mode & 0o077),
      [0, 0, 0],
    );
    assert.equal(
      fs.readFileSync(path.join(ben, 'space.json'), 'utf8'),
      fs.readFileSync(path.join(ann, 'space.json'), 'utf8'),
    );

    await write(ben, 'ben', 'b1');
    assert.equal((await sync(ben)).pushed, 1);
    const second = await sync(ann);
    assert.deepEqual(
      [second.pushed, second.received],
      [0, [`journal/${path.relative(path.join(ben, 'journal'), ownFile(ben))}`]],
    );
    assert.deepEqual(await names(ann), ['a1', 'a2', 'b1']);
    assert.deepEqual(files(ann), files(ben));
    assert.equal(gitSync(['rev-list', '--min-parents=2', '--count', 'main'], { cwd: bare.path }).trim(), '0');
  });

  it('keeps what is local out of every commit', async () => {
    const { ann } = await two();
    fs.writeFileSync(path.join(ann, 'private-note.txt'), 'private');
    fs.writeFileSync(path.join(path.dirname(ownFile(ann)), 'note.txt'), 'private');
    await write(ann, 'ann', 'a2');
    await sync(ann);
    assert.ok(
      tree().every((name) => /^(\.gitignore|space\.json|journal\/[a-z0-9]+\/\d{4}-\d\d\.jsonl)$/.test(name)),
    );
    const commits = gitSync(['log', '--format=%an %ae %cn %ce %ad', 'main'], { cwd: bare.path })
      .trim()
      .split('\n');
    for (const line of commits) {
      assert.match(line, /^Cairn cairn@localhost Cairn cairn@localhost .* \+0000$/);
    }
  });

  it('makes no commit where nothing is new', async () => {
    const { ann, ben } = await two();
    const before = head();
    assert.deepEqual(await sync(ann), {
      pushed: 0,
      received: [],
      skipped: [],
      renewed: false,
      restored: false,
    });
    await sync(ben);
    assert.equal(head(), before);
  });

  it('knows what waits, without a network', async () => {
    const { ann } = await two();
    assert.equal(await waiting(git, cloneOf(newSpace())), 0);
    assert.equal(await waiting(git, cloneOf(ann)), 0);
    await write(ann, 'ann', 'a2', 'a3');
    fs.renameSync(bare.path, `${bare.path}.away`);
    assert.equal(await waiting(git, cloneOf(ann)), 2);
    await rejects(sync(ann), 'offline', /not there just now/);
    assert.equal(await waiting(git, cloneOf(ann)), 2);
    fs.renameSync(`${bare.path}.away`, bare.path);
    assert.equal((await sync(ann)).pushed, 2);
    assert.equal(await waiting(git, cloneOf(ann)), 0);
    fs.appendFileSync(ownFile(ann), '{"id":"torn');
    assert.equal(await waiting(git, cloneOf(ann)), 0);
  });

  it('reads the own files while no window appends', async () => {
    const { ann } = await two();
    await write(ann, 'ann', 'a2');
    const seen = path.join(newFolder(), 'seen');
    const program = path.join(newFolder(), 'git');
    const look = `case "$*" in *hash-object*journal*|*hash-object*stdin-paths) test -h .lock && echo locked >> ${seen};; esac`;
    fs.writeFileSync(program, `#!/bin/sh\n${look}\nexec git "$@"\n`, { mode: 0o700 });
    assert.equal((await syncSpace(newGit({ program }), cloneOf(ann))).pushed, 1);
    assert.equal(fs.readFileSync(seen, 'utf8'), 'locked\n');
  });

  it('builds again where the remote moved on between fetch and push', async () => {
    const { ann, ben } = await two();
    await write(ann, 'ann', 'a2');
    await write(ben, 'ben', 'b2');
    // Ben's lock is asked for after the fetch: Ann is faster there, once.
    let isOvertaken = false;
    const clone = cloneOf(ben);
    const slow = {
      ...clone,
      hold: async <T>(work: () => Promise<T>) => {
        if (!isOvertaken) await sync(ann);
        isOvertaken = true;
        return clone.hold(work);
      },
    };
    assert.equal((await syncSpace(git, slow)).pushed, 1);
    await sync(ann);
    assert.deepEqual(await names(ann), ['a1', 'a2', 'b1', 'b2']);
    assert.deepEqual(files(ann), files(ben));
  });

  it('takes lines that were erased, from whoever wrote them', async () => {
    const { ann, ben } = await two();
    await write(ann, 'ann', 'a2');
    await sync(ann);
    await sync(ben);
    const own = ownFile(ann);
    const erased = fs
      .readFileSync(own, 'utf8')
      .split('\n')
      .map((line) => {
        if (!line.includes('"a1"')) return line;
        return JSON.stringify({ ...JSON.parse(line), type: 'erased', payload: {} });
      })
      .join('\n');
    fs.writeFileSync(own, erased);
    assert.equal(await waiting(git, cloneOf(ann)), 1);
    assert.equal((await sync(ann)).pushed, 1);
    assert.deepEqual((await sync(ben)).received.length, 1);
    assert.deepEqual(files(ann), files(ben));
    assert.deepEqual(await names(ben), ['a2', 'b1']);
    const before = head();
    await sync(ann);
    await sync(ben);
    assert.equal(head(), before, 'they hand it to and fro');
  });

  it('puts back what a rewound remote lost, one’s own and others’', async () => {
    const { ann, ben } = await two();
    const old = head();
    await write(ann, 'ann', 'a2');
    await write(ben, 'ben', 'b2');
    await sync(ann);
    await sync(ben);
    setHead(old);
    // Ann never comes back: Ben has what she wrote? Only after he took it.
    assert.deepEqual(await names(ben), ['a1', 'a2', 'b1', 'b2']);
    const result = await sync(ben);
    assert.deepEqual([result.restored, result.received, result.renewed], [true, [], false]);
    const cleo = path.join(newFolder(), 'cleo');
    await joinSpace(git, cleo, parseRemote(bare.path));
    assert.deepEqual(await names(cleo), ['a1', 'a2', 'b1', 'b2']);
    assert.equal((await sync(ann)).renewed, false);
    assert.deepEqual(files(ann), files(cleo));
  });

  it('keeps a longer copy where the remote was rewound to before lines were erased', async () => {
    const { ann, ben } = await two();
    const old = head();
    const own = ownFile(ann);
    fs.writeFileSync(own, fs.readFileSync(own, 'utf8').replace(/"feedback.tagged"/, '"erased"'));
    await write(ann, 'ann', 'a2');
    await sync(ann);
    await sync(ben);
    setHead(old);
    await sync(ben);
    const cleo = path.join(newFolder(), 'cleo');
    await joinSpace(git, cleo, parseRemote(bare.path));
    assert.deepEqual(await names(cleo), ['a2', 'b1']);
  });

  it('fills a remote that was emptied, or whose branch was deleted', async () => {
    for (const empty of [
      () => gitSync(['update-ref', '-d', 'refs/heads/main'], { cwd: bare.path }),
      () => {
        fs.rmSync(bare.path, { recursive: true });
        makeBare(bare.path);
      },
    ]) {
      const { ann, ben } = await two();
      empty();
      await write(ben, 'ben', 'b2');
      await sync(ben);
      await sync(ann);
      const cleo = path.join(newFolder(), 'cleo');
      await joinSpace(git, cleo, parseRemote(bare.path));
      assert.deepEqual(await names(cleo), ['a1', 'b1', 'b2']);
      bare.close();
      bare = bareRemote();
    }
  });

  it('does not bring back the history of a remote that was emptied', async () => {
    const { ann } = await two();
    const before = head();
    fs.rmSync(bare.path, { recursive: true });
    makeBare(bare.path);
    await sync(ann);
    assert.throws(() => gitSync(['cat-file', '-e', before], { cwd: bare.path }));
  });

  it('builds on an unrelated history of the very same space', async () => {
    const { ann, ben } = await two();
    const spaceFile = fs.readFileSync(path.join(ann, 'space.json'));
    commitRaw(bare.path, [{ mode: '100644', name: 'space.json', content: spaceFile }]);
    await sync(ben);
    await write(ann, 'ann', 'a2');
    await sync(ann);
    await sync(ben);
    assert.deepEqual(await names(ben), ['a1', 'a2', 'b1']);
    assert.deepEqual(files(ann), files(ben));
  });

  it('refuses what is no longer this space, and changes nothing', async () => {
    const { ann } = await two();
    const other = { cairn: 1, id: '01J00000000000000000000000', name: 'Other', createdAt: '' };
    for (const [content, code] of [
      [JSON.stringify(other), 'remote-not-empty'],
      ['{}', 'not-a-space'],
      [JSON.stringify({ ...other, cairn: 2 }), 'not-a-space'],
    ] as const) {
      const commit = commitRaw(bare.path, [{ mode: '100644', name: 'space.json', content }]);
      await rejects(sync(ann), code, /Nothing was sent/);
      assert.equal(head(), commit);
    }
    const commit = commitRaw(bare.path, [{ mode: '100644', name: 'README.md', content: 'Hello' }]);
    await rejects(sync(ann), 'not-a-space');
    assert.equal(head(), commit);
    assert.deepEqual(await names(ann), ['a1', 'b1']);
  });

  it('is not shared to where something else is', async () => {
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    const share = () => shareSpace(git, cloneOf(ann), parseRemote(bare.path));
    commitRaw(bare.path, [{ mode: '100644', name: 'README.md', content: 'Hello' }]);
    await rejects(share(), 'remote-not-empty', /without a README/);
    gitSync(['update-ref', '-d', 'refs/heads/main'], { cwd: bare.path });
    commitRaw(bare.path, [{ mode: '100644', name: 'x', content: 'x' }], 'other');
    await rejects(share(), 'remote-not-empty');
    gitSync(['update-ref', '-d', 'refs/heads/other'], { cwd: bare.path });
    await shareSpace(git, cloneOf(newSpace('01J00000000000000000000000')), parseRemote(bare.path));
    await rejects(share(), 'remote-not-empty', /Another space/);
    assert.equal(await remoteOf(git, ann), null);
    assert.equal(await waiting(git, cloneOf(ann)), 0);
    await rejects(sync(ann), 'bad-remote', /not shared yet/);
    await rejects(shareSpace(git, cloneOf(newFolder()), parseRemote(bare.path)), 'bad-space');
  });

  it('may be shared again to where it is already, and to a new place', async () => {
    const { ann, ben } = await two();
    assert.equal((await shareSpace(git, cloneOf(ann), parseRemote(bare.path))).pushed, 0);
    const second = bareRemote();
    try {
      assert.equal((await shareSpace(git, cloneOf(ann), parseRemote(second.path))).pushed, 1);
      await shareSpace(git, cloneOf(ben), parseRemote(second.path));
      await write(ben, 'ben', 'b2');
      await sync(ben);
      await sync(ann);
      assert.deepEqual(await names(ann), ['a1', 'b1', 'b2']);
    } finally {
      second.close();
    }
  });

  it('is joined only where there is one, and leaves nothing otherwise', async () => {
    const folder = path.join(newFolder(), 'ben');
    const join = () => joinSpace(git, folder, parseRemote(bare.path));
    await rejects(join(), 'not-a-space', /empty/);
    commitRaw(bare.path, [{ mode: '100644', name: 'README.md', content: 'Hello' }]);
    await rejects(join(), 'not-a-space', /no space of Cairn/);
    commitRaw(bare.path, [{ mode: '100644', name: 'x', content: 'x' }], 'other');
    gitSync(['update-ref', '-d', 'refs/heads/main'], { cwd: bare.path });
    await rejects(join(), 'not-a-space');
    assert.equal(fs.existsSync(folder), false);
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'mine.txt'), 'mine');
    await rejects(join(), 'bad-space');
    assert.deepEqual(fs.readdirSync(folder), ['mine.txt']);
  });

  it('is joined where a join was cut off before', async () => {
    await two();
    const folder = path.join(newFolder(), 'ben');
    fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
    fs.writeFileSync(path.join(folder, '.git', 'cairn-joining'), '');
    fs.mkdirSync(path.join(folder, 'journal'));
    await joinSpace(git, folder, parseRemote(bare.path));
    assert.deepEqual(await names(folder), ['a1', 'b1']);
  });

  it('takes a new writer id where another clone writes under the same one', async () => {
    const { ann, ben } = await two();
    const copy = path.join(newFolder(), 'copy');
    fs.cpSync(ann, copy, { recursive: true });
    await write(ann, 'ann', 'a2');
    await write(copy, 'ann', 'a3');
    assert.equal((await sync(ann)).renewed, false);
    const result = await sync(copy);
    assert.deepEqual([result.renewed, result.pushed], [true, 1]);
    assert.notEqual(writerOf(copy), writerOf(ann));
    assert.equal((await sync(ann)).renewed, false);
    await sync(ben);
    for (const folder of [ann, ben, copy]) {
      assert.deepEqual(await names(folder), ['a1', 'a2', 'a3', 'b1']);
      assert.deepEqual(files(folder), files(ann));
    }
    const lines = Object.values(files(ben)).join('').trim().split('\n');
    assert.equal(lines.length, new Set(lines).size, 'a line is there twice');
  });

  it('takes a new writer id where the disk was restored from before', async () => {
    const { ann, ben } = await two();
    const before = newFolder();
    fs.cpSync(ann, before, { recursive: true });
    await write(ann, 'ann', 'a2');
    await sync(ann);
    fs.rmSync(ann, { recursive: true });
    fs.cpSync(before, ann, { recursive: true });
    await write(ann, 'ann', 'a3');
    assert.equal((await sync(ann)).renewed, true);
    await sync(ben);
    assert.deepEqual(await names(ann), ['a1', 'a2', 'a3', 'b1']);
    assert.deepEqual(files(ann), files(ben));
  });

  it('loses nothing where it is killed while it takes a new writer id', async () => {
    const { ann, ben } = await two();
    const copy = path.join(newFolder(), 'copy');
    fs.cpSync(ann, copy, { recursive: true });
    await write(ann, 'ann', 'a2');
    await write(copy, 'ann', 'a3');
    await sync(ann);
    const clone = cloneOf(copy);
    const renewWriter = async () => {
      await clone.renewWriter();
      throw new Error('killed');
    };
    await assert.rejects(syncSpace(git, { ...clone, renewWriter }), { message: 'killed' });
    for (const folder of [copy, ann, ben, copy, ann, ben]) await sync(folder);
    for (const folder of [ann, ben, copy]) {
      assert.deepEqual([...new Set(await names(folder))], ['a1', 'a2', 'a3', 'b1']);
      assert.deepEqual(files(folder), files(ann));
    }
    const before = head();
    for (const folder of [copy, ann, ben]) await sync(folder);
    assert.equal(head(), before, 'they hand it to and fro');
  });

  it('puts right what somebody else changed in one’s own file, and keeps what somebody added out of it', async () => {
    const { ann, ben } = await two();
    const name = path.relative(ann, ownFile(ann));
    const mine = fs.readFileSync(ownFile(ann), 'utf8');
    const forge = (text: string) => {
      const space = fs.readFileSync(path.join(ann, 'space.json'));
      const [, writer = '', month = ''] = name.split(path.sep);
      const journal: RawEntry = {
        mode: '40000',
        name: 'journal',
        content: [{ mode: '40000', name: writer, content: [{ mode: '100644', name: month, content: text }] }],
      };
      commitRaw(bare.path, [journal, { mode: '100644', name: 'space.json', content: space }], 'main', head());
    };
    forge(mine.replace('"a1"', '"forged"'));
    await sync(ben);
    assert.equal((await sync(ann)).renewed, false);
    assert.equal(fs.readFileSync(ownFile(ann), 'utf8'), mine);
    await sync(ben);
    assert.deepEqual(await names(ben), ['a1', 'b1']);

    forge(`${mine}${mine.replace('"id":"', '"id":"X')}`);
    assert.equal((await sync(ann)).renewed, true);
    await write(ann, 'ann', 'a2');
    await sync(ann);
    assert.doesNotMatch(fs.readFileSync(ownFile(ann), 'utf8'), /"id":"X/);
    await sync(ben);
    assert.deepEqual(files(ann), files(ben));
  });

  it('keeps erased what was erased before the new writer id was taken', async () => {
    const { ann, ben } = await two();
    const copy = path.join(newFolder(), 'copy');
    fs.cpSync(ann, copy, { recursive: true });
    await write(ann, 'ann', 'a2');
    await sync(ann);
    const own = ownFile(copy);
    fs.writeFileSync(own, fs.readFileSync(own, 'utf8').replace(/"feedback.tagged"/, '"erased"'));
    assert.equal((await sync(copy)).renewed, true);
    assert.deepEqual(await names(copy), ['a2', 'b1']);
    await sync(ben);
    assert.deepEqual(await names(ben), ['a2', 'b1']);
  });

  it('goes on where a sync was killed', async () => {
    const { ann, ben } = await two();
    await write(ann, 'ann', 'a2');
    const gitDir = path.join(ann, '.git');
    for (const name of [
      'index.lock',
      'HEAD.lock',
      'config.lock',
      'packed-refs.lock',
      'refs/remotes/origin/main.lock',
    ]) {
      fs.writeFileSync(path.join(gitDir, name), '');
    }
    fs.mkdirSync(path.join(gitDir, 'cairn'), { recursive: true });
    fs.writeFileSync(path.join(gitDir, 'cairn', 'half'), 'half');
    fs.mkdirSync(path.join(gitDir, 'refs/cairn'), { recursive: true });
    fs.writeFileSync(path.join(gitDir, 'refs/cairn/half'), '');
    fs.writeFileSync(path.join(gitDir, 'objects/tmp_obj_half'), 'half');
    fs.mkdirSync(path.join(gitDir, 'objects/pack'), { recursive: true });
    fs.writeFileSync(path.join(gitDir, 'objects/pack/tmp_pack_half'), 'half');
    assert.equal((await sync(ann)).pushed, 1);
    await sync(ben);
    assert.deepEqual(await names(ben), ['a1', 'a2', 'b1']);
    assert.equal(await waiting(git, cloneOf(ann)), 0);
  });

  for (const [what, spoil] of [
    ['objects', (gitDir: string) => spoilAll(path.join(gitDir, 'objects'))],
    ['references', (gitDir: string) => spoilAll(path.join(gitDir, 'refs'))],
    ['HEAD', (gitDir: string) => fs.writeFileSync(path.join(gitDir, 'HEAD'), '')],
    [
      'everything but the settings',
      (gitDir: string) => {
        for (const name of fs.readdirSync(gitDir)) {
          if (name !== 'config') fs.rmSync(path.join(gitDir, name), { recursive: true });
        }
      },
    ],
  ] as const) {
    it(`goes on where a power loss spoiled the repository here: ${what}`, async () => {
      const { ann, ben } = await two();
      await write(ann, 'ann', 'a2');
      await write(ben, 'ben', 'b2');
      await sync(ben);
      spoil(path.join(ann, '.git'));
      assert.equal((await sync(ann)).pushed, 1);
      assert.deepEqual(await names(ann), ['a1', 'a2', 'b1', 'b2']);
      assert.equal(await waiting(git, cloneOf(ann)), 0);
      gitSync(['fsck', '--strict'], { cwd: bare.path });
      gitSync(['fsck', '--strict'], { cwd: ann });
    });
  }

  it('says in words that the disk refuses it', async () => {
    const { ann, ben } = await two();
    await write(ben, 'ben', 'b2');
    await sync(ben);
    fs.rmSync(path.join(ann, '.git', 'cairn'), { recursive: true });
    fs.writeFileSync(path.join(ann, '.git', 'cairn'), 'in the way');
    await rejects(sync(ann), 'journal-unwritable', /Check the disk/);
    fs.rmSync(path.join(ann, '.git', 'cairn'));
    await sync(ann);
    assert.deepEqual(await names(ann), ['a1', 'b1', 'b2']);
    const folder = path.join(newFolder(), 'file');
    fs.writeFileSync(folder, '');
    await rejects(joinSpace(git, path.join(folder, 'space'), parseRemote(bare.path)), 'bad-space');
  });

  it('takes a file again that a power loss left empty or cut short here', async () => {
    const { ann, ben } = await two();
    const theirs = path.join(ben, 'journal', writerOf(ann), path.basename(ownFile(ann)));
    fs.writeFileSync(theirs, '');
    await sync(ben);
    assert.deepEqual(files(ann), files(ben));
    fs.truncateSync(theirs, 20);
    await sync(ben);
    assert.deepEqual(files(ann), files(ben));
    fs.rmSync(path.join(ben, 'journal', writerOf(ann)), { recursive: true });
    await sync(ben);
    assert.deepEqual(files(ann), files(ben));
  });

  it('works where the remote counts with longer ids (SHA-256)', async () => {
    fs.rmSync(bare.path, { recursive: true });
    gitSync(['init', '--quiet', '--bare', '--object-format=sha256', bare.path]);
    const identity = fs.readFileSync(path.join(made.ann, 'space.json'));
    commitRaw(bare.path, [{ mode: '100644', name: 'space.json', content: identity }]);
    const [ann, ben] = [path.join(newFolder(), 'ann'), path.join(newFolder(), 'ben')];
    for (const folder of [ann, ben]) await joinSpace(git, folder, parseRemote(bare.path));
    await write(ann, 'ann', 'a1', 'a2');
    assert.equal((await sync(ann)).pushed, 2);
    await sync(ben);
    assert.deepEqual(await names(ben), ['a1', 'a2']);
    assert.equal(await waiting(git, cloneOf(ann)), 0);
    gitSync(['fsck', '--strict'], { cwd: bare.path });
  });

  it('works for a thousand writers', async function () {
    this.timeout(60_000);
    const { ann, ben } = await two();
    const line = (name: string) =>
      `${JSON.stringify({ id: name, time: [1000, 0], author: name, act: name, type: 'feedback.tagged', version: 1, payload: { feedback: name, tag: 'keep' } })}\n`;
    for (let i = 0; i < 1000; i++) {
      const folder = path.join(ann, 'journal', `writer${String(i).padStart(6, '0')}`);
      fs.mkdirSync(folder);
      fs.writeFileSync(path.join(folder, '2026-01.jsonl'), line(`w${i}`));
    }
    assert.equal((await sync(ann)).restored, true);
    assert.equal((await sync(ben)).received.length, 1000);
    await write(ben, 'ben', 'b2');
    await sync(ben);
    assert.deepEqual((await sync(ann)).received.length, 1);
    assert.deepEqual(files(ann), files(ben));
    gitSync(['fsck', '--strict'], { cwd: bare.path });
  });
});

function spoilAll(folder: string): void {
  for (const name of fs.readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name);
    if (!fs.statSync(file).isFile()) continue;
    fs.chmodSync(file, 0o600);
    fs.writeFileSync(file, '');
  }
}
