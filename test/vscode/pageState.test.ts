import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Goal, NextAction, Session } from '../../src/api.ts';
import { type PageInput, pageState } from '../../src/ui/goals/pageState.ts';
import { type HostMessage, hostMessageSchema, type PageState } from '../../src/ui/goals/protocol.ts';
import { read } from '../../src/ui/webview/read.ts';

const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };
const now = new Date(2026, 10, 22, 12);

function action(id: string, changes: Partial<NextAction> = {}): NextAction {
  const none = { owner: null, dueDate: null, goalId: null, sessionId: null, doneAt: null };
  return { id, text: `Do ${id}`, createdAt: '2026-11-01T10:00:00Z', ...none, ...kept, ...changes };
}
function goal(id: string, changes: Partial<Goal> = {}): Goal {
  const none = { category: null, targetDate: null, milestones: [], counts: { keep: 0, stop: 0, start: 0 } };
  return { id, title: `Goal ${id}`, origin: 'mentee', status: 'active', ...none, ...kept, ...changes };
}

/** What the page gets, after it has passed the page's own check. */
function state(input: Partial<PageInput>): PageState {
  const situation = { isSignedIn: true, hasRepositories: true, pulling: null, problems: [] };
  const made = pageState({
    ...situation,
    isLoaded: true,
    goals: [],
    feedback: [],
    actions: [],
    next: null,
    now,
    ...input,
  } as PageInput);
  const result = read<HostMessage>(hostMessageSchema, { type: 'state', state: made });
  assert.ok('message' in result, 'problem' in result ? result.problem : '');
  assert.deepEqual(result.message, { type: 'state', state: made });
  return made;
}

describe('the state of the goal tracker’s page', () => {
  it('has no section of next actions where there are none without a goal', () => {
    const { actions, groups } = state({ goals: [goal('g')], actions: [action('a', { goalId: 'g' })] });
    assert.equal(actions, null);
    assert.deepEqual(
      groups[0]?.goals[0]?.actions.open.map(({ id }) => id),
      ['a'],
    );
    assert.match(groups[0]?.goals[0]?.summary ?? '', /1 next action open$/);
  });

  it('offers to start a mentorship where nobody is recorded, and only there', () => {
    const acts = (input: Partial<PageInput>) => state(input).welcome?.offers.map(({ act }) => act.act);
    assert.deepEqual(acts({ hasMentorship: false }), ['createGoal', 'startMentorship']);
    assert.deepEqual(acts({ hasMentorship: true }), ['createGoal']);
    assert.deepEqual(acts({ hasMentorship: false, isLoaded: false }), undefined);
  });

  it('says whom goals come from, and asks where the organisation’s outweigh', () => {
    const of = (own: number, organisation: number, isMentee?: boolean) =>
      state({
        goals: [
          ...Array.from({ length: own }, (_, i) => goal(`own${i}`)),
          ...Array.from({ length: organisation }, (_, i) => goal(`org${i}`, { origin: 'organisation' })),
          goal('old', { origin: 'organisation', status: 'completed' }),
        ],
        ...(isMentee === undefined ? {} : { isMentee }),
      });
    assert.equal(of(1, 0).balance, null);
    assert.deepEqual(of(2, 0).balance, { text: '2 active goals, all own', question: null });
    assert.deepEqual(of(1, 1).balance, {
      text: '2 active goals: 1 own, 1 from the organisation',
      question: null,
    });
    const asked = of(1, 2).balance?.question;
    assert.match(asked?.text ?? '', /than from you\. What would you choose yourself\?$/);
    assert.equal(asked?.offer.act.act, 'createGoal');
    assert.match(of(0, 2, false).balance?.question?.text ?? '', /What would they choose themselves\?$/);
    assert.deepEqual(
      of(1, 1).groups[0]?.goals.map(({ origin }) => [origin.icon, origin.text]),
      [
        ['person', 'own goal'],
        ['organisation', "organisation's goal"],
      ],
    );
  });

  it('leads to templates from the examples', () => {
    assert.equal(state({}).welcome?.more.act.act, 'createGoalFromTemplate');
  });

  it('says everything that went wrong, the newest first, each with what mends it', () => {
    const { notices } = state({
      problems: [
        { code: 'not-signed-in', message: 'Sign in first.', source: 'pull' },
        { code: 'sync-unauthorized', message: 'The remote did not let you in.', source: 'sync' },
      ],
      goals: [goal('g')],
    });
    const problems = notices.filter(({ kind }) => kind === 'problem');
    assert.deepEqual(
      problems.map(({ text, offers }) => [text, offers.map(({ act }) => act.act)]),
      [
        ['Sign in first.', ['signIn']],
        ['The remote did not let you in.', ['signIn', 'showLog']],
      ],
    );
  });

  it('says quietly what was said before about staged files, whatever strangers wrote', () => {
    const long = 'Name it. '.repeat(1000);
    const rows = [
      { feedback: 'h/line/1', text: long, about: 'a.ts' },
      { feedback: 'h/line/2', text: '<b>', about: '' },
    ];
    const { notices } = state({ recall: { key: 'k', text: 'Before you push', rows }, goals: [goal('g')] });
    const [recalled] = notices.filter(({ kind }) => kind === 'recall');
    assert.deepEqual(
      recalled?.recalled?.rows.map(({ act }) => act),
      rows.map(({ feedback }) => ({ act: 'openFeedback', feedback })),
    );
    assert.deepEqual(
      recalled?.offers.map(({ act }) => act.act),
      ['dismissRecall'],
    );
    assert.deepEqual(
      state({ recall: null, goals: [goal('g')] }).notices.filter(({ kind }) => kind === 'recall'),
      [],
    );
  });

  it('says in words first what is overdue, and what is due today', () => {
    const { actions } = state({
      actions: [
        action('today', { dueDate: '2026-11-22', owner: 'ada' }),
        action('late', { dueDate: '2026-11-21' }),
        action('soon', { dueDate: '2026-11-23' }),
      ],
    });
    assert.deepEqual(
      actions?.list.open.map(({ due }) => [due?.text, due?.isOverdue]),
      [
        ['overdue, was due Nov 21', true],
        ['due today', false],
        ['by Nov 23', false],
      ],
    );
    assert.equal(actions?.summary, '3 next actions open, 1 overdue');
  });

  it('shows the last 50 that are done, and says so', () => {
    const done = Array.from({ length: 60 }, (_, i) =>
      action(`a${i}`, { doneAt: new Date(Date.UTC(2026, 0, 1 + i)).toISOString() }),
    );
    const { actions } = state({ actions: done });
    assert.equal(actions?.list.done?.label, '60 done, the last 50 shown');
    assert.equal(actions?.list.done?.actions.length, 50);
    assert.equal(actions?.list.done?.actions[0]?.id, 'a59');
    assert.equal(state({ actions: done.slice(0, 1) }).actions?.list.done?.label, '1 done');
  });

  it('marks what is private and what is unverified with words', () => {
    const unverified = { createdBy: 'theo', claimedBy: 'mira' };
    const { groups, actions } = state({
      goals: [goal('g', { isPrivate: true, ...unverified })],
      actions: [action('a', { isPrivate: true }), action('b', unverified)],
    });
    const claim = 'says it is by mira, written by theo (unverified)';
    const marks = groups[0]?.goals[0]?.marks.map(({ kind, text }) => [kind, text]);
    assert.deepEqual(marks, [
      ['private', 'private'],
      ['unverified', claim],
    ]);
    assert.deepEqual(
      actions?.list.open.map((one) => one.marks.map(({ text }) => text)),
      [['private'], [claim]],
    );
  });

  it('says who made what only once more than one person writes', () => {
    const alone = state({ goals: [goal('g')], actions: [action('a', { createdBy: 'Ada' })] });
    assert.equal(alone.groups[0]?.goals[0]?.by, null);
    assert.deepEqual(alone.actions?.list.open[0]?.about, []);
    const both = state({
      goals: [goal('g')],
      actions: [action('a', { createdBy: 'theo', owner: 'ada' }), action('b', { owner: 'ADA' })],
    });
    assert.equal(both.groups[0]?.goals[0]?.by, 'by ada');
    assert.deepEqual(
      both.actions?.list.open.map(({ about }) => about),
      [['ada', 'added by theo'], ['ADA']],
    );
  });

  it('keeps what is open of a goal that was archived in sight', () => {
    const { actions } = state({
      goals: [goal('g', { status: 'archived' })],
      actions: [action('a', { goalId: 'g' })],
    });
    assert.deepEqual(
      actions?.list.open.map(({ id }) => id),
      ['a'],
    );
  });

  it('tells the session that comes next in one line, with what is missing and what prepares it', () => {
    const isMe = (name: string) => name === 'ada';
    const people = ['ada', 'theo'];
    const rhythm = { kind: 'check-in' as const, date: '2026-11-23', session: null, isOverdue: false };
    const about = { type: 'next' as const, people, isMe };
    const first = state({ next: { ...about, next: rhythm, missing: null } }).notices[0];
    assert.deepEqual(first, {
      kind: 'next',
      text: 'Check-in tomorrow · with theo',
      offers: [{ label: 'Prepare', act: { act: 'prepareSession', session: null }, isPrimary: false }],
    });
    const session: Session = {
      ...{ id: 's', people, heldAt: null, minutes: null, goalIds: [], link: null, pairingId: null },
      ...{ texts: [], entries: [], createdAt: '2026-11-01T10:00:00Z', ...kept, isPrivate: true },
      ...{ kind: 'check-in', date: '2026-11-20' },
    };
    const planned = { kind: session.kind, date: session.date, session, isOverdue: true };
    const late = state({ next: { ...about, next: planned, missing: ['question', 'example'] } }).notices[0];
    assert.equal(
      late?.text,
      'Check-in, was due Nov 20 · with theo · a question and an example are missing · private',
    );
    const ready = state({ next: { ...about, next: planned, missing: [] } }).notices[0];
    assert.deepEqual(
      ready?.offers.map(({ label, act }) => [label, act]),
      [['Open', { act: 'prepareSession', session: 's' }]],
    );
  });

  it('fits the page’s check whatever strangers wrote', () => {
    const odd = `${'\u202Ex'.repeat(400)}\n\u{E0041}\uD800`;
    const claims = { createdBy: 'x'.repeat(200), claimedBy: odd.slice(0, 200), isPrivate: true };
    const { groups, actions } = state({
      goals: [goal('g', { ...claims, title: odd })],
      actions: [action('a', { ...claims, text: odd, owner: odd.slice(0, 200) })],
    });
    assert.ok(!JSON.stringify([groups, actions]).includes('\u202E'));
  });
});
