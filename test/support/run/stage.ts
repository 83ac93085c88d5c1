import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type GitHubServer, type GitHubServerOptions, startGitHubServer } from '../github/server.ts';
import { sampleFiles } from '../sample/files.ts';
import { sampleRepository } from '../sample/sample.ts';
import { type ServerOptions, startServer, type VSCodeServer } from '../vscode/server.ts';

/** The project's folder: what VS Code loads as the extension under development. */
export const root = resolve(import.meta.dirname, '../../..');

/** What the world outside of VS Code is like; all optional. */
export interface WorldOptions {
  github?: GitHubServerOptions;
  /** Repository (`owner/name`) that the workspace's remote points at; the sample's by default. */
  repository?: string;
  /** Files of the workspace by path, in one commit; by default a clone of the sample with its history. */
  files?: Record<string, string>;
}

/** A GitHub server and a git workspace: fresh, gone at the end. */
export interface World {
  github: GitHubServer;
  /** The workspace folder. */
  folder: string;
  /** Where Cairn keeps its journals. */
  dataFolder: string;
  /** What makes Cairn use all this. */
  settings: Record<string, unknown>;
  /** Variables by which suites in the extension host find it: CAIRN_TEST_GITHUB and CAIRN_TEST_DATA. */
  env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** A world with a VS Code server that knows it. */
export interface Stage extends World {
  vscode: VSCodeServer;
}

/** Makes a world. Throws when the GitHub server does not start, leaving nothing behind. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const temporary = await mkdtemp(join(tmpdir(), 'cairn-stage-'));
  const folder = join(temporary, 'beacon');
  const dataFolder = join(temporary, 'data');
  const removeAll = () => rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  let github: GitHubServer | undefined;
  try {
    github = await startGitHubServer(options.github);
    await makeWorkspace(folder, github, options);
    const { url, close } = github;
    return {
      github,
      folder,
      dataFolder,
      settings: { 'cairn.github.host': url, 'cairn.dataFolder': dataFolder },
      env: { CAIRN_TEST_GITHUB: url, CAIRN_TEST_DATA: dataFolder },
      close: async () => {
        await close();
        await removeAll();
      },
    };
  } catch (error) {
    await github?.close();
    await removeAll();
    throw error;
  }
}

/** Makes a world and starts VS Code in it. Throws when either does not start, leaving nothing behind. */
export async function setStage(options: WorldOptions & ServerOptions = {}): Promise<Stage> {
  const world = await makeWorld(options);
  try {
    const vscode = await startServer({
      ...options,
      settings: { ...world.settings, ...options.settings },
      env: { ...world.env, ...options.env },
    });
    const close = async () => {
      await vscode.stop();
      await world.close();
    };
    return { ...world, vscode, close };
  } catch (error) {
    await world.close();
    throw error;
  }
}

async function makeWorkspace(folder: string, github: GitHubServer, options: WorldOptions): Promise<void> {
  const repository = options.repository ?? sampleRepository;
  const remote = `${github.url}/${repository}.git`;
  await mkdir(folder, { recursive: true });
  if (!options.files && github.control.clone(repository, folder, remote)) return;
  for (const [path, text] of Object.entries(options.files ?? sampleFiles())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: folder });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', remote);
  await git('add', '--all');
  const who = ['-c', 'user.name=Sample', '-c', 'user.email=sample@localhost', '-c', 'commit.gpgsign=false'];
  await git(...who, 'commit', '--quiet', '--allow-empty', '--message', 'Start');
}
