import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { putFile } from '../../../src/git/disk.ts';
import { joinSpace, parseRemote, shareSpace, syncSpace } from '../../../src/git/index.ts';
import { bareRemote, commitRaw, gitBytes, gitSync, type RawEntry } from '../../support/git/server.ts';
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

const spaceFile = JSON.stringify({ cairn: 1, id: spaceId, name: 'Evil', createdAt: '' });
const line = (name: string) =>
  `${JSON.stringify({ id: name, time: [1000, 0], author: 'eve', act: name, type: 'feedback.tagged', version: 1, payload: { feedback: name, tag: 'keep' } })}\n`;
const file = (name: string, content: string | Buffer = line(name)): RawEntry => ({
  mode: '100644',
  name,
  content,
});
const folder = (name: string, content: RawEntry[]): RawEntry => ({ mode: '40000', name, content });
const link = (name: string, content: string): RawEntry => ({ mode: '120000', name, content });
const submodule = (name: string): RawEntry => ({ mode: '160000', name, content: '1'.repeat(40) });

describe('a hostile shared space', () => {
  let bare: ReturnType<typeof bareRemote>;
  const git = newGit();
  beforeEach(() => {
    bare = bareRemote();
  });
  afterEach(() => bare.close());
  after(removeFolders);

  /** Everything below a folder, by path, without git's own. */
  const below = (root: string) =>
    (fs.readdirSync(root, { recursive: true }) as string[])
      .filter((name) => !/^[^/]*\/?\.git(\/|$)/.test(name))
      .sort();

  it('never brings links, submodules or paths that climb to the disk, and says what it left', async () => {
    const outside = newFolder();
    let deep: RawEntry[] = [file('2026-01.jsonl')];
    for (let i = 0; i < 300; i++) deep = [folder('d', deep)];
    commitRaw(bare.path, [
      folder('..', [file('climbed')]),
      folder('.git', [
        folder('hooks', [file('post-checkout', '#!/bin/sh\nexit 1\n')]),
        file('config', '[core]'),
      ]),
      file('.gitattributes', '* filter=evil\n'),
      file('.gitignore', ''),
      submodule('.gitmodules'),
      file('README.md', 'Hello'),
      link('evil-link', outside),
      folder('journal', [
        folder('..', [folder('..', [file('climbed')])]),
        folder('../../climbed', [file('2026-01.jsonl')]),
        folder('CONTROL\u0007', [file('2026-01.jsonl')]),
        folder('UPPERCASE', [file('2026-01.jsonl')]),
        folder('deepwriter', deep),
        folder('goodwriter', [
          file('../2026-02.jsonl'),
          file('../../../2026-02.jsonl'),
          folder('2026-01.jsonl', [file('x')]),
          link('2026-02.jsonl', path.join(outside, 'target')),
          submodule('2026-03.jsonl'),
          file('2026-04.jsonl', line('good')),
          { mode: '100755', name: '2026-05.jsonl', content: line('fine') },
          file('2026-05.jsonl', line('double')),
          file('.writer-id', 'stolen'),
          file('2026-06.jsonl\n', line('feed')),
          file('con', ''),
        ]),
        link('linkwriter', outside),
        submodule('submodule1'),
        file('filewriter'),
        folder('x', [file('2026-01.jsonl')]),
      ]),
      file('space.json', spaceFile),
    ]);
    const ben = path.join(newFolder(), 'ben');
    const { received, skipped } = await joinSpace(git, ben, parseRemote(bare.path));
    assert.deepEqual(received, ['journal/goodwriter/2026-04.jsonl', 'journal/goodwriter/2026-05.jsonl']);
    assert.deepEqual(below(path.dirname(ben)), [
      ...['ben', 'ben/.gitignore', 'ben/journal', 'ben/journal/goodwriter'],
      ...['ben/journal/goodwriter/2026-04.jsonl', 'ben/journal/goodwriter/2026-05.jsonl', 'ben/space.json'],
    ]);
    assert.deepEqual(fs.readdirSync(outside), []);
    assert.equal(fs.existsSync(path.join(ben, '.git', 'hooks')), false);
    assert.equal(fs.statSync(path.join(ben, 'journal/goodwriter/2026-05.jsonl')).mode & 0o111, 0);
    assert.deepEqual(await names(ben), ['fine', 'good']);

    const told = Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]));
    assert.deepEqual(told, {
      '..': 'path',
      '.git': 'path',
      '.gitattributes': 'path',
      '.gitmodules': 'submodule',
      'evil-link': 'link',
      'journal/..': 'path',
      'journal/../../climbed': 'path',
      'journal/CONTROL�': 'path',
      'journal/UPPERCASE': 'path',
      'journal/deepwriter/d': 'path',
      'journal/filewriter': 'folder',
      'journal/goodwriter/../../../2026-02.jsonl': 'path',
      'journal/goodwriter/../2026-02.jsonl': 'path',
      'journal/goodwriter/.writer-id': 'path',
      'journal/goodwriter/2026-01.jsonl': 'folder',
      'journal/goodwriter/2026-02.jsonl': 'link',
      'journal/goodwriter/2026-03.jsonl': 'submodule',
      'journal/goodwriter/2026-05.jsonl': 'folder',
      'journal/goodwriter/2026-06.jsonl�': 'path',
      'journal/goodwriter/con': 'path',
      'journal/linkwriter': 'link',
      'journal/submodule1': 'submodule',
      'journal/x': 'path',
    });

    // Ben's own words get there all the same, and what is not Cairn's stays as it is, byte for byte.
    const before = gitBytes(['cat-file', 'tree', 'main:journal'], { cwd: bare.path });
    await write(ben, 'ben', 'b1');
    assert.equal((await syncSpace(git, cloneOf(ben))).pushed, 1);
    const now = gitBytes(['cat-file', 'tree', 'main:journal'], { cwd: bare.path }).toString('latin1');
    const own = now.indexOf(`40000 ${writerOf(ben)}\0`);
    assert.ok(own >= 0);
    const length = `40000 ${writerOf(ben)}\0`.length + 20;
    assert.equal(now.slice(0, own) + now.slice(own + length), before.toString('latin1'));
  });

  it('writes through no link that stands in a file’s or folder’s place here', async () => {
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    const remote = parseRemote(bare.path);
    await shareSpace(git, cloneOf(ann), remote);
    const outside = newFolder();
    fs.writeFileSync(path.join(outside, 'precious'), 'precious');
    for (const place of [
      (ben: string) => {
        fs.rmSync(path.join(ben, 'journal', writerOf(ann)), { recursive: true });
        fs.symlinkSync(outside, path.join(ben, 'journal', writerOf(ann)));
      },
      (ben: string) => {
        const theirs = path.join(ben, 'journal', writerOf(ann), path.basename(ownFile(ann)));
        fs.rmSync(theirs);
        fs.symlinkSync(path.join(outside, 'precious'), theirs);
      },
      (ben: string) => {
        const theirs = path.join(ben, 'journal', writerOf(ann), path.basename(ownFile(ann)));
        fs.rmSync(theirs);
        fs.mkdirSync(theirs);
      },
    ]) {
      const ben = path.join(newFolder(), 'ben');
      await joinSpace(git, ben, remote);
      place(ben);
      const { skipped, restored } = await syncSpace(git, cloneOf(ben));
      assert.deepEqual([skipped.map(({ reason }) => reason), restored], [['local'], false]);
      assert.deepEqual(fs.readdirSync(outside), ['precious']);
      assert.equal(fs.readFileSync(path.join(outside, 'precious'), 'utf8'), 'precious');
    }
    const ben = path.join(newFolder(), 'ben');
    await joinSpace(git, ben, remote);
    fs.rmSync(path.join(ben, 'journal'), { recursive: true });
    fs.symlinkSync(outside, path.join(ben, 'journal'));
    await assert.rejects(syncSpace(git, cloneOf(ben)), { code: 'bad-space' });
    assert.deepEqual(fs.readdirSync(outside), ['precious']);
  });

  it('puts no file in place through a link', async () => {
    const [space, outside, scratch] = [newFolder(), newFolder(), newFolder()];
    fs.mkdirSync(path.join(space, 'journal'));
    fs.symlinkSync(outside, path.join(space, 'journal', 'otherwriter'));
    const put = (where: string) => putFile(space, where, Buffer.from('x'), scratch);
    assert.equal(await put('journal/otherwriter/2026-01.jsonl'), false);
    fs.symlinkSync(outside, path.join(space, 'linked'));
    assert.equal(await put('linked/otherwriter/2026-01.jsonl'), false);
    assert.equal(await put('linked'), false);
    assert.deepEqual([fs.readdirSync(outside), fs.readdirSync(scratch)], [[], []]);
    assert.equal(await put('journal/goodwriter/2026-01.jsonl'), true);
  });

  it('sends no file through a link either', async () => {
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    const secret = path.join(newFolder(), 'secret');
    fs.writeFileSync(secret, 'secret');
    fs.symlinkSync(secret, path.join(path.dirname(ownFile(ann)), '2020-01.jsonl'));
    fs.mkdirSync(path.join(ann, 'journal', 'otherwriter'));
    fs.symlinkSync(secret, path.join(ann, 'journal', 'otherwriter', '2020-01.jsonl'));
    await shareSpace(git, cloneOf(ann), parseRemote(bare.path));
    assert.doesNotMatch(gitSync(['ls-tree', '-r', 'main'], { cwd: bare.path }), /2020-01/);
  });

  it('reads what it knows however much else is put beside it, and puts back nothing in its place', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => file(`0000-01.${n + 1}.jsonl`, 'x'));
    const content = gitSync(['hash-object', '-w', '--stdin'], { cwd: bare.path, input: 'x' }).trim();
    commitRaw(bare.path, [
      folder('journal', [folder('goodwriter', [file('2026-01.jsonl', line('one'))])]),
      file('space.json', spaceFile),
    ]);
    const ben = path.join(newFolder(), 'ben');
    await joinSpace(git, ben, parseRemote(bare.path));
    const tree = (count: number, last: string) => {
      const entries = many.slice(0, count).map(({ name }) => `100644 blob ${content}\t${name}\n`);
      const oid = gitSync(['hash-object', '-w', '--stdin'], { cwd: bare.path, input: last }).trim();
      const listing = `${entries.join('')}100644 blob ${oid}\t2026-01.jsonl\n`;
      return gitSync(['mktree'], { cwd: bare.path, input: listing }).trim();
    };
    const commit = (writer: string) => {
      const journal = gitSync(['mktree'], {
        cwd: bare.path,
        input: `040000 tree ${writer}\tgoodwriter\n`,
      }).trim();
      const space = gitSync(['rev-parse', 'main:space.json'], { cwd: bare.path }).trim();
      const input = `040000 tree ${journal}\tjournal\n100644 blob ${space}\tspace.json\n`;
      const root = gitSync(['mktree'], { cwd: bare.path, input }).trim();
      const made = gitSync(['commit-tree', root, '-m', 'Many'], { cwd: bare.path }).trim();
      gitSync(['update-ref', 'refs/heads/main', made], { cwd: bare.path });
    };
    commit(tree(2001, line('one') + line('two')));
    const { received, skipped, restored } = await syncSpace(git, cloneOf(ben));
    assert.deepEqual(
      [received.length, skipped, restored],
      [2001, [{ path: 'journal/goodwriter/0000-01.999.jsonl', reason: 'many' }], false],
    );
    assert.deepEqual(await names(ben), ['one', 'two']);
  });

  it('does not read what is larger than a journal’s file may be', async function () {
    this.timeout(60_000);
    commitRaw(bare.path, [
      folder('journal', [
        folder('bigwriter', [
          file('2026-01.jsonl', Buffer.alloc(64 * 1024 * 1024 + 1)),
          file('2026-02.jsonl', line('small')),
        ]),
      ]),
      file('space.json', spaceFile),
    ]);
    const ben = path.join(newFolder(), 'ben');
    const { received, skipped } = await joinSpace(git, ben, parseRemote(bare.path));
    assert.deepEqual(received, ['journal/bigwriter/2026-02.jsonl']);
    assert.deepEqual(skipped, [{ path: 'journal/bigwriter/2026-01.jsonl', reason: 'large' }]);
    commitRaw(bare.path, [file('space.json', Buffer.alloc(1024 * 1024, ' '))]);
    await assert.rejects(syncSpace(git, cloneOf(ben)), { code: 'not-a-space' });
    commitRaw(bare.path, [link('space.json', 'journal/bigwriter/2026-02.jsonl')]);
    await assert.rejects(syncSpace(git, cloneOf(ben)), { code: 'not-a-space' });
  });

  it('runs no hook, filter or other program, neither of the space nor of a remote folder', async () => {
    const marker = path.join(newFolder(), 'marker');
    const evil = path.join(newFolder(), 'evil');
    fs.writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >> ${marker}\ncat\n`, { mode: 0o700 });
    const home = newFolder();
    fs.writeFileSync(
      path.join(home, '.gitconfig'),
      `[filter "evil"]\n\tclean = ${evil}\n\tsmudge = ${evil}\n\trequired\n[core]\n\tautocrlf = true\n\teol = crlf\n\tfsmonitor = ${evil}\n\taskPass = ${evil}\n\tattributesFile = ${home}/attributes\n[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = ${evil}\n[push]\n\tgpgSign = if-asked\n`,
    );
    fs.writeFileSync(path.join(home, 'attributes'), '* filter=evil\n');
    const own = newGit({ env: { ...git.options.env, HOME: home, XDG_CONFIG_HOME: home } });
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    const remote = parseRemote(bare.path);
    await shareSpace(own, cloneOf(ann), remote);
    const hooks = [
      'applypatch-msg',
      'pre-commit',
      'commit-msg',
      'post-commit',
      'pre-push',
      'reference-transaction',
    ];
    hooks.push('post-checkout', 'post-merge', 'pre-auto-gc', 'post-index-change', 'fsmonitor-watchman');
    hooks.push('pre-receive', 'update', 'post-receive', 'post-update', 'proc-receive', 'push-to-checkout');
    for (const place of [path.join(ann, '.git', 'hooks'), path.join(bare.path, 'hooks')]) {
      fs.mkdirSync(place, { recursive: true });
      for (const name of hooks) fs.copyFileSync(evil, path.join(place, name));
    }
    fs.mkdirSync(path.join(ann, '.git', 'info'), { recursive: true });
    fs.writeFileSync(path.join(ann, '.git', 'info', 'attributes'), '* filter=evil\n');
    fs.writeFileSync(path.join(ann, '.gitattributes'), '* filter=evil text eol=crlf\n');
    for (const [key, value] of [
      ['core.hooksPath', path.join(bare.path, 'hooks')],
      ['core.fsmonitor', evil],
      ['core.alternateRefsCommand', evil],
      ['uploadpack.packObjectsHook', evil],
    ] as const) {
      gitSync(['config', key, value], { cwd: bare.path });
    }
    await write(ann, 'ann', 'a2');
    fs.appendFileSync(ownFile(ann), '{"torn"}\r\n');
    await syncSpace(own, cloneOf(ann));
    await joinSpace(own, path.join(newFolder(), 'ben'), remote);
    assert.equal(fs.existsSync(marker), false, fs.existsSync(marker) ? fs.readFileSync(marker, 'utf8') : '');
    const [name = ''] = Object.keys(files(ann));
    assert.equal(gitSync(['cat-file', 'blob', `main:journal/${name}`], { cwd: bare.path }), files(ann)[name]);
  });

  it('does not take a remote that starts programs, wherever it was smuggled in', async () => {
    const marker = path.join(newFolder(), 'marker');
    const ext = `ext::sh -c touch% ${marker}% %S`;
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    const remote = parseRemote(bare.path);
    await shareSpace(git, cloneOf(ann), remote);
    const config = path.join(ann, '.git', 'config');
    const before = fs.readFileSync(config, 'utf8');
    const sync = () => syncSpace(git, cloneOf(ann));
    const set = (text: string) => fs.writeFileSync(config, `${before}${text}\n`);

    fs.writeFileSync(config, before.replace(bare.path, ext));
    await assert.rejects(sync(), { code: 'bad-remote', message: /start programs/ });
    for (const text of [
      `[url "${ext}"]\n\tinsteadOf = ${bare.path}`,
      `[core]\n\tsshCommand = touch ${marker}`,
      `[core]\n\tfsmonitor = touch ${marker}`,
      `[core]\n\tworktree = /`,
      `[credential]\n\thelper = !touch ${marker}`,
      `[remote "origin"]\n\tuploadpack = touch ${marker};`,
      `[remote "origin"]\n\tpushurl = ${ext}`,
      `[remote "origin"]\n\tvcs = ext`,
      `[include]\n\tpath = ${marker}.config`,
      `[protocol "ext"]\n\tallow = always`,
      `[extensions]\n\tworktreeConfig = true`,
      `[alias]\n\tfetch = !touch ${marker}`,
      `[gc]\n\trecentObjectsHook = touch ${marker}`,
      `[core]\n\tgitProxy = touch ${marker}`,
      `[http]\n\tproxy = http://evil.example`,
    ]) {
      set(text);
      await assert.rejects(sync(), { code: 'bad-space', message: /does not trust/ }, text);
      await assert.rejects(shareSpace(git, cloneOf(ann), remote), { code: 'bad-space' }, text);
    }
    set('');
    const home = newFolder();
    fs.writeFileSync(
      path.join(home, '.gitconfig'),
      `[url "${ext}"]\n\tinsteadOf = ${bare.path}\n[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n`,
    );
    const redirected = newGit({ env: { ...git.options.env, HOME: home, XDG_CONFIG_HOME: home } });
    await assert.rejects(syncSpace(redirected, cloneOf(ann)), { code: 'bad-remote', message: /insteadOf/ });
    assert.equal(fs.existsSync(marker), false, 'a program ran');
    await sync();
  });

  it('is not what a .git that points elsewhere says', async () => {
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    const remote = parseRemote(bare.path);
    await shareSpace(git, cloneOf(ann), remote);
    const elsewhere = path.join(newFolder(), 'git');
    fs.renameSync(path.join(ann, '.git'), elsewhere);
    fs.writeFileSync(path.join(ann, '.git'), `gitdir: ${elsewhere}\n`);
    await assert.rejects(syncSpace(git, cloneOf(ann)), { code: 'bad-space' });
    fs.rmSync(path.join(ann, '.git'));
    fs.symlinkSync(elsewhere, path.join(ann, '.git'));
    await assert.rejects(syncSpace(git, cloneOf(ann)), { code: 'bad-space' });
    await assert.rejects(shareSpace(git, cloneOf(ann), remote), { code: 'bad-space' });
  });
});
