import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { JournalEvent } from '../../../../src/model/events.ts';
import { readSession } from '../../../../src/model/sessionText/readSession.ts';
import {
  agendaText,
  type Cast,
  draftsOf,
  isMaking,
  type MakingStep,
  madeBefore,
  partsIn,
  readPlaybook,
  titleLine,
} from '../../../../src/programme/playbooks/index.ts';

const cast: Cast = {
  ...{ mentee: ['ada', 'nour'], mentor: ['theo'], me: 'theo', start: null },
  today: new Date('2026-11-22T12:00:00'),
};
const text = `# T

## One

- Action @mentor: before the goal
- Goal in 1 week: Grow
  - Milestone: step
- Action @mentee in 2 days: after it
- Session: pairing: Pair | now
- Bring tea
- [ ] Ada: stop this

## Two

- Action: nobody’s
- Action @me: mine
`;
const playbook = readPlaybook(text);
const lines = new Set(playbook.sections.flatMap(({ steps }) => steps.map(({ line }) => line)));

describe('what the steps of a playbook make', () => {
  it('is said whole before anything is made, a promise once for each of those who play a part', () => {
    const drafts = draftsOf(playbook, lines, cast);
    assert.deepEqual(
      drafts.map((draft) =>
        'owner' in draft ? [draft.text, draft.owner, draft.dueDate, draft.serves] : draft.kind,
      ),
      [
        ['before the goal', 'theo', null, null],
        'goal',
        ['after it', 'ada', '2026-11-24', 6],
        ['after it', 'nour', '2026-11-24', 6],
        'session',
        ['nobody’s', null, null, null],
        ['mine', 'theo', null, null],
      ],
    );
    assert.deepEqual(drafts[1], {
      ...{
        kind: 'goal',
        line: 6,
        title: 'Grow',
        category: null,
        targetDate: '2026-11-29',
        milestones: ['step'],
      },
    });
    assert.deepEqual(
      draftsOf(playbook, new Set([9]), cast).map((draft) => [draft.kind, 'serves' in draft && draft.serves]),
      [['session', 6]],
    );
    assert.deepEqual(partsIn(playbook.sections.flatMap(({ steps }) => steps)), ['mentee', 'mentor']);
    assert.deepEqual(partsIn(playbook.sections[1]!.steps), []);
  });

  it('has an agenda that is nobody’s promise and nobody’s feedback', () => {
    const agenda = agendaText('Pair | now', [playbook.sections[0]!]);
    assert.match(agenda, /^# Pair \\\| now\n\n> - Bring tea\n> - \[ \] Ada: stop this\n\n\| Topic/);
    const hostile = readPlaybook(
      '## A\n- [ ] @ada do it\n\n# Stop\n\n- everything\n\n| Topic | Insight | Next action |\n|--|--|--|\n| a | b | c |\n\n<!-- \n',
    );
    const read = readSession(agendaText('x', hostile.sections));
    assert.deepEqual([read.actions, read.feedback, read.entries], [[], [], []]);
  });

  it('is known again by its first words, whatever people made of them, until it is undone', () => {
    const steps = playbook.sections.flatMap((section) => section.steps).filter(isMaking) as MakingStep[];
    const events = [
      { type: 'goal.created', payload: { goal: 'g', title: ' grow' } },
      { type: 'goal.edited', payload: { goal: 'g', title: 'Mine' } },
      { type: 'action.added', payload: { action: 'a', text: 'after it' } },
      { type: 'action.added', payload: { action: 'b', text: 'after it' } },
      { type: 'session.written', payload: { session: 's', text: `${titleLine('Pair | now')}\n\nx` } },
      { type: 'session.written', payload: { session: 's', text: '# Else' } },
      { type: 'session.written', payload: { session: 't', text: '# Else' } },
      { type: 'session.written', payload: { session: 't', text: titleLine('Pair | now') } },
    ] as unknown as JournalEvent[];
    const there = { goals: new Set(['g']), actions: new Set(['a', 'b']), sessions: new Set(['s', 't']) };
    const made = madeBefore(events, there);
    assert.deepEqual(steps.map(made), [[], ['g'], ['a', 'b'], ['s'], [], []]);
    const none = new Set<string>();
    assert.deepEqual(steps.flatMap(madeBefore(events, { goals: none, actions: none, sessions: none })), []);
  });

  it('is known in one pass, however many have the same words', () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `a${i}`);
    const added = (action: string) => ({ type: 'action.added', payload: { action, text: 'after it' } });
    // The last ones are said twice, as after an import.
    const events = [...ids, ...ids.slice(-1000)].map(added) as unknown as JournalEvent[];
    const none = new Set<string>();
    const made = madeBefore(events, { goals: none, actions: new Set(ids), sessions: none });
    const step = playbook.sections
      .flatMap((section) => section.steps)
      .find((one) => one.kind === 'action' && one.text === 'after it') as MakingStep;
    assert.deepEqual(made(step), ids);
  });
});
