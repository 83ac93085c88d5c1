import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeSpaces } from '../../../../src/journal/folders/makeSpaces.ts';
import { listMentorships } from '../../../../src/journal/folders/mentorships.ts';
import { newId } from '../../../../src/journal/id.ts';
import type { NewEvent } from '../../../../src/model/events.ts';
import { personOf } from '../../../../src/model/fold.ts';
import { groupPlan, ownSpace, recordOf } from '../../../../src/model/groupSpaces.ts';
import { mentoredOf } from '../../../../src/model/mentorshipOf.ts';
import { sessionsOf } from '../../../../src/model/sessionsOf.ts';
import { publishedOf } from '../../../../src/programme/shared/index.ts';
import { everything, Member, newRoot } from './circle.ts';

/*
 * Two mentees, a mentor and a programme lead, each with a machine of their own and the remotes that they can read. What
 * anybody says carries a mark that stands nowhere else, and who may come across it; every byte that a role can reach is
 * looked through for every mark.
 */
const roles = ['tess', 'ada', 'ben', 'lee'] as const;
type Role = (typeof roles)[number];
type Mark = { mark: string; readers: readonly Role[] };

describe('a group, seen by each of its people and by the lead of its programme', () => {
  const root = newRoot();
  const [tess, ada, ben, lee] = roles.map((name) => new Member(root, name)) as [
    Member,
    Member,
    Member,
    Member,
  ];
  const people = { tess, ada, ben, lee };
  const bare = (name: string) => path.join(root, 'remotes', `${name}.git`);
  const programme = path.join(root, 'programme');
  /** What each role can read: the own machine, the remotes to which they were let, the programme's folder. */
  const reach: Record<Role, string[]> = {
    tess: [tess.folder, bare('ada'), bare('ben'), bare('common'), programme],
    ada: [ada.folder, bare('ada'), bare('common'), programme],
    ben: [ben.folder, bare('ben'), bare('common'), programme],
    lee: [lee.folder, programme],
  };
  const marks: Mark[] = [];
  let count = 0;
  const mark = (what: string, ...readers: Role[]) => {
    const text = `mark-${++count}-${what}-${newId().slice(-10)}`;
    marks.push({ mark: text, readers });
    return text;
  };
  const slugs = new Map<string, string>();
  const spaceOf = (who: Role, which: string) => people[who].space(slugs.get(`${who} ${which}`) as string);
  const group = newId();

  before(async function () {
    this.timeout(60_000);
    fs.mkdirSync(path.join(programme, 'spaces'), { recursive: true });
    fs.mkdirSync(path.join(lee.folder, 'data'), { recursive: true });
    const plan = groupPlan(
      {
        ...{ title: 'Circle', kind: 'group', mentors: ['tess'], mentees: ['ada', 'ben'], rhythmDays: 14 },
        ...{ hoursPerMonth: 4, purpose: mark('purpose', 'tess', 'ada', 'ben') },
      },
      group,
      ['ada', 'ben'],
      (name) => name === 'tess',
    );
    const all = [...plan.own, plan.common!];
    const made = await makeSpaces(
      tess.data,
      all.map((payload) => ({ name: payload.title, events: [{ type: 'mentorship.recorded', payload }] })),
      () => 'tess',
    );
    for (const [i, which] of ['ada', 'ben', 'common'].entries()) {
      slugs.set(`tess ${which}`, made[i] as string);
      await tess.share(made[i] as string, bare(which));
    }
    for (const [who, which] of [
      ['ada', 'ada'],
      ['ada', 'common'],
      ['ben', 'ben'],
      ['ben', 'common'],
    ] as const)
      slugs.set(`${who} ${which}`, await people[who].join(bare(which)));

    for (const mentee of ['ada', 'ben'] as const) {
      await speak('tess', mentee, ['tess', mentee]);
      await speak(mentee, mentee, ['tess', mentee]);
      await speak(mentee, 'common', ['tess', 'ada', 'ben']);
    }
    await speak('tess', 'common', ['tess', 'ada', 'ben']);
    for (const _ of [1, 2]) for (const one of [tess, ada, ben]) await one.sync();
    // What was shared once and is private now, which a remote keeps, and what was erased before it went anywhere.
    for (const who of ['ada', 'ben'] as const) {
      const space = await spaceOf(who, who);
      await space.perform([note('late', mark(`${who} private after all`, who, 'tess'))]);
      await people[who].sync();
      await space.setPrivate('late', true);
      await space.perform([note('gone', mark(`${who} erased`))]);
      await space.erase('gone');
    }
    for (const _ of [1, 2]) for (const one of [tess, ada, ben]) await one.sync();
    for (const which of ['ada', 'ben', 'common']) await publish(which);
    for (const which of ['ada', 'ben', 'common'])
      execFileSync('git', ['--git-dir', bare(which), 'gc', '--quiet']);
  });

  after(() => {
    for (const one of Object.values(people)) one.end();
    fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });

  /** What the mentor's Cairn tells the programme of a space, where its people agree. */
  async function publish(which: string): Promise<void> {
    const { folder, records } = await spaceOf('tess', which);
    const { id: spaceId } = JSON.parse(fs.readFileSync(path.join(folder, 'space.json'), 'utf8')) as {
      id: string;
    };
    const told = publishedOf(records.mentorship!, sessionsOf(records), { spaceId, now: new Date() });
    fs.writeFileSync(path.join(programme, 'spaces', `${told.id}.json`), JSON.stringify(told));
  }

  const note = (knowledge: string, what: string): NewEvent => ({
    type: 'knowledge.noted',
    payload: { knowledge, what, why: null, anchor: null, feedback: null, session: null, topics: [] },
  });
  const pulse = (id: string, words: string, of: string | null): NewEvent => ({
    type: 'pulse.given',
    payload: { pulse: id, value: 3, clarity: 2, workload: null, relationship: null, words, of, givenAt: '' },
  });
  const trial = (id: string, words: string, of: string | null): NewEvent => ({
    type: 'trial.answered',
    payload: {
      ...{ trial: id, day: 30, useful: 'yes', respectful: null, sustainable: null, words, of },
      answeredAt: '',
    },
  });

  /** One of each kind of thing, said by somebody in a space that those read. */
  async function speak(who: Role, which: string, readers: Role[]): Promise<void> {
    const space = await spaceOf(who, which);
    const at = `${who}-in-${which}`;
    const open = (what: string) => mark(`${at}-${what}`, ...readers);
    const own = (what: string) => mark(`${at}-${what}`, who);
    const [whole, check, session] = [newId(), newId(), newId()];
    await space.perform([pulse(whole, own('whole-pulse'), null)], { isPrivate: true });
    await space.perform([pulse(newId(), open('shown-pulse'), whole)]);
    await space.perform([trial(check, own('whole-check'), null)], { isPrivate: true });
    await space.perform([trial(newId(), open('shown-check'), check)]);
    await space.perform([note(newId(), own('private-knowledge'))], { isPrivate: true });
    await space.perform([note(newId(), open('knowledge'))]);
    const kind = own('nudge-kind');
    await space.perform([
      {
        type: 'nudge.answered',
        payload: { nudge: newId(), kind, about: own('nudge'), answer: 'later', answeredAt: '' },
      },
    ]);
    const goal = { category: null, origin: 'mentee' as const, targetDate: null };
    const secret = newId();
    await space.perform(
      [{ type: 'goal.created', payload: { goal: secret, title: own('private-goal'), ...goal } }],
      {
        isPrivate: true,
      },
    );
    await space.perform([{ type: 'goal.created', payload: { goal: newId(), title: open('goal'), ...goal } }]);
    await space.perform([
      {
        type: 'skill.rated',
        payload: {
          ...{ rating: newId(), rubric: 'r', skill: own('skill'), person: who, level: 2, evidence: [secret] },
          ...{ note: null, ratedAt: '' },
        },
      },
      {
        type: 'session.logged',
        payload: {
          ...{ session, kind: 'check-in', people: [who], date: '2026-03-01', heldAt: null, minutes: null },
          ...{ goals: [secret], link: null, pairing: null },
        },
      },
      { type: 'session.written', payload: { session, text: open('session') } },
      { type: 'charter.written', payload: { charter: newId(), text: open('charter') } },
      {
        type: 'help.asked',
        payload: { help: newId(), topic: open('help'), path: null, of: null, askedAt: '' },
      },
      {
        type: 'mentorship.status',
        payload: { status: 'active', reason: open('status'), until: null, changedAt: '' },
      },
    ]);
    await space.perform(
      [{ type: 'charter.written', payload: { charter: newId(), text: own('charter-draft') } }],
      {
        isPrivate: true,
      },
    );
  }

  it('lets nobody come across a word that is not for them, in whatever byte it stands', () => {
    const found = marks.map(() => [] as Role[]);
    for (const role of roles) {
      const bytes = everything(reach[role]);
      for (const [i, { mark: text }] of marks.entries()) if (bytes.includes(text)) found[i]?.push(role);
    }
    const wrong = marks.flatMap(({ mark: text, readers }, i) => {
      const [is, may] = [found[i]!.join(), roles.filter((role) => readers.includes(role)).join()];
      return is === may ? [] : `${text}: ${is || 'nobody'} instead of ${may || 'nobody'}`;
    });
    assert.deepEqual(wrong, []);
    assert.ok(marks.length > 100, String(marks.length));
  });

  it('tells a mentee nothing of another one’s space: not its id, its name, nor who writes there', async () => {
    for (const [who, other] of [
      ['ada', 'ben'],
      ['ben', 'ada'],
    ] as const) {
      const bytes = everything(reach[who]);
      const theirs = await spaceOf(other, other);
      const { id, name } = JSON.parse(fs.readFileSync(path.join(theirs.folder, 'space.json'), 'utf8'));
      for (const word of [id, name, await theirs.writer(), bare(other)] as string[])
        assert.ok(!bytes.includes(word), `${who} comes across ${word}`);
    }
    const lees = everything(reach.lee);
    assert.equal(fs.readdirSync(path.join(programme, 'spaces')).length, 3);
    assert.match(lees, /"kind":"group"/);
    for (const word of [group, 'Circle', ...roles.map((name) => `"${name}`), 'tess', 'check-in'])
      assert.ok(!lees.includes(word), word);
  });

  it('keeps whole pulses and checks out of every remote, and what was shown of them in the right ones', async () => {
    const remotes = everything([path.join(root, 'remotes')]);
    const whole = marks.filter(({ mark: text }) => text.includes('-whole-') || text.includes('nudge'));
    assert.equal(whole.length, 7 * 4);
    for (const { mark: text } of whole) assert.ok(!remotes.includes(text), text);
    const seen = mentoredOf((await spaceOf('tess', 'ada')).records, (name) => name).pulses;
    assert.deepEqual(
      seen.map(({ createdBy, of, isPrivate }) => [createdBy, of === null, isPrivate]),
      [
        ['tess', true, true],
        ['tess', false, false],
        ['ada', false, false],
      ],
    );
  });

  it('finds every mark where it was said: nothing was lost on the way', async () => {
    for (const [who, which] of [
      ['tess', 'ada'],
      ['ada', 'ada'],
      ['tess', 'common'],
      ['ben', 'common'],
    ] as const) {
      const { records } = await spaceOf(who, which);
      const { knowledge, charters, help } = mentoredOf(records, (name) => personOf(records, name));
      const said = which === 'common' ? 3 : 2;
      // Their own private note and draft of a charter as well; ada's late note is hers.
      const own = who === 'ada' ? 2 : 1;
      assert.deepEqual(
        [knowledge.length, charters.length, help.length],
        [said + own, said + 1, said],
        `${who} ${which}`,
      );
    }
  });

  it('keeps everything of somebody who leaves, and shows the group who is in it', async () => {
    const common = await spaceOf('tess', 'common');
    const before = (await common.events()).length;
    const left = { ...recordOf(common.records.mentorship!), mentees: ['ada'] };
    await common.perform([{ type: 'mentorship.recorded', payload: left }]);
    for (const one of [tess, ben]) await one.sync();
    const bens = await spaceOf('ben', 'ben');
    assert.deepEqual(bens.records.mentorship?.mentees, ['ben']);
    assert.equal(mentoredOf(bens.records, (name) => name).knowledge.length, 4);
    assert.deepEqual((await spaceOf('ben', 'common')).records.mentorship?.mentees, ['ada']);
    assert.equal((await common.events()).length, before + 1);
    const mine = (await listMentorships(ben.data)).map(({ mentorship }) => mentorship?.group?.isCommon);
    assert.deepEqual(mine.sort(), [false, true]);
    assert.deepEqual(ownSpace(left, group, 'cy').mentees, ['cy'], 'who joins sees nothing of who is there');
  });
});
