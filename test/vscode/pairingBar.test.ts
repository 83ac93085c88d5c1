import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Finding } from '../../src/git/pairing/types.ts';
import { CairnError } from '../../src/model/errors.ts';
import type { NewEvent } from '../../src/model/events.ts';
import type { Pairing } from '../../src/model/session.ts';
import { shownTurn } from '../../src/ui/pairing/barWords.ts';
import { pairingIn, type WorkFolder } from '../../src/ui/pairing/current.ts';
import { decide } from '../../src/ui/pairing/decide.ts';
import { record, writeWhatWaits } from '../../src/ui/pairing/records.ts';
import type { Turn } from '../../src/ui/pairing/turn.ts';
import type { SyncStatus } from '../../src/ui/sync/status.ts';
import { tooltipOf } from '../../src/ui/sync/statusBar.ts';
import { wordsForFinding } from '../../src/ui/words/pairing.ts';
import { wordsForChoice } from '../../src/ui/words/pairingChoices.ts';

const isAda = (name: string): boolean => name === 'ada';
const turn: Turn = { driver: 'marsh', next: null, minutes: 8, isOver: false, changesIn: 1, endsIn: 1 };
const hostile = '[x](command:cairn.deleteCache) $(error) <b>';
const now = Date.parse('2026-11-22T12:00:00Z');
const pairing = (change: Partial<Pairing>): Pairing => ({
  ...{ id: 'p', people: ['ada', 'marsh'], goalId: null, style: 'ping-pong', turnMinutes: 10 },
  ...{ repository: 'beacon/app', base: 'main', branch: 'mob/main', startedAt: '2026-11-22T11:00:00Z' },
  ...{ endedAt: null, sessionId: null, commit: null, handoffs: [], driver: 'ada', since: null },
  ...{ isPrivate: false, createdBy: 'ada', claimedBy: null },
  ...change,
});
const folder = (change: Partial<WorkFolder>): WorkFolder => ({
  ...{ root: vscode.Uri.file('/w'), repositories: ['beacon/app'], branch: 'main' },
  ...change,
});

describe('a pairing in the status bar', () => {
  const shown = (change: Partial<Turn>) => {
    const { text, spoken, isUrgent } = shownTurn({ ...turn, ...change }, isAda, { goal: null });
    return [text, spoken, isUrgent];
  };

  it('says who drives and what is left, and reminds when the turn is over', () => {
    assert.deepEqual(shown({}), ['$(organization) marsh: 8 min left', 'Pairing: marsh drives.', false]);
    assert.deepEqual(shown({ driver: 'ada', minutes: 1 }), [
      ...['$(organization) You: 1 min left', 'Pairing: you drive.', false],
    ]);
    assert.deepEqual(shown({ isOver: true, minutes: 0 }), [
      ...['$(watch) marsh: turn is over', 'The turn of marsh is over.', true],
    ]);
    assert.deepEqual(shown({ driver: 'ada', isOver: true, minutes: 3 }), [
      ...['$(watch) You: turn over by 3 min', 'Your turn is over. Hand off when it suits.', true],
    ]);
  });

  it('says whose turn it is after a handoff, and calls nobody else', () => {
    assert.deepEqual(shown({ driver: null, next: 'ada' }).slice(0, 3), [
      ...['$(arrow-swap) your turn', 'Pairing: it is your turn. Take over when you are ready.', true],
    ]);
    assert.deepEqual(shown({ driver: null, next: 'marsh' })[0], '$(arrow-swap) handed to marsh');
    assert.deepEqual(shown({ driver: null, next: 'marsh' })[2], false);
    assert.equal(shown({ driver: null })[0], '$(arrow-swap) free to take over');
  });

  it('keeps the words for a screen reader as they are while minutes pass', () => {
    assert.equal(shown({ minutes: 8 })[1], shown({ minutes: 7 })[1]);
    assert.equal(shown({ isOver: true, minutes: 1 })[1], shown({ isOver: true, minutes: 9 })[1]);
  });

  it("shows names and goals as text, and the space's state below", () => {
    const made = shownTurn({ ...turn, driver: hostile }, isAda, { goal: hostile });
    assert.doesNotMatch(made.text.replace('$(organization)', ''), /\$\(/);
    const status: SyncStatus = {
      ...{ name: 'Ada and Marsh', remote: null, isSyncing: false, waiting: 0 },
      ...{ inStepAt: null, failure: null, skipped: [] },
    };
    const tooltip = tooltipOf(status, made);
    assert.match(tooltip.value, /Ada and Marsh/);
    assert.match(tooltip.value, /command:cairn\.handOff/);
    assert.doesNotMatch(tooltip.value, /\]\(command:cairn\.deleteCache/);
    const { enabledCommands } = tooltip.isTrusted as { enabledCommands: string[] };
    assert.ok(!enabledCommands.includes('cairn.deleteCache'));
  });

  it('is the one of the branch that is checked out, else of the base for who takes part', () => {
    const found = (change: Partial<Pairing>, where: Partial<WorkFolder> = {}, isMe = isAda) =>
      pairingIn([pairing(change)], [folder(where)], isMe, now)?.pairing.id ?? null;
    assert.equal(found({}, { branch: 'mob/main' }), 'p');
    assert.equal(
      found({}, { branch: 'mob/main' }, () => false),
      'p',
    );
    assert.equal(found({}), 'p');
    assert.equal(
      found({}, {}, () => false),
      null,
    );
    assert.equal(found({}, { branch: 'topic' }), null);
    assert.equal(found({}, { branch: null }), null);
    assert.equal(found({ endedAt: '2026-11-22T11:30:00Z' }, { branch: 'mob/main' }), null);
    // Of yesterday, and nobody has said that it is over: its own branch still tells.
    assert.equal(found({ startedAt: '2026-11-21T11:00:00Z' }), null);
    assert.equal(found({ startedAt: '2026-11-21T11:00:00Z' }, { branch: 'mob/main' }), 'p');
    assert.equal(found({ repository: 'beacon/other' }, { branch: 'mob/main' }), null);
    assert.equal(found({ repository: 'fork-of/APP' }, { branch: 'mob/main' }), 'p');
    assert.equal(found({ repository: null }, { branch: 'mob/main' }), 'p');
  });

  it('is the newest of several', () => {
    const all = [
      pairing({ id: 'old', startedAt: '2026-11-22T10:00:00Z' }),
      pairing({ id: 'new', startedAt: '2026-11-22T11:30:00Z' }),
      pairing({ id: 'other', base: 'next', branch: 'mob/next' }),
    ];
    assert.equal(pairingIn(all, [folder({})], isAda, now)?.pairing.id, 'new');
    const two = [folder({}), folder({ branch: 'mob/next' })];
    assert.equal(pairingIn(all, two, isAda, now)?.pairing.id, 'other');
  });
});

describe('what stands in the way of a pairing', () => {
  const finding = (change: Partial<Finding>): Finding => ({
    ...{ obstacle: 'dirty', isBlocking: true, detail: {}, choices: ['carry', 'set-aside', 'stop'] },
    ...change,
  });

  it('is told with numbers, names and the first paths, as text', () => {
    const paths = Array.from({ length: 8 }, (_, at) => `src/${at}.ts`);
    assert.equal(
      wordsForFinding(finding({ detail: { count: 8, paths } })),
      [
        '8 files have changes that are not committed.',
        ...paths.slice(0, 5).map((path) => `• “${path}”`),
        '• and 3 more',
      ].join('\n'),
    );
    const words = wordsForFinding(
      finding({ obstacle: 'newer-push', detail: { branch: hostile, by: 'x\ny' } }),
    );
    assert.doesNotMatch(words, /\n|\$\(error/);
    assert.match(words, /^x y has pushed to “/);
    const { detail } = wordsForChoice('backup-and-reset', finding({ obstacle: 'diverged' }));
    assert.match(detail, /"Cairn: Restore Backup"/);
  });

  it('blocks a program that did not decide, says why, and lets pass what it decided', async () => {
    const blocked = (findings: Finding[], decisions = {}) =>
      decide(findings, decisions, false).then(
        () => null,
        (error: CairnError) => [error.code, error.detail],
      );
    assert.deepEqual(await blocked([finding({})]), ['pairing-blocked', 'dirty']);
    assert.deepEqual(await blocked([finding({})], { dirty: 'stop' }), ['pairing-blocked', 'dirty']);
    assert.deepEqual(await blocked([finding({})], { dirty: 'merge' }), ['pairing-blocked', 'dirty']);
    assert.equal(await blocked([finding({})], { dirty: 'carry' }), null);
    assert.equal(await blocked([finding({ isBlocking: false })]), null);
    const noWay = finding({ obstacle: 'rebasing', choices: ['stop'] });
    assert.deepEqual(await blocked([noWay], { rebasing: 'go-on' }), ['pairing-blocked', 'rebasing']);
  });
});

describe('the journal of a pairing', () => {
  const events: NewEvent[] = [
    {
      type: 'pairing.takenOver',
      payload: { pairing: 'p', handoff: null, driver: 'ada', takenAt: '2026-11-22T11:00:00Z' },
    },
  ];
  const world = (failures: number) => {
    const memory = new Map<string, unknown>();
    const written: NewEvent[][] = [];
    let left = failures;
    const perform = async (made: NewEvent[]) => {
      if (left-- > 0) throw new CairnError('journal-unwritable', 'The disk is full.');
      written.push(made);
    };
    const deps = {
      store: { perform, space: { folder: '/s' } },
      memory: {
        get: (key: string, usual: unknown) => memory.get(key) ?? usual,
        update: memory.set.bind(memory),
      },
      log: { warn: () => {} },
    } as unknown as Parameters<typeof record>[0];
    return { deps, written };
  };

  it('is written with the next try', async () => {
    const { deps, written } = world(2);
    assert.equal(await record(deps, events), null);
    assert.deepEqual(written, [events]);
  });

  it('waits where it cannot be written at all, is said, and is written once with the next command', async () => {
    const { deps, written } = world(4);
    assert.match((await record(deps, events)) ?? '', /could not write its journal/);
    await writeWhatWaits(deps);
    assert.deepEqual(written, []);
    await writeWhatWaits(deps);
    await writeWhatWaits(deps);
    assert.deepEqual(written, [events]);
  });
});
