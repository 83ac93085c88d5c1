import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { type GitExtension, type StagedIn, StagedWatch } from '../../../../src/ui/recall/watch.ts';

type Api = ReturnType<GitExtension['getAPI']>;
type Repository = Api['repositories'][number];
type Uri = Repository['rootUri'];
const uri = (path: string) => ({ path, fsPath: path, toString: () => `file://${path}` }) as Uri;

/** What the Git extension hands out, with what it does at a person's hands. */
function git() {
  const said = new EventEmitter();
  const listen =
    (name: string) =>
    (listener: (value: unknown) => void): { dispose(): void } => {
      said.on(name, listener);
      return { dispose: () => void said.off(name, listener) };
    };
  const repositories: Repository[] = [];
  const api = {
    repositories,
    onDidOpenRepository: listen('open'),
    onDidCloseRepository: listen('close'),
  } as unknown as Api;
  const open = (root: string, changes: [path: string, before?: string, status?: number][] = []) => {
    const repository = {
      rootUri: uri(root),
      state: { indexChanges: [] as unknown[], remotes: [{ fetchUrl: 'r' }], onDidChange: listen(root) },
      diffIndexWithHEAD: async (path: string) => `diff of ${path}`,
    };
    const stage = (...files: typeof changes) => {
      repository.state.indexChanges = files.map(([path, before = path, status = 0]) => ({
        ...{ uri: uri(path), originalUri: uri(before), status },
      }));
      said.emit(root);
    };
    stage(...changes);
    repositories.push(repository as unknown as Repository);
    said.emit('open', repository);
    const close = () => said.emit('close', repository);
    return { stage, close };
  };
  return { api, open };
}

/** Watches, and waits for what is told next. */
function watching(api: Api) {
  const told = new EventEmitter();
  const all: StagedIn[][] = [];
  const watch = new StagedWatch(api, (staged) => {
    all.push(staged);
    told.emit('told', staged);
  });
  const next = async () => {
    const [staged] = (await once(told, 'told')) as [StagedIn[]];
    return staged.map(({ root, files }) => [root.path, files.map(({ path, before }) => [path, before])]);
  };
  return { watch, next, all };
}

describe('what is staged', () => {
  it('is told at the beginning, and whenever other files are', async () => {
    const { api, open } = git();
    const { stage } = open('/r', [['/r/a.ts']]);
    const { watch, next, all } = watching(api);
    assert.deepEqual(await next(), [['/r', [['a.ts', null]]]]);
    // The same again, as git says with every save, is no news.
    stage(['/r/a.ts']);
    // What would be told is told before a timer of later.
    await sleep(20);
    assert.equal(all.length, 1);
    stage(['/r/a.ts'], ['/r/b/c.ts', '/r/b/old.ts', 3]);
    assert.deepEqual(await next(), [
      [
        '/r',
        [
          ['a.ts', null],
          ['b/c.ts', 'b/old.ts'],
        ],
      ],
    ]);
    stage();
    assert.deepEqual(await next(), []);
    assert.equal(all.length, 3);
    watch.dispose();
  });

  it('is told of each repository, and no more of one that is closed', async () => {
    const { api, open } = git();
    const { watch, next } = watching(api);
    open('/r', [['/r/a.ts']]);
    const { close } = open('/s', [['/s/b.ts']]);
    assert.deepEqual(await next(), [
      ['/r', [['a.ts', null]]],
      ['/s', [['b.ts', null]]],
    ]);
    close();
    assert.deepEqual(await next(), [['/r', [['a.ts', null]]]]);
    watch.dispose();
  });

  it('leaves out what goes, and what lies outside of the repository', async () => {
    const { api, open } = git();
    const { watch, next } = watching(api);
    open('/r', [
      ['/r/gone.ts', undefined, 2],
      ['/rest/a.ts'],
      ['/etc/passwd'],
      ['/r/__proto__', '/elsewhere/x', 3],
      ['/r/a\nb'],
    ]);
    assert.deepEqual(await next(), [
      [
        '/r',
        [
          ['__proto__', null],
          ['a\nb', null],
        ],
      ],
    ]);
    watch.dispose();
  });

  it('asks git for the difference of a file by its path', async () => {
    const { api, open } = git();
    open('/r', [['/r/--output=x']]);
    const { watch, next, all } = watching(api);
    await next();
    const [one] = all[0]!;
    assert.equal(await one!.diff(one!.files[0]!), 'diff of /r/--output=x');
    watch.dispose();
  });
});
