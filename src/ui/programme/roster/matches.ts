import * as vscode from 'vscode';
import { CairnError } from '../../../model/errors.ts';
import { forOthers } from '../../../programme/match/forOthers.ts';
import type { Cohort, Matches } from '../../../programme/match/types.ts';
import { headsOf } from '../../../programme/match/work.ts';
import { loginKey, type Person, type Programme } from '../../../programme/roster/types.ts';
import type { Deps } from '../../commands/deps.ts';
import { adviceWords, personName, reasonsOf, tradeOffsOf } from '../../words/matches.ts';
import { readCohort } from './look.ts';

/** What a caller may add to what the folder says. */
export type MatchAsked = {
  noGo: readonly (readonly [string, string])[];
  running: readonly (readonly [string, string])[];
  /** Logins who take part; `null`: everybody. */
  people: readonly string[] | null;
};

export type Matched = Matches & { programme: Programme };

/** Pairs that are compared: a thousand mentees with a thousand mentors take some seconds. */
const mostPairs = 1_000_000;

/** Matches the cohort of the programme's folder. Throws as `readCohort`, and 'invalid-argument' for one that is too large. */
export async function matchNow(deps: Deps, asked: MatchAsked): Promise<Matched> {
  const { programme, cohort } = await readCohort(deps, new Date(), null);
  const people = chosen(cohort, asked.people);
  const [mentees, mentors] = [
    people.filter(({ isMentored }) => isMentored).length,
    people.filter((one) => (one.mentors || one.offersReverse) && one.capacity > 0).length,
  ];
  if (mentees * mentors > mostPairs)
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t(
        '{0} mentees and {1} mentors are too many for one match. Match in parts, by naming people.',
        mentees,
        mentors,
      ),
    );
  const { matchCohort } = await import('../../../programme/match/cohort.ts');
  const all = {
    ...cohort,
    people,
    noGo: [...(cohort.noGo ?? []), ...asked.noGo],
    running: [...(cohort.running ?? []), ...asked.running],
  };
  const matches = matchCohort(all);
  // Who is in the roster and does not take part this time is no mistake.
  const heads = headsOf(cohort.people);
  const unknownLogins = matches.unknownLogins.filter((login) => !heads.has(loginKey(login)));
  return { ...matches, unknownLogins, programme };
}

function chosen({ people }: Cohort, logins: readonly string[] | null): readonly Person[] {
  if (logins === null) return people;
  const heads = headsOf(people);
  const wanted = new Set(
    logins.map((login) => {
      const head = heads.get(loginKey(login));
      if (head === undefined)
        throw new CairnError('not-found', vscode.l10n.t('{0} is not in the programme.', login.slice(0, 100)));
      return head;
    }),
  );
  return people.filter(({ login }) => wanted.has(loginKey(login)));
}

/** The same as plain data, in the user's language, and for anybody: see `forOthers`. */
export function toldMatches(matched: Matched) {
  const { pairs, unmatched, open, programme } = forOthers(matched);
  return {
    pairs: pairs.map((pair) => ({
      mentee: pair.mentee.login,
      mentor: pair.mentor.login,
      kind: pair.kind,
      reasons: reasonsOf(pair, 'lead'),
      tradeOffs: tradeOffsOf(pair, 'lead'),
    })),
    unmatched: unmatched.map(({ mentee, advice }) => ({
      mentee: mentee.login,
      name: personName(mentee),
      advice: advice.map((one) => ({ kind: one.kind, words: adviceWords(one) })),
    })),
    open: open.map(({ mentor, places }) => ({ mentor: mentor.login, places })),
    problems: programme.problems,
  };
}
