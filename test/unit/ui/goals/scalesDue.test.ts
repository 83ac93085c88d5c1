import assert from 'node:assert/strict';
import { blankMentorship } from '../../../../src/model/records.ts';
import type { Mentorship } from '../../../../src/model/state.ts';
import { areScalesDue } from '../../../../src/ui/goals/scalesDue.ts';

const mentorship: Mentorship = {
  ...{ title: 't', kind: 'one-to-one', mentors: ['theo'], mentees: ['ada'], rhythmDays: null },
  ...{ ...blankMentorship, hoursPerMonth: null },
};
const now = new Date('2026-11-22T12:00:00Z');
const day = 86_400_000;
const ago = (days: number) => new Date(now.getTime() - days * day).toISOString();
const due = (more: Partial<Parameters<typeof areScalesDue>[0]> = {}) =>
  areScalesDue({
    ...{ answers: [], mentorship, mentee: 'ada', isMe: (name) => name === 'ada', dismissedAt: 0, now },
    ...more,
  });

describe('the question for one’s own scales', () => {
  it('is for somebody who is mentored, and nobody else', () => {
    assert.equal(due(), true);
    assert.equal(due({ isMe: (name) => name === 'theo' }), false);
    assert.equal(due({ mentee: null }), false);
    assert.equal(due({ mentorship: null }), false);
    assert.equal(due({ mentorship: { ...mentorship, mentors: [] } }), false);
  });

  it('comes four weeks after an answer of one’s own or a “not now”, not before', () => {
    const answered = (days: number, createdBy = 'ada') => [{ answeredAt: ago(days), createdBy }];
    assert.equal(due({ answers: answered(27.9) }), false);
    assert.equal(due({ answers: [...answered(80), ...answered(3)] }), false);
    assert.equal(due({ answers: answered(28) }), true);
    assert.equal(due({ answers: answered(1, 'somebody') }), true);
    assert.equal(due({ answers: [{ answeredAt: 'once', createdBy: 'ada' }] }), true);
    assert.equal(due({ dismissedAt: now.getTime() - 27 * day }), false);
    assert.equal(due({ dismissedAt: now.getTime() - 28 * day }), true);
  });
});
