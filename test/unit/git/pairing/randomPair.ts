import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  endPairing,
  handOff,
  listBackups,
  peekTakeOver,
  prepareEnd,
  prepareHandOff,
  prepareStart,
  restoreBackup,
  startPairing,
  takeOver,
  type Work,
} from '../../../../src/git/pairing/index.ts';
import type { ActOptions, Decisions, Prepared } from '../../../../src/git/pairing/types.ts';
import { CairnError } from '../../../../src/model/errors.ts';
import { type Clone, packet, type Two } from './clones.ts';

/** What people do by hand, in a terminal or with `mob`. */
const byHand = ['edit', 'commit', 'push', 'force-push', 'prune', 'base', 'wip', 'detach', 'delete'] as const;
const byCairn = ['start', 'hand-off', 'take-over', 'squash', 'keep', 'restore'] as const;

export type Step = {
  who: 0 | 1;
  act: (typeof byHand)[number] | (typeof byCairn)[number];
  /** Decides what is left open: which file, which choice, which backup. */
  dice: number[];
  /** What the other one does between the look and the act. */
  between: (typeof byHand)[number] | null;
};

const who = fc.constantFrom(0 as const, 1 as const);
const dice = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });
const act = (acts: fc.Arbitrary<Step['act']>) =>
  fc.record({ who, act: acts, dice, between: fc.option(fc.constantFrom(...byHand), { freq: 2 }) });
/** The first ones oftener: these make what may get lost. */
const oftenFirst = <T>(list: readonly T[]) =>
  fc.oneof(...list.map((value, at) => ({ weight: Math.max(1, 6 - 2 * at), arbitrary: fc.constant(value) })));
const own = act(oftenFirst([...byHand]));
const cairn = act(fc.constantFrom(...byCairn, 'hand-off', 'take-over'));

/** Some steps of two people, in whatever order; somebody types before most of them. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(fc.tuple(own, own, cairn), { minLength: 2, maxLength: 3 })
  .map((list) => list.flat());

/** Two people at work, and all that they have made. */
export class RandomPair {
  readonly commits = new Set<string>();
  readonly done: string[] = [];
  /** What was typed and by whom, by the file; not committed as far as anybody knows. */
  private readonly typed: [Map<string, string>, Map<string, string>] = [new Map(), new Map()];
  private readonly works: (Work | undefined)[] = [];
  private readonly pair: Two;
  private count = 0;

  constructor(pair: Two) {
    this.pair = pair;
    for (const clone of this.clones) this.note(clone.git('rev-parse', '--all'));
  }

  private get clones(): [Clone, Clone] {
    return [this.pair.ann, this.pair.ben];
  }

  private note(oids: string): void {
    for (const oid of oids.trim().split('\n')) if (oid !== '') this.commits.add(oid);
  }

  async take(step: Step): Promise<void> {
    const clone = this.clones[step.who];
    const name = step.who === 0 ? 'Ann' : 'Ben';
    if ((byHand as readonly string[]).includes(step.act)) {
      this.done.push(`${name} ${step.act}`);
      return this.byHand(step.who, step.act as (typeof byHand)[number], step.dice);
    }
    const before = outside(clone);
    const call = this.works[step.who] ?? (await clone.open());
    this.works[step.who] = call;
    try {
      await this.byCairn(call, step);
      this.done.push(`${name} ${step.act}: done`);
    } catch (error) {
      if (!(error instanceof CairnError)) throw error;
      this.done.push(`${name} ${step.act}: ${error.code} ${error.detail ?? ''} ${error.message}`);
      assert.ok(/^(pairing-|not-found)/.test(error.code), `${error.code}: ${error.message} ${error.detail}`);
      assert.deepEqual(outside(clone), before, `${step.act} threw and changed something`);
    }
    this.note(clone.git('rev-parse', 'HEAD'));
  }

  private async byCairn(work: Work, { who, act, dice, between }: Step): Promise<void> {
    const decide = (prepared: Prepared): ActOptions => {
      const decisions: Decisions = {};
      for (const [at, { obstacle, choices }] of prepared.findings.entries()) {
        const ways = choices.filter((choice) => choice !== 'stop');
        const way = ways[(dice[at % dice.length] as number) % Math.max(1, ways.length)];
        if (way) decisions[obstacle] = way;
      }
      if (between) {
        this.done.push(`  meanwhile the other one: ${between}`);
        this.byHand(who === 0 ? 1 : 0, between, dice);
      }
      return { decisions };
    };
    const base = 'main';
    if (act === 'start') {
      const prepared = await prepareStart(work, { base });
      await startPairing(work, prepared, decide(prepared));
    } else if (act === 'hand-off') {
      const prepared = await prepareHandOff(work, {
        ...packet(),
        base,
        fetch: (dice[7] as number) % 2 === 0,
      });
      await handOff(work, prepared, decide(prepared));
    } else if (act === 'take-over') {
      const peeked = await peekTakeOver(work, { base });
      await takeOver(work, peeked, decide(peeked));
    } else if (act === 'restore') {
      const backups = await listBackups(work);
      const one = backups[(dice[0] as number) % Math.max(1, backups.length)];
      if (one) await restoreBackup(work, one.ref);
    } else {
      const prepared = await prepareEnd(work, { base, people: [], fetch: (dice[7] as number) % 3 > 0 });
      await endPairing(work, prepared, { how: act === 'keep' ? 'keep' : 'squash', ...decide(prepared) });
    }
  }

  private byHand(who: 0 | 1, act: (typeof byHand)[number], dice: number[]): void {
    const clone = this.clones[who];
    const git = (...args: string[]) => {
      try {
        return clone.git(...args);
      } catch {
        // Refused by git; people live with that.
        return '';
      }
    };
    const branch = git('branch', '--show-current').trim();
    if (act === 'edit') {
      const file = ['a.txt', 'src/b.txt', 'new.txt', 'first.txt'][(dice[0] as number) % 4] as string;
      const content = `${this.count++} by ${who}\n${(dice[1] as number) % 2 === 0 ? 'more\n'.repeat(3) : ''}`;
      // What is typed over is its typist's own affair.
      this.typed[who].set(file, content);
      clone.write(file, content);
    } else if (act === 'commit') {
      git('add', '--all');
      git('commit', '--quiet', '-m', 'By hand');
      this.note(git('rev-parse', 'HEAD'));
    } else if (act === 'push' && branch !== '') git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    else if (act === 'force-push' && branch !== '' && branch !== 'main') {
      git('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
    } else if (act === 'prune') git('fetch', '--quiet', '--prune', 'origin');
    else if (act === 'delete') git('push', '--quiet', 'origin', '--delete', 'mob/main');
    // A commit on no branch that somebody leaves by hand is lost by hand.
    else if (act === 'base' && branch !== '') git('checkout', '--quiet', 'main');
    else if (act === 'wip' && branch !== '') git('checkout', '--quiet', 'mob/main');
    else if (act === 'detach') git('checkout', '--quiet', '--detach');
  }

  /** Every commit that anybody made is reached from a ref of one of the three, and every typed word is somewhere. */
  check(): void {
    const [ann, ben] = this.clones;
    const remote = ['--git-dir', this.pair.remote];
    const all = ['rev-list', '--objects', '--no-object-names', '--all'];
    const reached = new Set(
      [ann.git(...all, 'HEAD'), ben.git(...all, 'HEAD'), ann.git(...remote, ...all)].join('\n').split('\n'),
    );
    const lost = [...this.commits].filter((oid) => !reached.has(oid));
    assert.deepEqual(lost, [], 'commits that nobody can reach any more');
    const there = new Set(this.clones.flatMap((clone) => Object.values(outside(clone).files)));
    const words = this.typed.flatMap((files) => [...files.values()]);
    const gone = words.filter((content) => !there.has(content) && !reached.has(blobOf(content)));
    assert.deepEqual(gone, [], 'typed words that are nowhere any more');
  }
}

/** Branches, what is checked out, and the files. */
function outside(clone: Clone): { head: string; branches: string; files: Record<string, string> } {
  const names = fs
    .readdirSync(clone.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(clone.folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith('.git/'));
  return {
    head: fs.readFileSync(path.join(clone.folder, '.git', 'HEAD'), 'utf8'),
    branches: clone.git('for-each-ref', 'refs/heads'),
    files: Object.fromEntries(names.sort().map((name) => [name, clone.read(name)])),
  };
}

function blobOf(content: string): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
