import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { syncSpace } from '../../../../src/git/index.ts';
import type { NewEvent } from '../../../../src/model/events.ts';
import { everyObject, goal, Meeting, type Person } from './support.ts';

const runs = Number(process.env.CAIRN_PRIVATE_RUNS ?? 3);

/** A person's step: who, what, about which of a few records, and where a new record is to be kept. */
const step = fc.record({
  who: fc.nat(1),
  act: fc.constantFrom('say', 'say', 'say', 'link', 'link', 'keep', 'share', 'undo', 'erase', 'sync', 'sync'),
  record: fc.nat(5),
  other: fc.nat(5),
  isPrivate: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What one person has said: each word once in the world, by the record that it is about. */
class Said {
  readonly person: Person;
  readonly name: string;
  readonly records = new Map<string, { kind: number; isPrivate: boolean; words: Set<string> }>();
  /** Words that may be in the repository since their record was shared at some time after they were said. */
  readonly shared = new Set<string>();
  readonly #acts: { act: string; makes: string | null }[] = [];
  /** Records whose making was taken back: nobody speaks of them any more. */
  readonly #gone = new Set<string>();

  constructor(name: string, person: Person) {
    this.name = name;
    this.person = person;
  }

  async take({ act, record, other, isPrivate }: Step, word: string): Promise<void> {
    const { space } = this.person;
    const id = (n: number) => `${this.name}record${n}${['goal', 'action', 'heard'][n % 3]}`;
    const found = this.records.get(id(record));
    if (act !== 'sync' && act !== 'undo' && this.#gone.has(id(record))) return;
    if (act === 'say') {
      const about = found ?? { kind: record % 3, isPrivate, words: new Set([id(record)]) };
      about.words.add(word);
      this.records.set(id(record), about);
      const events = [found ? changed(about.kind, id(record), word) : made(about.kind, id(record), word)];
      const [event] = await space.perform(events, { isPrivate: !found && isPrivate });
      this.#acts.push({ act: event!.act, makes: found ? null : id(record) });
    } else if (act === 'link') {
      const [goal, heard] = [id(record - (record % 3)), id(other - (other % 3) + 2)];
      if (![goal, heard].every((one) => this.records.has(one) && !this.#gone.has(one))) return;
      await space.perform([{ type: 'feedback.linked', payload: { feedback: heard, goal } }]);
    } else if (act === 'keep' || act === 'share') {
      if (!found) return;
      await space.setPrivate(id(record), act === 'keep');
      found.isPrivate = act === 'keep';
    } else if (act === 'undo') {
      const last = this.#acts.pop();
      if (!last) return;
      if (last.makes) this.#gone.add(last.makes);
      await space.undo(last.act);
    } else if (act === 'erase') {
      if (found) await space.erase(id(record));
    } else {
      await syncSpace(this.person.git, this.person.clone);
    }
    for (const { isPrivate: isKept, words } of this.records.values()) {
      if (!isKept) for (const said of words) this.shared.add(said);
    }
  }

  /** Words that must be nowhere in a repository. */
  secrets(): string[] {
    const all = [...this.records.values()].flatMap(({ words }) => [...words]);
    return all.filter((word) => !this.shared.has(word));
  }
}

describe('Nothing private', () => {
  let meeting: Meeting;
  beforeEach(() => {
    meeting = new Meeting();
  });
  afterEach(() => meeting.end());

  it('ever enters an object of a repository, whatever is said, kept, shared, undone and synced', async function () {
    this.timeout(120_000);
    let secrets = 0;
    let shared = 0;
    const series = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
      meeting.end();
      meeting = new Meeting();
      const people = [
        new Said('ada', await meeting.first('ada')),
        new Said('marsh', await meeting.next('marsh')),
      ];
      let count = 0;
      for (const one of [
        ...steps,
        ...people.map((_, who) => ({ ...steps[0]!, who, act: 'sync' as const })),
      ]) {
        await people[one.who]!.take(one, `word${++count}of${people[one.who]!.name}end`);
        if (one.act !== 'sync') continue;
        const places = [meeting.bare, ...people.map(({ person }) => join(person.folder, '.git'))];
        const objects = places.map(everyObject).join('\n');
        for (const secret of people.flatMap((said) => said.secrets())) {
          secrets += 1;
          assert.ok(!objects.includes(secret), `${secret} is in an object`);
        }
        const known = [...people[one.who]!.shared];
        shared += known.filter((word) => objects.includes(word)).length;
      }
    });
    await fc.assert(series, { numRuns: runs, endOnFailure: true });
    // Else the test would have looked for nothing, or in nothing.
    assert.ok(secrets > 20, `only ${secrets} secrets were looked for`);
    assert.ok(shared > 20, `only ${shared} shared words were found`);
  });

  it('is shared by taking back what made it', async () => {
    const { space, git, clone } = await meeting.first('ada');
    await space.perform([goal('g1', 'Dare to disagree')], { isPrivate: true });
    await space.undo();
    await syncSpace(git, clone);
    assert.ok(!everyObject(meeting.bare).includes('disagree'));
    assert.equal(space.records.goals.size, 0);
    await space.perform([goal('g2', 'Speak up')], { isPrivate: true });
    await space.undo((await space.events()).findLast(({ type }) => type === 'goal.created')!.act);
    await syncSpace(git, clone);
    assert.ok(!everyObject(meeting.bare).includes('Speak up'));
  });

  it('is shared by sharing the other end of a link', async () => {
    const { space, git, clone } = await meeting.first('ada');
    await space.perform([goal('g1', 'Dare to disagree')], { isPrivate: true });
    await space.perform([made(2, 'heard', 'You never say no')], { isPrivate: true });
    await space.perform([{ type: 'feedback.linked', payload: { feedback: 'heard', goal: 'g1' } }]);
    await space.setPrivate('g1', false);
    await syncSpace(git, clone);
    const objects = everyObject(meeting.bare);
    assert.match(objects, /Dare to disagree/);
    assert.doesNotMatch(objects, /heard|never say no/);
    assert.deepEqual(space.records.marks.get('heard')?.goalIds, ['g1']);
  });

  it('is shared after its first words were erased', async () => {
    const { space, git, clone } = await meeting.first('ada');
    await space.perform([changed(2, 'heard', 'What Lee said')], { isPrivate: true });
    await space.erase('heard');
    await space.perform([changed(2, 'heard', 'What Lee meant')]);
    await syncSpace(git, clone);
    assert.doesNotMatch(everyObject(meeting.bare), /What Lee|heard/);
    assert.equal(space.records.marks.get('heard')?.tag, 'keep');
  });
});

function made(kind: number, id: string, word: string): NewEvent {
  if (kind === 0)
    return {
      type: 'goal.created',
      payload: { goal: id, title: word, category: null, origin: 'mentee', targetDate: null },
    };
  if (kind === 1)
    return {
      type: 'action.added',
      payload: { action: id, text: word, owner: null, dueDate: null, goal: null },
    };
  return {
    type: 'feedback.entered',
    payload: { feedback: id, author: 'lee', body: word, url: null, saidAt: '2026-11-01T10:00:00Z' },
  };
}

function changed(kind: number, id: string, word: string): NewEvent {
  if (kind === 0) return { type: 'milestone.added', payload: { goal: id, milestone: word, title: word } };
  if (kind === 1) return { type: 'action.edited', payload: { action: id, text: word } };
  const excerpt = {
    ...{ kind: 'entered' as const, author: 'lee', text: word, url: null, repository: null, isPrivate: null },
    ...{ number: null, title: null, path: null, line: null, createdAt: '2026-11-01T10:00:00Z' },
  };
  return { type: 'feedback.tagged', payload: { feedback: id, tag: 'keep', excerpt } };
}
