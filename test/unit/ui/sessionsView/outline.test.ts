import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Pairing, Scaffold, Session } from '../../../../src/model/session.ts';
import type { Goal, Mentorship, NextAction } from '../../../../src/model/state.ts';
import { Rows } from '../../../../src/ui/sessionsView/nodes.ts';
import { type Outline, outlineOf, type Told } from '../../../../src/ui/sessionsView/outline.ts';

const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };
const now = new Date(2026, 10, 22, 12);
const nothing: Told = {
  ...{ sessions: [], actions: [], goals: [], pairings: [], scaffolds: [], mentorship: null, mentee: 'ada' },
  isMe: (name) => name === 'ada',
};
const told = (changes: Partial<Told>) => outlineOf({ ...nothing, ...changes }, now);

function session(id: string, date: string, changes: Partial<Session> = {}): Session {
  return {
    ...{ id, kind: 'check-in', people: ['ada', 'theo'], date, heldAt: `${date}T10:00:00Z`, minutes: null },
    ...{ goalIds: [], link: null, pairingId: null, texts: [], entries: [], createdAt: date, ...kept },
    ...changes,
  };
}
function action(id: string, changes: Partial<NextAction> = {}): NextAction {
  const none = { owner: null, dueDate: null, goalId: null, doneAt: null, sessionId: null };
  return { id, text: `Do ${id}`, createdAt: '2026-11-01T10:00:00Z', ...none, ...kept, ...changes };
}
function goal(id: string, changes: Partial<Goal> = {}): Goal {
  const none = { category: null, targetDate: null, milestones: [], counts: { keep: 0, stop: 0, start: 0 } };
  return { id, title: `Goal ${id}`, origin: 'mentee', status: 'active', ...none, ...kept, ...changes };
}
function pairing(id: string, changes: Partial<Pairing> = {}): Pairing {
  return {
    ...{ id, people: ['ada', 'theo'], goalId: 'g', style: 'ping-pong', turnMinutes: 10, repository: null },
    ...{
      base: 'main',
      branch: 'mob/main',
      startedAt: '2026-11-22T09:00:00Z',
      endedAt: null,
      sessionId: null,
    },
    ...{ commit: null, handoffs: [], driver: null, since: null, ...kept },
    ...changes,
  };
}
const ended = { endedAt: '2026-11-22T10:00:00Z' };
const mentorship = { mentors: ['theo'], mentees: ['ada'], rhythmDays: 14 } as unknown as Mentorship;
const written = (by: string, text: string) => [
  { by, claimedBy: null, text, writtenAt: '2026-11-01T10:00:00Z' },
];
const ids = (rows: readonly Outline[]) => rows.map(({ id }) => id);
const find = (rows: readonly Outline[], id: string): Outline => {
  const found = rows.find((row) => row.id === id);
  assert.ok(found, `no row ${id}`);
  return found;
};

describe('the outline of the Sessions view', () => {
  it('is empty where there is nothing, so that the view says what to do next', () => {
    assert.deepEqual(told({}), []);
  });

  it('goes from what comes next over what is open to what was', () => {
    const rows = told({
      mentorship,
      goals: [goal('g')],
      actions: [action('a')],
      sessions: [
        session('old', '2026-11-01'),
        session('plan', '2026-11-25', { heldAt: null, kind: 'milestone' }),
      ],
      pairings: [pairing('done', ended), pairing('runs')],
      scaffolds: [{ id: 's', goalId: 'g', part: null, steps: [], ...kept }],
    });
    assert.deepEqual(ids(rows), [
      ...['next', 'running/runs', 'session/plan', 'actions', 'log', 'pairings', 'scaffolds'],
    ]);
  });

  it('names each of two peers once, though both mentor and are mentored', () => {
    const both = ['ada', 'theo'];
    const content = told({ mentorship: { ...mentorship, kind: 'peer', mentors: both, mentees: both } })[0]
      ?.content;
    assert.ok(content?.type === 'next');
    assert.deepEqual(content.people, both);
  });

  it('asks of a check-in what its mentee has not prepared, and of no other session', () => {
    const planned = (kind: Session['kind'], by: string) =>
      told({
        mentorship: { ...mentorship, rhythmDays: null },
        sessions: [
          session('n', '2026-11-23', {
            kind,
            heldAt: null,
            texts: written(by, '## Question\n\nHow do I say no?\n'),
          }),
        ],
      })[0]?.content;
    const missing = (kind: Session['kind'], by: string) => {
      const content = planned(kind, by);
      assert.ok(content?.type === 'next' && content.next.session?.kind === kind);
      return content.missing;
    };
    assert.deepEqual(missing('check-in', 'ada'), ['goal', 'example']);
    assert.deepEqual(missing('check-in', 'theo'), ['question', 'goal', 'example']);
    assert.equal(missing('incident-review', 'ada'), null);
  });

  it('takes no session of others for the next one', () => {
    const rows = told({
      sessions: [
        session('theirs', '2026-11-23', { heldAt: null, people: ['theo', 'mira'] }),
        session('mine', '2026-11-30', { heldAt: null }),
      ],
    });
    assert.deepEqual(ids(rows), ['next', 'session/theirs']);
    assert.ok(rows[0]?.content.type === 'next' && rows[0].content.next.session?.id === 'mine');
  });

  it('puts what is overdue first over all goals, and folds what is done', () => {
    const rows = told({
      goals: [goal('g'), goal('old', { status: 'archived' })],
      actions: [
        action('none'),
        action('soon', { dueDate: '2026-11-23', goalId: 'g' }),
        action('late', { dueDate: '2026-11-01', goalId: 'old' }),
        action('done', { doneAt: '2026-11-20T10:00:00Z' }),
      ],
    });
    const [actions] = rows;
    assert.deepEqual(actions?.content, { type: 'actions', open: 3, overdue: 1 });
    assert.deepEqual(ids(actions.children), ['action/late', 'action/soon', 'action/none', 'done']);
    const [late] = actions.children;
    assert.ok(late?.content.type === 'action');
    assert.deepEqual(
      [late.content.tracked.isOverdue, late.content.goal, late.content.tracked.action.goalId],
      [true, 'Goal old', 'old'],
    );
    assert.deepEqual(ids(actions.children.at(-1)?.children ?? []), ['action/done']);
  });

  it('lists few sessions newest first, and many by month', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        session(`s${i}`, `2026-${String(1 + Math.floor(i / 3)).padStart(2, '0')}-1${i % 3}`),
      );
    assert.deepEqual(ids(told({ sessions: some(4) })[0]?.children ?? []), [
      ...['session/s3', 'session/s2', 'session/s1', 'session/s0'],
    ]);
    const months = told({ sessions: some(30) })[0]?.children ?? [];
    assert.deepEqual(ids(months).slice(0, 2), ['log/2026-10', 'log/2026-09']);
    assert.deepEqual(ids(months[0]?.children ?? []), ['session/s29', 'session/s28', 'session/s27']);
  });

  it('keeps in sight what was planned and never held', () => {
    const rows = told({
      sessions: [session('never', '2026-10-01', { heldAt: null }), session('held', '2026-10-20')],
    });
    assert.deepEqual(ids(find(rows, 'log').children), ['session/held', 'session/never']);
  });

  it('shows what others wrote below a session, where the row itself opens something else', () => {
    const both = [...written('theo', 'Mine'), ...written('ada', 'Hers')];
    const rows = told({
      sessions: [
        session('alone', '2026-11-01', { texts: written('theo', 'Only his') }),
        session('both', '2026-11-02', { texts: both }),
        session('plan', '2026-11-25', { heldAt: null, texts: written('theo', 'To come') }),
      ],
    });
    const [latest, first] = find(rows, 'log').children;
    assert.deepEqual(ids(latest?.children ?? []), ['session/both/text/0/theo']);
    assert.deepEqual(first?.children, []);
    assert.deepEqual(ids(find(rows, 'next').children), ['next/text/0/theo']);
  });

  it('tells time at the keyboard by person and by goal, with the pairings after it', () => {
    const pairings = [
      pairing('one', ended),
      pairing('two', { ...ended, goalId: null, createdBy: 'theo', startedAt: '2026-11-22T09:30:00Z' }),
    ];
    const [group] = told({ goals: [goal('g')], pairings });
    assert.deepEqual(ids(group?.children ?? []), ['keyboard', 'pairing/two', 'pairing/one']);
    const [keyboard] = group?.children ?? [];
    assert.deepEqual(ids(keyboard?.children ?? []), [
      ...['keyboard/person/ada', 'keyboard/person/theo', 'keyboard/goal/g', 'keyboard/goal/'],
    ]);
    assert.deepEqual(ids(keyboard?.children[2]?.children ?? []), ['keyboard/goal/g/ada']);
  });

  it('calls a topic a trend once it came up twice', () => {
    const about = (id: string, date: string, topic: string) =>
      session(id, date, { entries: [{ topic, insight: '', nextAction: '', by: 'ada' }] });
    const sessions = [
      about('a', '2026-10-01', 'Outbox'),
      about('b', '2026-11-01', 'outbox'),
      about('c', '2026-11-02', 'Once'),
    ];
    const topics = find(told({ sessions }), 'topics').children;
    assert.deepEqual(ids(topics), ['topic/outbox']);
    assert.deepEqual(ids(topics[0]?.children ?? []), ['topic/outbox/b', 'topic/outbox/a']);
  });

  it('shows all four steps of a way, each with the session that shows it', () => {
    const scaffold: Scaffold = {
      ...{ id: 's', goalId: null, part: 'The release', ...kept },
      steps: [{ step: 'navigate', sessionId: 'held', url: null, reachedAt: '2026-11-02T10:00:00Z' }],
    };
    const rows = told({ sessions: [session('held', '2026-11-02')], scaffolds: [scaffold] });
    const [way] = find(rows, 'scaffolds').children;
    assert.ok(way?.content.type === 'scaffold' && way.content.name === 'The release');
    const steps = way.children.map(({ content }) =>
      content.type === 'step' ? [content.step, content.session?.id ?? null] : [],
    );
    assert.deepEqual(steps, [
      ['shadow', null],
      ['navigate', 'held'],
      ['reverse-shadow', null],
      ['solo', null],
    ]);
  });
});

describe('the rows of the Sessions view', () => {
  const state = (changes: Partial<Told>) => told({ actions: [action('a'), action('b')], ...changes });

  it('are drawn as a whole at first, and not at all while nothing changes', () => {
    const rows = new Rows();
    assert.equal(rows.take(state({})), undefined);
    assert.deepEqual(rows.take(state({})), []);
  });

  it('stay the same objects, and only what changed is drawn', () => {
    const rows = new Rows();
    rows.take(state({ sessions: [session('s', '2026-11-01')] }));
    const [actions, log] = rows.roots;
    const first = actions?.children[0];
    const changed = rows.take(
      state({
        actions: [action('a', { owner: 'theo' }), action('b')],
        sessions: [session('s', '2026-11-01', { texts: written('ada', 'No row in it') })],
      }),
    );
    assert.deepEqual(changed, [first]);
    assert.deepEqual([rows.roots[0], rows.roots[1], rows.roots[0]?.children[0]], [actions, log, first]);
    assert.ok(first?.content.type === 'action' && first.content.tracked.action.owner === 'theo');
  });

  it('draw a group again with what is in it, once rows come, go or move', () => {
    const rows = new Rows();
    rows.take(state({ sessions: [session('s', '2026-11-01')] }));
    const changed = rows.take(
      state({
        actions: [action('a', { doneAt: '2026-11-20T10:00:00Z' }), action('b')],
        sessions: [session('s', '2026-11-01')],
      }),
    );
    assert.deepEqual(
      changed?.map(({ id }) => id),
      ['actions'],
    );
    assert.equal(rows.get('action/a')?.parent?.id, 'done');
    assert.equal(rows.get('action/b')?.parent?.id, 'actions');
  });

  it('have ids of their own, each once', () => {
    const rows = told({
      mentorship,
      goals: [goal('g')],
      sessions: Array.from({ length: 40 }, (_, i) =>
        session(`s${i}`, `2026-1${i % 2}-0${1 + (i % 9)}`, {
          entries: [{ topic: 'Outbox', insight: '', nextAction: '', by: 'ada' }],
        }),
      ),
      pairings: [pairing('one', ended), pairing('two')],
      scaffolds: [{ id: 's', goalId: 'g', part: null, steps: [], ...kept }],
    });
    const all: string[] = [];
    const walk = (some: readonly Outline[]) => {
      for (const row of some) {
        all.push(row.id);
        walk(row.children);
      }
    };
    walk(rows);
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length > 80);
  });
});
