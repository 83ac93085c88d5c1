import assert from 'node:assert/strict';
import type { Session } from '../../../../src/model/session.ts';
import type { Goal, Mentorship } from '../../../../src/model/state.ts';
import {
  type Known,
  plannedSessions,
  usualGoals,
  usualKind,
  usualPeople,
} from '../../../../src/ui/sessions/usual.ts';

const isMe = (name: string) => name.toLowerCase() === 'ada';
const mentorship = (mentors: string[], mentees: string[]) => ({ mentors, mentees }) as unknown as Mentorship;
let count = 0;
const session = (people: string[], changes: Partial<Session> = {}): Session => {
  const day = `2026-11-${String(++count).padStart(2, '0')}`;
  return {
    ...({ id: `s${count}`, kind: 'check-in', people, goalIds: [] } as unknown as Session),
    ...{ date: day, heldAt: `${day}T10:00:00Z` },
    ...changes,
  };
};
const known = (changes: Partial<Known>): Known => ({
  ...{ sessions: [], mentorship: null, goals: [], isMe, today: '2026-11-20' },
  ...changes,
});

describe('what is usual when a session is logged', () => {
  beforeEach(() => {
    count = 0;
  });

  it('is the other side of the mentorship, whoever was met since', () => {
    const sessions = [session(['ada', 'rosa'])];
    const of = (one: Mentorship) => usualPeople(known({ sessions, mentorship: one }));
    assert.deepEqual(of(mentorship(['theo'], ['Ada'])), [['theo'], ['rosa']]);
    assert.deepEqual(of(mentorship(['ada'], ['theo'])), [['theo'], ['rosa']]);
  });

  it('is whoever was met last where the mentorship has several, then all of them, then each', () => {
    const sessions = [session(['ada', 'kim']), session(['Theo', 'ada']), session(['ada', 'theo', 'rosa'])];
    assert.deepEqual(usualPeople(known({ sessions, mentorship: mentorship(['ada'], ['theo', 'mira']) })), [
      ['theo', 'rosa'],
      ['theo', 'mira'],
      ['theo'],
      ['mira'],
      ['kim'],
    ]);
  });

  it('is nobody where nothing is known, and everybody where the user is no part of the mentorship', () => {
    assert.deepEqual(usualPeople(known({})), []);
    assert.deepEqual(usualPeople(known({ mentorship: mentorship(['theo'], ['kim']) }))[0], ['theo', 'kim']);
    assert.deepEqual(usualPeople(known({ sessions: [session(['ada'])] })), []);
  });

  it('is the goal of the last time with the same people, while it is active', () => {
    const goals = ['g1', 'g2'].map((id) => ({ id, status: id === 'g1' ? 'active' : 'completed' })) as Goal[];
    const sessions = [
      session(['ada', 'theo'], { goalIds: ['old'] }),
      session(['Theo', 'ada'], { goalIds: ['g1', 'g2', 'gone'] }),
      session(['ada', 'rosa'], { goalIds: ['g2'] }),
    ];
    assert.deepEqual(usualGoals(known({ sessions, goals }), ['theo'], isMe), ['g1']);
    assert.deepEqual(usualGoals(known({ sessions, goals }), ['rosa'], isMe), []);
    assert.deepEqual(usualGoals(known({ sessions, goals }), ['kim'], isMe), []);
  });

  it('is a check-in, or pairing again with whom one pairs', () => {
    const sessions = [
      session(['ada', 'theo'], { kind: 'pairing' }),
      session(['ada', 'kim'], { kind: 'incident-review' }),
    ];
    assert.equal(usualKind(known({ sessions }), ['theo']), 'pairing');
    assert.equal(usualKind(known({ sessions }), ['kim']), 'check-in');
    assert.equal(usualKind(known({ sessions }), ['rosa']), 'check-in');
  });

  it('are planned sessions, the nearest first and never a held one', () => {
    const plan = (id: string, date: string) => session(['ada'], { id, date, heldAt: null });
    const sessions = [
      plan('late', '2026-12-24'),
      plan('missed', '2026-11-19'),
      plan('next', '2026-11-23'),
      session(['ada']),
    ];
    assert.deepEqual(
      plannedSessions(known({ sessions })).map(({ id }) => id),
      ['missed', 'next', 'late'],
    );
  });
});
