import assert from 'node:assert/strict';
import { type Report, sectionIds, toHtml, toMarkdown } from '../../../../src/growth/report/index.ts';
import { reportOf } from '../../../../src/growth/report/report.ts';
import type { ReportInput } from '../../../../src/growth/report/types.ts';
import { growthLines } from '../../../support/journal/growthLines.ts';
import { growthMentee } from '../../../support/journal/growthPulls.ts';
import { build, english, outlined, read, reportInput } from '../../../support/report.ts';

const claimsOf = (report: Report) => report.sections.flatMap(({ claims }) => claims);
const said = (report: Report, id: string) => {
  const claim = claimsOf(report).find((one) => one.id === id);
  assert.ok(claim, `no claim ${id} among ${claimsOf(report).map((one) => one.id)}`);
  return read(claim.parts);
};
const bare = (): ReportInput => {
  const input = reportInput(growthLines({ months: 1 }));
  const state = {
    ...input.state,
    goals: [],
    feedback: [],
    actions: [],
    sessions: [],
    kudos: [],
    mentorship: null,
  };
  return {
    ...{ ...input, themes: [], recurrences: new Map(), follow: new Map() },
    state: { ...state, scaffolds: [] },
    own: { goals: [], feedback: [], actions: [], sessions: [], kudos: [], scaleAnswers: [] },
  };
};

describe('a growth report', () => {
  const lines = growthLines({ months: 6 });
  const { known } = lines;
  const report = build(6);

  it('says what the journal says, by its exact numbers', () => {
    const { keep, stop, start } = known.tags;
    const of = (id: string) =>
      `${known.byGoal[id]!.keep} keep, ${known.byGoal[id]!.stop} stop, ${known.byGoal[id]!.start} start`;
    assert.ok(
      said(report, 'tags:all').startsWith(
        `${keep + stop + start} pieces of feedback were tagged: ${keep} keep, ${stop} stop, ${start} start.`,
      ),
    );
    assert.ok(
      said(report, 'tags:all').includes(
        'In the first half, on 12 pull requests: 12 keep, 6 stop, 3 start; in the second, on 12: 12 keep, 2 stop, 3 start.',
      ),
    );
    for (const id of known.goals) assert.ok(said(report, `tags:${id}`).includes(of(id)), id);
    assert.equal(
      said(report, 'acted:all'),
      `${stop + start} comments on lines of code asked to stop or to start something. After ${stop + start / 2} of them these lines were changed (${stop + start / 2} before the merge), after ${start / 2} they were not.`,
    );
    assert.equal(
      said(report, 'sessions:rhythm'),
      `Check-ins in 181 days: ${known.sessions} held; one every 14 days was agreed, which makes 12.`,
    );
    const { inTime, late, open } = known.actions;
    assert.equal(
      said(report, 'promises:kept'),
      `${inTime + late} promises were kept: ${inTime} by the day that was set, ${late} later, 0 without a day.`,
    );
    assert.equal(
      said(report, 'promises:open'),
      `${open} were open at the end, ${open} of them past the day that was set.`,
    );
    const count = (prefix: string) => claimsOf(report).filter(({ id }) => id.startsWith(prefix)).length;
    assert.equal(count('insight:'), known.insights);
    assert.equal(count('kudos:'), known.kudos);
    assert.equal(count('milestone:'), known.milestonesReached);
    const [learned] = lines.themes;
    assert.equal(
      said(report, `theme:${learned!.id}`),
      '“Let errors through” came up on 8 pull requests, first on Jan 3, 2026, last on Apr 17, 2026. Counts as learned since Jun 2, 2026: 4 later pull requests gave room for it, and it came up on none.',
    );
  });

  it('names what shows each claim, with an address where it has one', () => {
    for (const { id, sources } of claimsOf(report)) {
      if (id === 'about:mentorship' || id === 'about:mentors') continue;
      assert.ok(sources.length > 0, id);
      for (const source of sources) {
        if ('url' in source)
          assert.match(source.url, /^https:\/\/github\.com\/harbour-lights\/beacon\/(pull|commit)\//, id);
        else assert.ok(report.entries.has(source.record), `${id}: ${source.record}`);
      }
    }
    const first = lines.comments.find(({ tag }) => tag === 'stop')!;
    const acted = claimsOf(report).find(({ id }) => id === `acted:${first.id}`)!;
    const commit = lines.follow.get(first.id)!.commit!;
    assert.deepEqual(
      acted.sources.map((source) => ('url' in source ? source.url : '')),
      [
        `https://github.com/harbour-lights/beacon/pull/${first.number}#discussion_r${first.databaseId}`,
        `https://github.com/harbour-lights/beacon/commit/${commit}`,
      ],
    );
  });

  it('reads a comment once, however many claims name it', () => {
    const all = new Set(claimsOf(report).find(({ id }) => id === 'tags:all')!.sources);
    const ofGoal = claimsOf(report).find(({ id }) => id === `tags:${known.goals[0]}`)!.sources;
    assert.ok(ofGoal.length > 0 && ofGoal.every((source) => all.has(source)));
  });

  it('tells of a period nothing but what was in it', () => {
    const two = build(6, { from: '2026-02-01', to: '2026-03-31' });
    assert.ok(
      said(two, 'tags:all').startsWith('14 pieces of feedback were tagged: 8 keep, 4 stop, 2 start.'),
    );
    assert.ok(
      said(two, 'sessions:rhythm').startsWith(
        'Check-ins in 59 days: 4 held; one every 14 days was agreed, which makes 4.',
      ),
    );
    assert.ok(
      said(two, 'tags:all').includes(
        'In the first half, on 4 pull requests: 4 keep, 2 stop, 1 start; in the second, on 4:',
      ),
    );
  });

  it('names one day for what is private, in its sentence and among the sources', () => {
    const before = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      const input = bare();
      const [item] = reportInput(lines).state.feedback;
      const feedback = [
        { ...item!, tag: 'stop' as const, createdAt: `${input.from!.slice(0, 8)}20T20:00:00Z` },
      ];
      const some = reportOf({ ...input, own: { ...input.own, feedback } }, english);
      const entry = some.entries.get(`own:${item!.id}`);
      const day = english.day(`${input.from!.slice(0, 8)}21`);
      assert.ok(said(some, `own:${item!.id}`).includes(day));
      assert.ok(read(entry!.title).includes(day), read(entry!.title));
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('holds nothing to a day that is still to come', () => {
    const input = reportInput(lines);
    const [action] = input.state.actions;
    const due = { ...action!, createdAt: `${lines.to}T08:00:00Z`, doneAt: null, dueDate: '2027-01-10' };
    const state = { ...input.state, actions: [due] };
    const ahead = reportOf({ ...input, state, to: '2027-12-31' }, english);
    assert.deepEqual(ahead.lead, reportOf({ ...input, state }, english).lead);
    assert.equal(said(ahead, 'promises:open'), '1 was open at the end, 0 of them past the day that was set.');
    assert.equal(said(ahead, 'sessions:rhythm'), said(report, 'sessions:rhythm'));
  });

  it('calls no theme learned since a day after the period', () => {
    const [theme] = lines.themes;
    const known = lines.recurrences.get(theme!.id)!;
    const later = new Map([[theme!.id, { ...known, learnedAt: '2026-07-05T12:00:00Z' }]]);
    assert.doesNotMatch(said(build(6, { recurrences: later }), `theme:${theme!.id}`), /learned|Jul 5/);
  });

  it('tells of a theme nothing that came after the period', () => {
    const early = build(6, { from: '2026-01-01', to: '2026-02-28' });
    const [theme] = lines.themes;
    assert.equal(
      said(early, `theme:${theme!.id}`),
      '“Let errors through” came up on 4 pull requests, first on Jan 3, 2026, last on Feb 17, 2026.',
    );
    assert.ok(!claimsOf(early).some(({ id }) => id === `next:${theme!.id}`));
  });

  it('looks back on the whole from its first record on, and says what it is', () => {
    const all = build(6, { kind: 'close-out', from: null });
    assert.equal(read(all.title), `The mentorship of ${growthMentee}, looked back on`);
    assert.ok(all.lead[0]!.startsWith('From Jan 1, 2026 to'), all.lead[0]);
    assert.equal(said(all, 'tags:all'), said(report, 'tags:all'));
  });

  it('tells of nothing private but in claims of its own', () => {
    const { own } = reportInput(lines);
    const secrets = [own.goals[0]!.title, own.feedback[0]!.body];
    assert.equal(own.goals.length + own.feedback.length, known.isPrivate.length);
    for (const { claims, id } of report.sections) {
      assert.ok(claims.every(({ isPrivate }) => isPrivate === (id === 'private')));
      if (id !== 'private') for (const secret of secrets) assert.ok(!JSON.stringify(claims).includes(secret));
    }
    const page = toHtml(outlined(report), english);
    const text = toMarkdown(outlined(report), english);
    for (const secret of [...secrets, 'jo-private', ...known.isPrivate])
      for (const bytes of [page, text]) assert.ok(!bytes.includes(secret), secret);
    const whole = toMarkdown(outlined(report, { includePrivate: true }), english);
    for (const secret of secrets) assert.ok(whole.includes(secret), secret);
    assert.ok(whole.includes('*(Private)*'));
  });

  it('says neither name nor standing of a theme in which something private is', () => {
    const [theme] = lines.themes;
    const hidden = {
      ...theme!,
      feedbackIds: [...theme!.feedbackIds, known.isPrivate[1]!],
      name: 'secret word',
    };
    const some = build(6, { themes: [hidden] });
    assert.ok(!JSON.stringify(some.sections).includes('secret word'));
    assert.ok(said(some, `theme:${theme!.id}`).endsWith('last on Apr 17, 2026.'));
  });

  it('names nobody but who said something in public, and who is of the mentorship', () => {
    const some = reportInput(lines, { isPublic: () => false });
    const closed = reportOf(some, english);
    assert.deepEqual(closed.closedNames, ['ines-okoro']);
    assert.deepEqual(report.closedNames, []);
    const bytes = (without: string[]) => toMarkdown(outlined(closed, { without: new Set(without) }), english);
    assert.ok(bytes([]).includes('ines-okoro'));
    assert.ok(!bytes(['closedNames']).includes('ines-okoro'));
    assert.ok(bytes(['closedNames']).includes('theo-flint'));
    assert.ok(!/ines-okoro|theo-flint|marsh-lind/.test(bytes(['names'])));
    const isMarked = (one: Report, id: string) =>
      claimsOf(one).find((claim) => claim.id === id)!.isOfPrivateRepository;
    assert.ok(isMarked(closed, 'tags:all'));
    const [theme] = lines.themes;
    const [thanks] = some.state.kudos;
    const inner = theme!.feedbackIds[1]!;
    const partly = reportOf({ ...some, isPublic: (item) => item.id !== inner }, english);
    for (const id of [`theme:${theme!.id}`, 'about:read']) assert.ok(isMarked(partly, id), id);
    assert.ok(isMarked(closed, `kudos:${thanks!.id}`));
    assert.ok(!claimsOf(report).some((claim) => claim.isOfPrivateRepository));
    const met = some.state.sessions.map((one) => ({ ...one, people: [...one.people, 'stranger'] }));
    const odd = reportOf({ ...some, state: { ...some.state, sessions: met } }, english);
    assert.ok(!JSON.stringify([odd.sections, [...odd.entries]]).includes('stranger'));
    assert.ok(JSON.stringify([...odd.entries]).includes('1 other'));
  });

  it('says so where something could not be worked out', () => {
    const some = build(6, { failed: new Set(['acted']) });
    assert.equal(said(some, 'empty:acted'), 'This could not be worked out just now.');
    assert.ok(!claimsOf(some).some(({ id }) => id.startsWith('acted:')));
  });

  it('says that there is not enough yet where there is not', () => {
    const empty = reportOf(bare(), english);
    for (const id of ['goals', 'feedback', 'themes', 'acted', 'sessions', 'promises'] as const)
      assert.equal(said(empty, `empty:${id}`), english.empty[id]);
    assert.equal(claimsOf(empty).length, 6);
    assert.doesNotThrow(() => toHtml(outlined(empty), english));
    assert.ok(!/\d+ (keep|stop)/.test(toMarkdown(outlined(empty), english)));
  });

  it('makes no trend of one comment', () => {
    const input = bare();
    const [feedback] = reportInput(lines).state.feedback.filter(({ tag }) => tag === 'stop');
    const one = reportOf(
      { ...input, state: { ...input.state, feedback: [feedback!] }, from: '2026-01-01', to: '2026-06-30' },
      english,
    );
    assert.equal(
      said(one, 'tags:all'),
      '1 piece of feedback was tagged: 0 keep, 1 stop, 0 start. Not enough yet to say how that moved.',
    );
    assert.equal(
      said(one, 'acted:all'),
      '1 comment on lines of code asked to stop or to start something; what became of these lines is not known.',
    );
    assert.equal(said(one, 'empty:themes'), english.empty.themes);
  });

  it('counts no session that was planned and not held, and says how long there was none', () => {
    const input = reportInput(lines);
    const sessions = input.state.sessions.map((one, at) =>
      at > 3 && at < 8 ? { ...one, heldAt: null } : one,
    );
    const some = reportOf({ ...input, state: { ...input.state, sessions } }, english);
    assert.ok(said(some, 'sessions:rhythm').startsWith(`Check-ins in 181 days: ${known.sessions - 4} held;`));
    assert.equal(
      said(some, 'sessions:gap'),
      'The longest time without a check-in was 75 days, from Feb 20, 2026 to May 6, 2026.',
    );
    assert.equal(claimsOf(some).filter(({ id }) => id.startsWith('insight:')).length, known.insights - 2);
  });

  it('keeps impossible times out of every period', () => {
    const input = reportInput(lines);
    const odd = input.state.feedback.map((item) => ({ ...item, createdAt: 'never' }));
    const report = reportOf({ ...input, state: { ...input.state, feedback: odd } }, english);
    assert.equal(said(report, 'empty:feedback'), english.empty.feedback);
  });

  it('takes years, and draws them as quarters', () => {
    const years = build(60);
    const chart = claimsOf(years).find(({ id }) => id === 'tags:all')!.chart!;
    assert.equal(chart.table.rows.length, 20);
    assert.equal(
      chart.table.rows.reduce((sum, [, keep]) => sum + Number(keep), 0),
      240,
    );
    assert.deepEqual(
      years.sections.map(({ id }) => id),
      sectionIds.filter((id) => years.sections.some((one) => one.id === id)),
    );
    assert.ok(toHtml(outlined(years), english).length < 2_000_000);
  });
});
