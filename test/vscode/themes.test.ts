import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback } from '../../src/api.ts';
import { ThemeEngine, themeInputOf } from '../../src/growth/themes/index.ts';
import { groupFeedback } from '../../src/model/group.ts';
import type { Recurrence, Theme } from '../../src/model/growth.ts';
import { earlierComment } from '../../src/ui/conversation/earlier.ts';
import { rowOf } from '../../src/ui/feedback/rows.ts';
import { tooltipOf } from '../../src/ui/feedback/tooltip.ts';
import { Growth } from '../../src/ui/growth/growth.ts';
import type { GrowthCore, GrowthParts } from '../../src/ui/growth/growthCore.ts';
import { standingWords } from '../../src/ui/growth/standing.ts';
import { themeTooltip } from '../../src/ui/growth/themeTooltip.ts';
import { extensionId } from '../../src/ui/ids.ts';
import type { Store } from '../../src/ui/store.ts';
import { code, oneDay, type Pull, recordOf, saidOn } from '../unit/growth/recurrence/support.ts';
import { cairn, run, signInAndPull } from './support.ts';

const hostile = '<img src=x> [go](command:cairn.undo) $(trash)\u202E';
const daysAgo = (days: number) => new Date(Date.now() - days * oneDay).toISOString();
const pull = (number: number, days: number) => ({
  ...{ repository: 'lab/rig', number, url: `https://github.com/lab/rig/pull/${number}`, title: hostile },
  at: daysAgo(days),
});
const theme: Theme = { id: 'T', name: hostile, isNamed: true, words: ['close', hostile], feedbackIds: ['f'] };
const recurrence = (changes: Partial<Recurrence> = {}): Recurrence => ({
  ...{
    themeId: 'T',
    tag: 'stop',
    standing: 'open',
    clear: [],
    unknown: 0,
    needed: 3,
    learnedAt: null,
    intervals: [],
  },
  occurrences: [{ ...pull(12, 95), feedbackId: 'e' }],
  ...changes,
});
const [piece] = saidOn([{ number: 40, day: 0, said: [{ after: 1, path: code }] }]);

/** What is known of the one theme. */
function known(found: Recurrence, wasLearned = false): GrowthCore {
  const earlier = { occurrence: found.occurrences[0]!, clear: 5, wasLearned };
  return {
    ...{ themeOf: () => theme, recurrenceOf: () => found, standing: () => standingWords(found) },
    ...{ earlier: () => earlier, following: { of: () => undefined, words: () => null } },
  } as unknown as GrowthCore;
}

describe('themes, in words', () => {
  const described = (changes: Partial<Recurrence>) => {
    const [group] = groupFeedback([piece!], [], 'theme', () => theme);
    return rowOf({ type: 'group', group: group! }, known(recurrence(changes)));
  };

  it('say where each stands behind its row, with what is not known yet', () => {
    const open = described({});
    assert.equal(open.description, '1 · came up on 1 pull request, 3 months ago');
    assert.equal(open.contextValue, 'group theme named');
    assert.match(open.accessibilityInformation!.label, /, 1 pieces of feedback, came up on 1 pull request/);
    const thrice = [95, 40, 12].map((days, at) => ({ ...pull(12 + at, days), feedbackId: 'e' }));
    assert.equal(
      described({ occurrences: thrice }).description,
      '1 · came up on 3 pull requests, the last one last week',
    );
    assert.equal(
      described({ clear: [pull(13, 9)] }).description,
      '1 · came up on 1 pull request, 3 months ago; 1 of 3 without it since',
    );
    const four = [9, 8, 7, 6].map((days, at) => pull(20 + at, days));
    assert.equal(
      described({ standing: 'learned', clear: four }).description,
      '1 · learned: 4 pull requests without it',
    );
    assert.equal(described({ standing: 'not-enough' }).description, '1 · not enough yet');
    assert.match(
      String(described({ standing: 'recurred' }).description),
      /came up again .*, after it was learned/,
    );
  });

  it('tell the history of a theme with its rule, and nothing in it is more than text and web links', () => {
    const found = recurrence({
      clear: [pull(13, 9)],
      unknown: 2,
      learnedAt: daysAgo(20),
      standing: 'recurred',
    });
    const whole = themeTooltip(theme, known(found));
    const behind = tooltipOf(piece!, null, false, known(found));
    for (const text of [whole, behind]) {
      assert.match(
        text.value.replaceAll('&nbsp;', ' '),
        /1 later pull request touched such code without it; 3 make it learned/,
      );
      assert.match(text.value.replaceAll('&nbsp;', ' '), /Of 2 more it is not known/);
      assert.match(text.value, /\[#12\]\(https:\/\/github\.com\/lab\/rig\/pull\/12\)/);
      assert.doesNotMatch(text.value, /[^\\]\]\(command:/);
      assert.ok(!text.isTrusted && !text.supportHtml && !text.value.includes('\u202E'));
    }
    const noWeb = { ...pull(12, 95), url: 'command:cairn.undo', feedbackId: 'e' };
    const odd = themeTooltip(theme, known(recurrence({ occurrences: [noWeb] })));
    assert.doesNotMatch(odd.value, /\]\(command/);
  });

  it('say of impossible times how often it came up, and no time', () => {
    const text = themeTooltip(theme, known(recurrence({ standing: 'not-enough', unknown: 1 }))).value;
    assert.match(text.replaceAll('&nbsp;', ' '), /Not enough yet to say where it stands\./);
    assert.doesNotMatch(text, /ago/);
  });

  it('point kindly from what came up again after it was learned to the earlier conversation', () => {
    const growth = known(recurrence(), true);
    const [group] = groupFeedback([piece!], [], 'theme', () => theme);
    const row = rowOf({ type: 'feedback', item: piece!, group: group! }, growth);
    assert.match(String(row.description), /^came up before · /);
    assert.match(row.contextValue!, / back/);
    const [comment] = earlierComment(piece!.id, growth);
    const body = comment!.body as vscode.MarkdownString;
    assert.equal(
      body.value.replace(/\(command:[^)]+\)/, '(…)'),
      'This came up before, on [#12](…) 3 months ago; it had not come up in 5 later pull requests that touched such code.',
    );
    assert.deepEqual(body.isTrusted, { enabledCommands: ['cairn.openFeedback'] });
    assert.deepEqual(earlierComment(piece!.id, known(recurrence())), []);
    const plain = rowOf({ type: 'feedback', item: piece!, group: group! }, known(recurrence()));
    assert.doesNotMatch(`${plain.description} ${plain.contextValue}`, /before|back$/);
  });
});

describe('growth, as views ask for it', () => {
  const came = (number: number, day: number): Pull => ({ number, day, said: [{ after: 1, path: code }] });
  const pulls = [came(1, 0), came(2, 10), came(3, 20), { number: 4, day: 30 }, { number: 5, day: 40 }];

  /** A store that holds these pull requests and nothing else. */
  function open(extensionUri?: vscode.Uri) {
    const changed = new vscode.EventEmitter<unknown>();
    const failures: string[] = [];
    /** What waits for the mentee's guess. */
    const hidden: Feedback[] = [];
    const store = {
      feedback: [] as Feedback[],
      pullRequests: pulls.map(recordOf),
      mentee: 'ada',
      themeDecisions: { names: new Map(), placed: new Map(), merged: new Map() },
      getFeedback: (id: string) => [...store.feedback, ...hidden].find((item) => item.id === id),
      isHeld: ({ number }: { number: number }) => hidden.some((item) => item.pullRequest?.number === number),
      load: async () => {},
      onDidChange: changed.event,
    };
    const put = (feedback: Feedback[]) => {
      store.feedback = feedback;
      const all = { goals: true, annotations: true, sessions: true, growth: true, mentorship: true };
      changed.fire({ feedback: 'all', ...all });
    };
    const growth = new Growth({
      store: store as unknown as Store,
      extensionUri: extensionUri ?? vscode.extensions.getExtension(extensionId)!.extensionUri,
      globalStorageUri: vscode.Uri.file('/nowhere'),
      signIn: { onDidChange: () => ({ dispose: () => {} }) },
      log: { error: () => {} },
      failures: {
        show: (error: { code: string }) => failures.push(error.code),
        clear: () => failures.splice(0),
      },
    } as unknown as GrowthParts);
    return { growth, put, failures, hidden };
  }

  it('works themes out beside the extension host, again with each change, and says so', async () => {
    const { growth, put } = open();
    assert.deepEqual(await growth.themes(), []);
    let told = 0;
    growth.onDidChange(() => told++);
    put(saidOn(pulls));
    const [found] = await growth.themes();
    assert.equal(found!.feedbackIds.length, 3);
    assert.equal(growth.themeOf('github.com/line/100'), found);
    const standing = (await growth.recurrences()).get(found!.id)!;
    assert.deepEqual(
      [standing.standing, standing.occurrences.length, standing.clear.length, standing.intervals],
      ['open', 3, 2, [10, 10]],
    );
    assert.equal(told, 1);
    put(saidOn(pulls).map((item) => ({ ...item, isSetAside: true })));
    assert.deepEqual(await growth.themes(), []);
    growth.dispose();
  });

  it('looks at nothing that waits for the guess of the mentee', async () => {
    const { growth, put, hidden } = open();
    hidden.push(...saidOn(pulls).filter((item) => item.pullRequest?.number === 3));
    const said = [1, 2].map((after) => ({ after, path: code }));
    put(saidOn(pulls.slice(0, 2).map((one) => ({ ...one, said }))));
    const [found] = [...(await growth.recurrences()).values()];
    assert.deepEqual(
      [found!.occurrences.map(({ number }) => number), found!.clear.map(({ number }) => number)],
      [
        [1, 2],
        [4, 5],
      ],
    );
    growth.dispose();
  });

  it('counts what is learned by the setting', async () => {
    const { growth, put } = open();
    put(saidOn(pulls));
    const standing = async () => [...(await growth.recurrences()).values()][0]!;
    assert.equal((await standing()).needed, 3);
    const settings = vscode.workspace.getConfiguration('cairn');
    await settings.update('growth.opportunities', 2, vscode.ConfigurationTarget.Global);
    try {
      const found = await standing();
      assert.deepEqual([found.standing, found.needed], ['learned', 2]);
    } finally {
      await settings.update('growth.opportunities', undefined, vscode.ConfigurationTarget.Global);
    }
    growth.dispose();
  });

  it('shows that themes cannot be worked out, and tries again when something changes', async () => {
    const { growth, put, failures } = open(vscode.Uri.file('/nowhere'));
    put(saidOn(pulls));
    await assert.rejects(growth.themes(), { code: 'themes-failed' });
    assert.deepEqual(failures, ['themes-failed']);
    await assert.rejects(growth.themes(), { code: 'themes-failed' });
    assert.deepEqual(failures, ['themes-failed'], 'asking again is no further try');
    put(saidOn(pulls));
    await assert.rejects(growth.recurrences(), { code: 'themes-failed' });
    assert.equal(failures.length, 2);
    growth.dispose();
  });
});

describe('acts on themes, by command', () => {
  let themes: Theme[];
  let state: Awaited<ReturnType<Awaited<ReturnType<typeof cairn>>['getState']>>;

  before(async () => {
    await signInAndPull();
    state = await (await cairn()).getState();
    const decisions = { names: new Map(), placed: new Map(), merged: new Map() };
    themes = new ThemeEngine().set(
      state.feedback.flatMap((item) => themeInputOf(item) ?? []),
      decisions,
    );
    assert.ok(themes.length >= 2, `${themes.length} themes in the sample`);
  });

  after(() => run('cairn.groupFeedback', 'goal'));

  const inTheme = (feedback: string) =>
    run<{ id: string }>('cairn.nameTheme', feedback, 'Asked').then(({ id }) => id);

  it('names a theme, which gets an id that stays, and takes all of it back as one act', async () => {
    const [first] = themes;
    const { id } = await run<{ id: string }>('cairn.nameTheme', first!.id, '  Read it first ');
    assert.match(id, /^[0-9A-Z]{26}$/);
    const made = (await journal()).filter(({ payload }) => payload.theme === id);
    assert.equal(made.filter(({ type }) => type === 'theme.placed').length, first!.feedbackIds.length);
    assert.equal(made.find(({ type }) => type === 'theme.made')?.payload.name, 'Read it first');
    assert.equal(await inTheme(first!.feedbackIds.at(-1)!), id);
    assert.equal((await run<unknown[]>('cairn.showHistory', id)).length, 2, 'its history: two names');
    await run('workbench.action.closeQuickOpen');
    await run('cairn.undo');
    await run('cairn.undo');
    await assert.rejects(async () => run('cairn.nameTheme', id, 'Gone'), { code: 'not-found' });
    assert.notEqual(await inTheme(first!.feedbackIds[0]!), id);
    await run('cairn.undo');
  });

  it('merges and splits, and that sticks', async () => {
    const [first, second] = themes as [Theme, Theme];
    const { id } = await run<{ id: string }>('cairn.mergeThemes', second.id, first.id);
    assert.equal(await inTheme(second.feedbackIds[0]!), id);
    const leaving = second.feedbackIds.slice(0, 1);
    const made = await run<{ id: string }>('cairn.splitTheme', id, leaving, 'On its own');
    assert.equal(await inTheme(leaving[0]!), made.id);
    assert.equal(await inTheme(first.feedbackIds[0]!), id);
    for (const wrong of [[], [first.feedbackIds, second.feedbackIds].flat(), ['nothing'], 7])
      await assert.rejects(async () => run('cairn.splitTheme', id, wrong, 'No'), {
        code: 'invalid-argument',
      });
    await assert.rejects(async () => run('cairn.mergeThemes', id, id), { code: 'invalid-argument' });
    await assert.rejects(async () => run('cairn.mergeThemes', id, 'nothing'), { code: 'not-found' });
    await assert.rejects(async () => run('cairn.nameTheme', id, 'x'.repeat(201)), {
      code: 'invalid-argument',
    });
  });

  it('puts feedback into a theme, a new one, or out of all', async () => {
    const free = state.feedback.find(
      (item) => !item.isBot && !themes.some(({ feedbackIds }) => feedbackIds.includes(item.id)),
    )!;
    const { id } = await run<{ id: string }>('cairn.moveToTheme', free.id, { name: 'My own' });
    assert.equal(await inTheme(free.id), id);
    const other = themes.at(-1)!.feedbackIds[0]!;
    assert.deepEqual(await run('cairn.moveToTheme', [other], id), { id });
    assert.equal(await inTheme(other), id);
    assert.deepEqual(await run('cairn.moveToTheme', free.id, null), { id: null });
    await assert.rejects(async () => run('cairn.nameTheme', free.id, 'None'), { code: 'not-found' });
    await assert.rejects(async () => run('cairn.moveToTheme', free.id, 'nothing'), { code: 'not-found' });
    await assert.rejects(async () => run('cairn.moveToTheme', free.id, { name: '' }), {
      code: 'invalid-argument',
    });
  });

  it('keeps private what is said of private feedback', async () => {
    const item = state.feedback.find(({ isBot }) => !isBot)!;
    await run('cairn.togglePrivate', item.id, true);
    const { id } = await run<{ id: string }>('cairn.moveToTheme', item.id, { name: 'Between us' });
    const lines = (await journal()).filter(({ payload }) => payload.theme === id);
    assert.equal(lines.length, 2);
    assert.deepEqual([...new Set(lines.map(({ isPrivate }) => isPrivate))], [true]);
    await run('cairn.undo');
    await run('cairn.togglePrivate', item.id, false);
  });

  it('tells that nothing came up before, and groups by theme', async () => {
    const free = state.feedback.find(({ isBot }) => isBot)!;
    await assert.rejects(async () => run('cairn.openEarlier', free.id), { code: 'not-found' });
    await run('cairn.groupFeedback', 'theme');
    await assert.rejects(async () => run('cairn.groupFeedback', 'mood'), { code: 'invalid-argument' });
  });
});

/** Every line of every journal file, and whether it stands in the private one. */
async function journal(): Promise<{ type: string; payload: Record<string, unknown>; isPrivate: boolean }[]> {
  const folder = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
  const lines = names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    const isPrivate = name.split(/[\\/]/).includes('private');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ ...JSON.parse(line), isPrivate }));
  });
  return (await Promise.all(lines)).flat();
}
