import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { RecallWatch } from '../../../src/ui/recall/begin.ts';
import type { GitExtension } from '../../../src/ui/recall/watch.ts';
import { manyPieces, pathsIn } from '../../support/growth/recalled.ts';

const rounds = 10;

/** Runs in the extension host: stages and unstages, and says how long each answer took after git's event. */
export async function run(): Promise<void> {
  const { feedback, themes } = manyPieces(Number(process.env.CAIRN_BENCH_PIECES));
  const paths = pathsIn(feedback, Number(process.env.CAIRN_BENCH_STAGED));
  const byId = new Map(themes.flatMap((theme) => theme.feedbackIds.map((id) => [id, theme] as const)));
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root.fsPath, stdio: 'ignore' });
  const api = (await vscode.extensions.getExtension<GitExtension>('vscode.git')!.activate()).getAPI(1);
  for (const [column, path] of paths.slice(0, 2).entries())
    await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path), { viewColumn: column + 1 });
  const stored = new vscode.EventEmitter<never>();
  const never = new vscode.EventEmitter<void>();
  const kept = new Map<string, unknown>();
  let isThere = false;
  let took: number[] = [];
  const watch = new RecallWatch({
    store: { load: async () => {}, isLoaded: true, feedback, mentee: 'ada', onDidChange: stored.event },
    signIn: { login: () => 'ada', onDidChange: never.event },
    growth: {
      themes: async () => themes,
      recurrences: async () => new Map(),
      themeOf: (id) => byId.get(id),
      followThrough: () => undefined,
      onDidChange: never.event,
    },
    memory: {
      keys: () => [...kept.keys()],
      get: (key: string) => kept.get(key) as never,
      update: async (key, value) => void kept.set(key, value),
    },
    log: { trace: () => {}, error: (error) => console.error(error) },
    onNotice: (notice) => {
      isThere = notice !== null;
    },
    onAnswered: (milliseconds) => took.push(milliseconds),
  });
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await sleep(20);
  };
  await until(() => api.repositories.length > 0);
  const repository = api.repositories[0] as unknown as { status(): Promise<void> };
  const stage = async () => {
    git('add', '--', ...paths);
    await repository.status();
    await until(() => isThere);
    // The lines that are staged are asked for afterwards.
    await sleep(500);
    git('rm', '--quiet', '--cached', '-r', '.');
    await repository.status();
    await until(() => !isThere);
  };
  const measured = async (begin: () => void) => {
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      begin();
      took = [];
      await stage();
      all.push(took[0]!);
    }
    return all;
  };
  await stage();
  const fresh = await measured(() => stored.fire(undefined as never));
  const again = await measured(() => {});
  watch.dispose();
  console.log(`[bench] ${JSON.stringify({ fresh, again })}`);
}
