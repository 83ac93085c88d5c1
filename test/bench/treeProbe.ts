import { join } from 'node:path';
import * as vscode from 'vscode';
import { Cache } from '../../src/github/cache.ts';
import { Space } from '../../src/journal/space.ts';
import type { PullRequestRecord } from '../../src/model/pullRequest.ts';
import { FeedbackView } from '../../src/ui/feedback/view.ts';
import { Growth } from '../../src/ui/growth/growth.ts';
import type { GrowthParts } from '../../src/ui/growth/growthCore.ts';
import { SituationKeeper } from '../../src/ui/situation.ts';
import { Store } from '../../src/ui/store.ts';
import { StoreCore } from '../../src/ui/storeCore.ts';

const perPullRequest = 40;
const sentences = [
  'Could this take the clock as an argument, because the test sleeps now?',
  'praise: the retry is a pure function now, which made the test trivial to read.',
  'Please do not swallow the abort error here; the caller cannot tell a timeout from a stop.',
  'nitpick (non-blocking): `deliver` says more than `run`.',
];

/** Runs in the extension host: builds the view over many pieces and says how long each part took. */
export async function run(): Promise<void> {
  const folder = process.env.CAIRN_BENCH_FOLDER!;
  const cache = new Cache(join(folder, 'cache'));
  await cache.save(records(Number(process.env.CAIRN_BENCH_PIECES)));
  await vscode.extensions.getExtension('cairn-mentoring.cairn')?.activate();
  const memory = new Map<string, unknown>();
  const store = new Store({
    open: async () =>
      StoreCore.open({
        space: await Space.open({
          folder: join(folder, 'space'),
          privateFolder: join(folder, 'private'),
          author: () => 'ada',
        }),
        cache,
        login: 'ada',
        menteeSetting: null,
        host: 'github.com',
      }),
  });
  const view = new FeedbackView({
    store,
    growth: new Growth({ store } as GrowthParts),
    situation: new SituationKeeper(),
    memory: {
      get: (key: string) => memory.get(key),
      update: async (key: string, value: unknown) => void memory.set(key, value),
      keys: () => [],
    } as unknown as vscode.Memento,
    onFailure: (error) => {
      throw error;
    },
  });
  const [loadMs] = await timed(() => store.load());
  const drawFirst = async () => {
    const groups = await view.getChildren();
    const rows = await view.getChildren(groups[0]);
    return (await Promise.all([...groups, ...rows].map((node) => view.getTreeItem(node)))).length;
  };
  const first: number[] = [];
  const tags: number[] = [];
  const [ms, drawn] = await timed(drawFirst);
  first.push(ms);
  for (let index = 0; index < 30; index++) {
    const piece = store.feedback[index * 7]!;
    const tag = async () => {
      await store.perform([{ type: 'feedback.tagged', payload: { feedback: piece.id, tag: 'keep' } }]);
      await drawFirst();
    };
    tags.push((await timed(tag))[0]);
  }
  if (drawn < 100 || store.feedback.length < 100) throw new Error(`Only ${drawn} rows were drawn.`);
  console.log(
    `[bench] ${JSON.stringify({ pieces: store.feedback.length, rows: drawn, loadMs, firstChildrenMs: median(first), tagMs: median(tags), tagMaxMs: Math.max(...tags) })}`,
  );
}

async function timed<T>(act: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await act();
  return [Math.round((performance.now() - start) * 10) / 10, result];
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!;
}

function records(pieces: number): PullRequestRecord[] {
  return Array.from({ length: Math.ceil(pieces / perPullRequest) }, (_, index) => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1 + index, 0, minute)).toISOString();
    return {
      schema: 1,
      host: 'github.com',
      repository: 'harbour/beacon',
      isPrivate: false,
      number: index + 1,
      nodeId: `P${index}`,
      title: `Change ${index}`,
      url: `https://github.com/harbour/beacon/pull/${index + 1}`,
      author: { login: 'ada', isBot: false },
      state: 'MERGED',
      createdAt: at(0),
      updatedAt: at(59),
      headSha: null,
      baseSha: null,
      reviews: [],
      conversation: [],
      threads: Array.from({ length: perPullRequest }, (_, thread) => ({
        id: `T${index}-${thread}`,
        isResolved: thread % 2 === 0,
        isOutdated: false,
        path: `src/file${thread % 9}.ts`,
        line: thread + 1,
        startLine: null,
        originalLine: thread + 1,
        originalStartLine: null,
        side: 'RIGHT',
        comments: [
          {
            nodeId: `C${index}-${thread}`,
            databaseId: String(index * 1000 + thread),
            author: { login: `reviewer-${thread % 5}`, isBot: false },
            body: `${sentences[thread % sentences.length]} (${index}/${thread})`,
            url: `https://github.com/harbour/beacon/pull/${index + 1}#discussion_r${thread}`,
            createdAt: at(thread),
            updatedAt: at(thread),
            isMinimized: false,
            diffHunk: '@@ -1,3 +1,4 @@\n const a = 1;\n+const b = 2;',
            originalCommit: null,
          },
        ],
      })),
    };
  });
}
