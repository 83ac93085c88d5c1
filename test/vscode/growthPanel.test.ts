import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hostMessageSchema, type PanelState } from '../../src/ui/growth/panelProtocol.ts';
import { type PanelStateInput, panelState } from '../../src/ui/growth/panelState.ts';
import { fiveYears } from '../bench/growth/fiveYears.ts';
import { growthLines } from '../support/journal/growthLines.ts';
import { emptyInput, inputOf } from '../unit/growth/panel/input.ts';

const now = new Date(2026, 6, 1, 12);
const around = {
  isLoaded: true,
  isSignedIn: true,
  hasRepositories: true,
  problem: null,
  isFollowing: false,
  held: 0,
};
const made = (input: Partial<PanelStateInput>): PanelState =>
  panelState({ ...emptyInput(now), ...around, ...input });
const section = (state: PanelState, id: string) => state.sections.find((each) => each.id === id)!;

describe('the words of the growth panel', () => {
  const year = inputOf(growthLines({ months: 12 }), now);

  it('say each number with its period, and add up', () => {
    const state = made(year);
    assert.equal(
      section(state, 'tagged').summary,
      '78 pieces of tagged feedback, Jul 2025\u2009–\u2009Jul 2026: 50 keep, 16 stop, 12 start.',
    );
    assert.match(section(state, 'themes').summary, /^2 themes came up, .*: 1 learned, 1 open\.$/);
    assert.match(
      section(state, 'promised').summary,
      /: 4 kept in time, 4 kept late, 4 open past the date\.$/,
    );
    const failed = made({ ...year, themes: null, isWithoutThemes: true });
    assert.equal(section(failed, 'themes').summary, 'This could not be worked out just now.');
    assert.equal(failed.working, null);
    assert.equal(made({ ...year, themes: null }).working, 'Working out themes…');
    const waiting = made({ ...year, held: 3 });
    assert.match(section(waiting, 'tagged').notes.join(), /3 pieces wait for your guess/);
    assert.match(section(state, 'rhythm').summary, /13 of 23 check-ins came within the agreed 14 days/);
    assert.match(section(state, 'reviewing').summary, /by ines-okoro, marsh-lind,? and theo-flint\.$/);
    for (const { figures } of state.sections) {
      for (const { chart, table } of figures) {
        if (chart?.kind !== 'months') continue;
        // What is drawn and what stands in the table are the same numbers.
        assert.deepEqual(
          chart.months.map(({ values }) => values.map(String)),
          table.rows.map(([, ...cells]) => cells),
        );
      }
    }
  });

  it('are true where there is nothing, one comment, one tag only, or clocks that go wrong', () => {
    assert.equal(made({}).welcome?.title, 'Nothing to show yet');
    assert.equal(made({}).sections.length, 0);
    const [keep] = year.feedback.filter(({ tag }) => tag === 'keep');
    const one = made({ feedback: [keep!] });
    assert.match(
      section(one, 'tagged').summary,
      /^1 piece of tagged feedback, .*: 1 keep, 0 stop, 0 start\.$/,
    );
    assert.match(section(one, 'followed').summary, /^It is not known yet/);
    assert.match(section(one, 'themes').summary, /^No themes/);
    const odd = made({ feedback: [{ ...keep!, createdAt: '2090-01-01T00:00:00Z' }] });
    assert.match(section(odd, 'tagged').summary, /^No tagged feedback/);
    assert.match(section(odd, 'tagged').notes.join(' '), /1 more has a time that cannot be right/);
    const few = made({ ...year, follow: new Map([...year.follow].slice(0, 4)) });
    assert.doesNotMatch(section(few, 'followed').summary, /the middle of/);
  });

  it('fit into what the page takes, with five years of data, too, and hostile words', () => {
    const hostile = `<img src=x onerror=alert(1)> \u202E${'x'.repeat(5000)}`;
    const full = fiveYears(2000);
    const states = [
      made({}),
      made(year),
      made({ ...year, period: '3-months', goal: year.goals[0]!.id }),
      made(full),
      made({
        ...full,
        goals: full.goals.map((goal) => ({ ...goal, title: hostile })),
        themes: full.themes!.map((theme) => ({ ...theme, name: hostile })),
        feedback: full.feedback.map((piece) => ({ ...piece, author: hostile, body: hostile })),
        mentee: hostile,
      }),
      made({ isLoaded: false, problem: { code: 'x', message: hostile, source: 'load' } }),
    ];
    for (const state of states) {
      const result = hostMessageSchema.safeParse(JSON.parse(JSON.stringify({ type: 'state', state })));
      assert.deepEqual(result.error?.issues ?? [], []);
    }
  });
});

describe('cairn.showGrowth', () => {
  it('refuses a period and a goal that there is not', async () => {
    const show = (input: unknown) => vscode.commands.executeCommand('cairn.showGrowth', input);
    await assert.rejects(async () => show({ period: 'ever' }), { code: 'invalid-argument' });
    await assert.rejects(async () => show({ goal: 'none' }), { code: 'not-found' });
  });

  it('opens one panel, however often it is asked for', async () => {
    await vscode.commands.executeCommand('cairn.showGrowth', { period: '3-months' });
    await vscode.commands.executeCommand('cairn.showGrowth', { period: 'all' });
    const shown = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputWebview && /cairn\.growth/.test(input.viewType),
        );
    // The window tells of a tab a moment after it was opened.
    while (shown().length === 0) await new Promise((done) => setTimeout(done, 50));
    assert.equal(shown().length, 1);
    await vscode.window.tabGroups.close(shown());
  });
});
