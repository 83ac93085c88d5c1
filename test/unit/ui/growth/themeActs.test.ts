import assert from 'node:assert/strict';
import { ThemeEngine, type ThemeInput } from '../../../../src/growth/themes/index.ts';
import type { JournalEvent, NewEvent } from '../../../../src/model/events.ts';
import { applyTheme, type ThemeEvent } from '../../../../src/model/foldGrowth.ts';
import type { Theme } from '../../../../src/model/growth.ts';
import { decisionsOf } from '../../../../src/model/growthOf.ts';
import { blankRecords } from '../../../../src/model/records.ts';
import {
  asShared,
  merging,
  moving,
  naming,
  placing,
  splitting,
} from '../../../../src/ui/growth/themeActs.ts';

const close = ['a', 'b', 'c', 'd'].map((id, place) =>
  piece(id, place, 'Please close the file handle when you are done.'),
);
const test = ['k', 'l', 'm'].map((id, place) =>
  piece(id, 10 + place, 'Add a unit test for this edge case, please.'),
);

function piece(id: string, day: number, body: string): ThemeInput {
  return {
    ...{ id, body, tag: 'stop', goalIds: [], path: 'src/a.ts', diffHunk: null },
    at: new Date(Date.parse('2026-01-01T00:00:00Z') + day * 86_400_000).toISOString(),
    pullRequest: { repository: 'lab/rig', number: day + 1 },
  };
}

/** What the themes are after each act, as the journal and the thread would have it. */
class Bench {
  readonly #records = blankRecords();
  readonly #engine = new ThemeEngine();
  #ids = 0;
  themes: Theme[];

  constructor() {
    this.themes = this.#engine.set([...close, ...test], decisionsOf(this.#records));
  }

  readonly newId = () => `T${++this.#ids}`;

  get decisions() {
    return decisionsOf(this.#records);
  }

  act(events: readonly NewEvent[]): void {
    for (const event of events) applyTheme(this.#records, event as unknown as JournalEvent & ThemeEvent);
    this.themes = this.#engine.decide(this.decisions);
  }

  put(input: ThemeInput): void {
    this.themes = this.#engine.put(input);
  }

  of(id: string): Theme | undefined {
    return this.themes.find(({ feedbackIds }) => feedbackIds.includes(id));
  }

  groups(): string[] {
    return this.themes.map(({ feedbackIds }) => feedbackIds.toSorted().join('')).sort();
  }
}

describe('acts on themes', () => {
  describe('the name of a computed theme with private feedback in it', () => {
    const said = new Map([
      ['a', { body: 'Ask Ruth about the secret launch.', isPrivate: true }],
      ['b', { body: 'The secret launch is near.', isPrivate: true }],
      ['c', { body: 'Tell people before you ship.', isPrivate: false }],
      ['d', { body: 'Ship later.', isPrivate: false }],
    ]);
    const of = (id: string) => said.get(id);
    const computed = (feedbackIds: string[]): Theme => ({
      ...{ id: `auto:${feedbackIds[0]}`, name: 'Secret launch', isNamed: false },
      ...{ words: ['secret launch'], feedbackIds },
    });
    const namesIn = (events: readonly NewEvent[]) =>
      events.flatMap((event) => (event.type === 'theme.made' ? event.payload.name : []));

    it('is made of what is not private, where both are together', () => {
      const mixed = asShared(computed(['a', 'b', 'c']), [], of);
      assert.deepEqual([mixed.name, mixed.words], ['Tell people before you ship.', []]);
      const { events } = splitting(mixed, ['c'], 'Ship', new Bench().decisions, () => 'T1');
      assert.doesNotMatch(JSON.stringify(namesIn(events)), /secret|launch/i);
    });

    it('is made of what joins it, where all of it is private', () => {
      const [target, joining] = [computed(['a', 'b']), computed(['d'])];
      const { events } = merging([joining], asShared(target, joining.feedbackIds, of), () => 'T1');
      assert.deepEqual(namesIn(events), ['Ship later.']);
    });

    it('stays where all of it is private, none of it is, or a person chose it', () => {
      for (const theme of [computed(['a', 'b']), computed(['c', 'd'])])
        assert.equal(asShared(theme, [], of), theme);
      const named = { ...computed(['a', 'c']), id: 'T1', isNamed: true };
      assert.equal(asShared(named, [], of), named);
    });
  });

  let bench: Bench;

  beforeEach(() => {
    bench = new Bench();
    assert.deepEqual(bench.groups(), ['abcd', 'klm']);
  });

  it('gives a computed theme a name and an id that stay with more feedback', () => {
    const { id, events } = naming(bench.of('a')!, 'Closing', bench.newId);
    bench.act(events);
    const older = piece('0', -5, 'Please close the file handle when you are done.');
    bench.put(older);
    assert.deepEqual([bench.of('a')!.id, bench.of('a')!.name, bench.of('a')!.isNamed], [id, 'Closing', true]);
    assert.equal(bench.of('0')!.id, id, 'what says the same is counted to it');
    const again = naming(bench.of('a')!, 'Close what you open', bench.newId);
    assert.deepEqual([again.id, again.events.length], [id, 1]);
  });

  it('merges computed themes, real ones, and one of each', () => {
    const computed = merging([bench.of('a')!], bench.of('k')!, bench.newId);
    bench.act(computed.events);
    assert.deepEqual(bench.groups(), ['abcdklm']);
    assert.equal(bench.of('a')!.id, computed.id);

    bench = new Bench();
    bench.act(naming(bench.of('a')!, 'Closing', bench.newId).events);
    bench.act(naming(bench.of('k')!, 'Tests', bench.newId).events);
    const { id, events } = merging([bench.of('a')!, bench.of('k')!], bench.of('k')!, bench.newId);
    assert.equal(events.length, 1, 'what it has already is not said again');
    bench.act(events);
    assert.deepEqual([bench.groups(), bench.of('a')!.id, bench.of('a')!.name], [['abcdklm'], id, 'Tests']);
  });

  it('splits a theme for good, though both parts say the same', () => {
    const { id, events } = splitting(bench.of('a')!, ['b', 'd'], 'Sockets', bench.decisions, bench.newId);
    bench.act(events);
    assert.deepEqual(bench.groups(), ['ac', 'bd', 'klm']);
    assert.deepEqual([bench.of('b')!.id, bench.of('b')!.name], [id, 'Sockets']);
    const named = new Set(
      events.flatMap(({ type, payload }) => (type === 'theme.placed' ? payload.feedback : [])),
    );
    assert.equal(events.length, 2 + named.size, 'each piece is placed once');
  });

  it('keeps what was only counted to a real theme when a part of it leaves', () => {
    bench.act(naming(bench.of('a')!, 'Closing', bench.newId).events);
    bench.put(piece('e', 5, 'Please close the file handle when you are done.'));
    const from = bench.of('e')!;
    bench.act(splitting(from, ['a', 'b'], 'Sockets', bench.decisions, bench.newId).events);
    assert.equal(bench.of('e')!.id, from.id);
    assert.deepEqual(bench.groups(), ['ab', 'cde', 'klm']);
  });

  it('takes feedback out of all themes, and puts it elsewhere', () => {
    bench.act(placing(['a'], null));
    assert.equal(bench.of('a'), undefined);
    const { id, events } = naming(bench.of('k')!, 'Tests', bench.newId);
    bench.act(events);
    bench.act(moving(['b'], id, bench.themes, bench.decisions, bench.newId));
    assert.deepEqual([bench.of('b')!.id, bench.groups()], [id, ['bklm', 'cd']]);
  });

  it('moves several without what is like them', () => {
    const { id, events } = naming(bench.of('k')!, 'Tests', bench.newId);
    bench.act(events);
    bench.act(moving(['a', 'b'], id, bench.themes, bench.decisions, bench.newId));
    assert.deepEqual(bench.groups(), ['abklm', 'cd']);
  });
});
