import assert from 'node:assert/strict';
import fs from 'node:fs';
import { join } from 'node:path';
import { syncSpace } from '../../../../src/git/index.ts';
import type { NewEvent } from '../../../../src/model/events.ts';
import { hasWritten, isSamePerson, personOf } from '../../../../src/model/fold.ts';
import { mentoredOf } from '../../../../src/model/mentorshipOf.ts';
import { openState } from '../../../../src/model/openState.ts';
import { pulsesByPerson, signsOf } from '../../../../src/programme/health/index.ts';
import { keepWhole, shareFields } from '../../../../src/ui/mentorship/forms.ts';
import { lookAt } from '../../../../src/ui/mentorship/look.ts';
import type { Store } from '../../../../src/ui/store.ts';
import { everyObject, Meeting, type Person } from '../sync/support.ts';

/** The store of somebody's window, as far as it is asked here. */
function storeOf({ space }: Person): Store {
  const mentored = () => mentoredOf(space.records, (name) => personOf(space.records, name));
  const none = {
    goals: [],
    feedback: [],
    actions: [],
    sessions: [],
    annotations: [],
    kudos: [],
    scaffolds: [],
  };
  const store = {
    ...{ ...none, isLoaded: true, space },
    get records() {
      return space.records;
    },
    get charters() {
      return mentored().charters;
    },
    get pulses() {
      return mentored().pulses;
    },
    get trials() {
      return mentored().trials;
    },
    get skillRatings() {
      return mentored().skillRatings;
    },
    perform: (events: NewEvent[], options?: { isPrivate?: boolean }) => space.perform(events, options),
    setPrivate: (id: string, isPrivate: boolean) => space.setPrivate(id, isPrivate),
  };
  return store as unknown as Store;
}

const answers = { value: 2, clarity: 5, workload: 1, relationship: 4 };
const at = '2026-02-01T10:00:00.000Z';

describe('what each side of a mentorship holds', function () {
  this.timeout(60_000);
  let meeting: Meeting;
  let ada: Person;
  let mara: Person;

  before(async () => {
    meeting = new Meeting();
    ada = await meeting.first('ada');
    await ada.space.perform([
      {
        type: 'mentorship.recorded',
        payload: {
          ...{ title: 'Both', kind: 'one-to-one', mentors: ['mara'], mentees: ['ada'], rhythmDays: 7 },
          ...{ hoursPerMonth: 4, startsOn: '2026-01-05' },
        },
      },
    ]);
    await syncSpace(ada.git, ada.clone);
    mara = await meeting.next('mara');
  });
  after(() => meeting.end());

  const sync = async () => {
    await syncSpace(ada.git, ada.clone);
    await syncSpace(mara.git, mara.clone);
    await ada.space.reread();
    await mara.space.reread();
  };
  /** Every byte that the other side, and whoever reads the remote, can reach. */
  const reachable = () => {
    const bytes = fs
      .readdirSync(join(meeting.folder, 'mara'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    return [everyObject(meeting.bare), ...bytes].join('\n');
  };
  const seenByMara = () =>
    storeOf(mara).pulses.map(({ answers: { value, clarity, workload, relationship }, words, of }) => ({
      ...{ value, clarity, workload, relationship, words, of },
    }));

  it('is nothing of a pulse before its author shares of it', async () => {
    const words = 'Wombats say it is too much';
    await keepWhole('pulse', storeOf(ada), { id: 'whole-one', answers, words, at });
    await sync();
    assert.deepEqual(seenByMara(), []);
    for (const secret of ['Wombats', 'whole-one', 'pulse.given'])
      assert.ok(!reachable().includes(secret), secret);
    assert.equal(storeOf(ada).pulses[0]?.words, words);
  });

  it('is what its author chose, and none of the rest, in no byte', async () => {
    const store = storeOf(ada);
    assert.deepEqual(await shareFields('pulse', store, 'whole-one', ['value', 'clarity']), [
      'value',
      'clarity',
    ]);
    await sync();
    const some = { value: 2, clarity: 5, workload: null, relationship: null, words: null, of: 'whole-one' };
    assert.deepEqual(seenByMara(), [some]);
    assert.ok(!reachable().includes('Wombats'));
    assert.ok(!reachable().includes('"workload":1') && !reachable().includes('"relationship":4'));
    const isMe = (name: string) => name === 'mara';
    const who = { isMe, isSame: (a: string, b: string) => isSamePerson(mara.space.records, a, b) };
    const { people } = pulsesByPerson(storeOf(mara).pulses, who);
    assert.deepEqual(
      people.map(({ name, isMe: isOwn, points }) => [name, isOwn, points.length]),
      [['ada', false, 1]],
    );
  });

  it('becomes less, or nothing, when its author says so, by the same record', async () => {
    const store = storeOf(ada);
    assert.deepEqual(await shareFields('pulse', store, 'whole-one', ['value']), ['value']);
    assert.deepEqual(await shareFields('pulse', store, 'whole-one', []), []);
    await sync();
    const blank = { value: null, clarity: null, workload: null, relationship: null, words: null };
    assert.deepEqual(seenByMara(), [{ ...blank, of: 'whole-one' }]);
    assert.deepEqual(store.pulses.find(({ of }) => of === null)?.answers, answers, 'the whole one stays');
    assert.deepEqual(await shareFields('pulse', store, 'another', ['value']), [], 'none of hers');
  });

  it('is the same with the answers of a check', async () => {
    const trial = { useful: 'no', respectful: 'yes', sustainable: 'partly' };
    const words = 'Quokkas keep me awake';
    await keepWhole('trial', storeOf(ada), { id: 'whole-trial', day: 30, answers: trial, words, at });
    await shareFields('trial', storeOf(ada), 'whole-trial', ['respectful']);
    await sync();
    const [seen] = storeOf(mara).trials;
    assert.deepEqual(seen?.answers, { useful: null, respectful: 'yes', sustainable: null });
    assert.deepEqual([seen?.day, seen?.words, seen?.of], [30, null, 'whole-trial']);
    assert.ok(!reachable().includes('Quokkas') && !reachable().includes('"useful":"no"'));
  });

  it('is no word of what was noticed, and no other extension hears of whole ones', async () => {
    const payload = { nudge: 'n1', kind: 'promises', about: 'narwhals', answer: 'shown', answeredAt: at };
    await ada.space.perform([{ type: 'nudge.answered', payload }], { isPrivate: true });
    await sync();
    for (const secret of ['narwhals', 'nudge.answered']) assert.ok(!reachable().includes(secret), secret);
    assert.deepEqual([ada.space.records.nudges.size, mara.space.records.nudges.size], [1, 0]);
    const { pulses, trials, skillRatings, charters } = mentoredOf(ada.space.records, (name) => name);
    const shown = { pulses, trials, skillRatings, charters, knowledge: [], help: [] };
    const none = { feedback: [], actions: [], annotations: [], ratings: [], sessions: [], pairings: [] };
    const grown = { scaffolds: [], guesses: [], kudos: [], scaleAnswers: [], agreements: [] };
    const open = JSON.stringify(openState({ ...none, ...grown, ...shown }, ada.space.records));
    assert.ok(!open.includes('Wombats') && !open.includes('Quokkas'));
    assert.ok(open.includes('"respectful":"yes"'));
  });

  it('tells each side who has come, and each what is theirs alone', async () => {
    assert.ok(hasWritten(ada.space.records, 'ada') && !hasWritten(ada.space.records, 'mara'));
    const now = new Date(2026, 1, 20, 10);
    const kinds = async (person: Person) =>
      signsOf((await lookAt(storeOf(person), now))!).map(({ kind }) => kind);
    assert.deepEqual(await kinds(ada), ['alone']);
    await mara.space.perform([{ type: 'charter.written', payload: { charter: 'c1', text: '# Charter' } }]);
    await sync();
    await sync();
    assert.deepEqual(await kinds(ada), ['charter', 'rhythm']);
    // She answered no check, and has not accepted what she wrote.
    assert.deepEqual(await kinds(mara), ['charter', 'trial', 'rhythm']);
  });
});
