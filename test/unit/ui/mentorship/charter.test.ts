import assert from 'node:assert/strict';
import type { Charter } from '../../../../src/model/mentorship.ts';
import {
  charterPath,
  parseCharterPath,
  standsIn,
  versionPath,
} from '../../../../src/ui/mentorship/charter/address.ts';
import { standingOf, versionsToShow } from '../../../../src/ui/mentorship/charter/standing.ts';

const version = (id: string, changes: Partial<Charter> = {}): Charter => ({
  ...{ id, text: id, writtenAt: '2026-11-02T12:00:00Z', acceptedBy: [], inForceSince: null },
  ...{ createdBy: 'theo-flint', claimedBy: null, isPrivate: false, ...changes },
});

describe('where a charter stands', () => {
  it('is one path for the newest, and one for each version', () => {
    assert.deepEqual(parseCharterPath(charterPath('ada-and-theo')), { space: 'ada-and-theo', version: null });
    const path = versionPath('ada-and-theo', version('01J'));
    assert.match(path, /^\/charter\/ada-and-theo\/01J\/2026-11-0\d theo-flint\.md$/);
    assert.deepEqual(parseCharterPath(path), { space: 'ada-and-theo', version: '01J' });
  });

  it('is a good path whatever its writer is called', () => {
    for (const createdBy of ['../../etc', 'a/b\\c', 'x'.repeat(500), '', '\u202eevil', '\ud800', '. .'])
      assert.equal(
        parseCharterPath(versionPath('s', version('01J', { createdBy })))?.version,
        '01J',
        createdBy,
      );
  });

  it('is in the space whose folder has its name, and in no other', () => {
    const at = parseCharterPath(charterPath('ada-and-theo'));
    assert.ok(at && standsIn(at, '/data/spaces/ada-and-theo'));
    for (const other of ['/data/spaces/ada', '/data/ada-and-theo/spaces', '/data/spaces/theo-and-ada'])
      assert.ok(!standsIn(at, other), other);
  });

  it('is nowhere else', () => {
    const others = [
      '',
      '/',
      '/charter',
      '/charter/s',
      '/charter/s/',
      '/charter/s/x.md',
      '/charter//charter.md',
    ];
    for (const path of [
      ...others,
      '/charter/../charter.md',
      '/charter/s/../x.md',
      '/charter/s/a/b/c.md',
      '/sessions/s/charter.md',
    ])
      assert.equal(parseCharterPath(path), null, path);
  });
});

describe('where an agreement stands', () => {
  const mentorship = { mentors: ['theo-flint', 'Theo'], mentees: ['ada-wren'] };
  const isMe = (name: string) => name === 'ada-wren';
  const theo = ['theo-flint', 'theo'];
  const isSame = (one: string, other: string) =>
    one.toLowerCase() === other.toLowerCase() ||
    (theo.includes(one.toLowerCase()) && theo.includes(other.toLowerCase()));
  const at = (charters: Charter[], people: Parameters<typeof standingOf>[0]['mentorship'] = mentorship) =>
    standingOf({ charters, mentorship: people }, isMe, isSame);

  it('asks for nothing before anything is written', () => {
    assert.deepEqual(at([]), {
      ...{ newest: null, inForce: null, mine: null, waitsFor: [], isNamed: true, isAsked: false },
    });
  });

  it('waits for each person once, by whatever name, and never for the user', () => {
    const { waitsFor, isAsked } = at([version('a')]);
    assert.deepEqual([waitsFor, isAsked], [['theo-flint'], true]);
    assert.deepEqual(at([version('a', { acceptedBy: ['THEO'] })]).waitsFor, []);
  });

  it('asks again after a change, and knows what was accepted and what holds until then', () => {
    const first = version('a', { acceptedBy: ['ada-wren', 'theo'], inForceSince: '2026-11-03T12:00:00Z' });
    const { newest, mine, inForce, isAsked } = at([first, version('b')]);
    assert.deepEqual([newest?.id, mine?.id, inForce?.id, isAsked], ['b', 'a', 'a', true]);
    assert.equal(at([first]).isAsked, false);
  });

  it('lists no version that its writer replaced before anybody accepted it', () => {
    const ada = { createdBy: 'ada-wren' };
    const all = [
      ...[version('typed'), version('accepted', { acceptedBy: ['ada-wren'] }), version('theirs')],
      ...[version('a', ada), version('b', ada), version('newest')],
    ];
    assert.deepEqual(
      versionsToShow(all).map(({ id }) => id),
      ['accepted', 'theirs', 'b', 'newest'],
    );
    assert.deepEqual(versionsToShow([]), []);
  });

  it('asks nobody whom the mentorship does not name', () => {
    const { isNamed, isAsked } = at([version('a')], { mentors: ['theo'], mentees: ['mira'] });
    assert.deepEqual([isNamed, isAsked], [false, false]);
    assert.equal(at([version('a')], null).isAsked, false);
  });
});
