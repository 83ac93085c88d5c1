import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type GitHubServer, type GitHubServerOptions, startGitHubServer } from '../github/server.ts';
import { sampleFiles } from '../sample/files.ts';
import { sampleLines } from '../sample/sample.ts';
import { type ServerOptions, startServer, type VSCodeServer } from '../vscode/server.ts';

/** The project's folder: what VS Code loads as the extension under development. */
export const root = resolve(import.meta.dirname, '../../..');

/** What stands on the stage; all optional. */
export interface StageOptions extends ServerOptions {
  github?: GitHubServerOptions;
  /** Repository (`owner/name`) that the workspace's remote points at; the sample's by default. */
  repository?: string;
  /** Files of the workspace by path; the sample's by default. */
  files?: Record<string, string>;
}

/** A GitHub server, a VS Code server that knows it, and a git workspace: all fresh, all gone at the end. */
export interface Stage {
  github: GitHubServer;
  vscode: VSCodeServer;
  /** The workspace folder. */
  folder: string;
  /** Where Cairn keeps its journals. */
  dataFolder: string;
  close(): Promise<void>;
}

/** Sets the stage for the extension. Throws when one of the servers does not start, leaving nothing behind. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const temporary = await mkdtemp(join(tmpdir(), 'cairn-stage-'));
  const [folder, dataFolder] = [join(temporary, 'beacon'), join(temporary, 'data')];
  const cleanUp: (() => Promise<void>)[] = [
    () => rm(temporary, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const close = async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  };
  try {
    const github = await startGitHubServer(options.github);
    cleanUp.push(() => github.close());
    await makeWorkspace(folder, github, options);
    const vscode = await startServer({
      ...options,
      settings: { 'cairn.github.host': github.url, 'cairn.dataFolder': dataFolder, ...options.settings },
    });
    cleanUp.push(() => vscode.stop());
    return { github, vscode, folder, dataFolder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeWorkspace(folder: string, github: GitHubServer, options: StageOptions): Promise<void> {
  for (const [path, text] of Object.entries(options.files ?? sampleFiles())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: folder });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', `${github.url}/${options.repository ?? sampleFacts().repository}.git`);
  await git('add', '--all');
  const who = ['-c', 'user.name=Sample', '-c', 'user.email=sample@localhost', '-c', 'commit.gpgsign=false'];
  await git(...who, 'commit', '--quiet', '--allow-empty', '--message', 'Start');
}

/** The sample's repository (`owner/name`) and its mentee: who opened the most pull requests. */
export function sampleFacts(): { repository: string; mentee: string } {
  const lines = sampleLines({ now: Date.now() });
  const byAuthor = Map.groupBy(lines, (line) => line.pull.user?.login ?? 'ghost');
  const [busiest] = [...byAuthor].sort((one, other) => other[1].length - one[1].length);
  return {
    repository: lines[0]?.pull.base.repo.full_name ?? 'sample/sample',
    mentee: busiest?.[0] ?? 'mentee',
  };
}
