import * as vscode from 'vscode';
import type { Advice, Pair } from '../../programme/match/types.ts';
import type { Person } from '../../programme/roster/types.ts';
import { languageTag, plural } from './language.ts';

/** How somebody of a roster is called: the name with the login. Untrusted. */
export const personName = ({ name, login }: Person): string =>
  name === null || name.toLowerCase() === login.toLowerCase() ? login : `${name} (${login})`;

/** People, one after the other, as the language does it. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(words);

/** Words of one list that are said; the rest is counted. */
const most = 4;
function some(words: readonly string[]): string {
  const rest = words.length - most;
  return rest <= 0 ? listed(words) : vscode.l10n.t('{0} and {1} more', words.slice(0, most).join(', '), rest);
}

/** Whose words these are for: one of the two, or whoever looks at both. */
export type For = 'mentee' | 'mentor' | 'lead';

/** Why two fit, the strongest first. Has untrusted text in it. */
export function reasonsOf({ facts, kind }: Pair, whom: For): string[] {
  const { asked, goals, back, code, minutes, languages, styles } = facts;
  const isMentor = whom === 'mentor';
  const said: (string | false)[] = [
    asked.length > 0 &&
      (isMentor
        ? vscode.l10n.t('wants to learn {0}', some(asked.map(({ want }) => want)))
        : vscode.l10n.t('offers {0}', some(asked.map(answeredWords)))),
    goals.length > 0 && vscode.l10n.t('offers {0}, which a goal names', some(goals)),
    kind === 'reverse' && vscode.l10n.t('a mentorship the other way round: experience does not decide'),
    code !== null && code.areas.length > 0 && codeWords(code, whom),
    minutes !== null && minutes.now > 0 && overlapWords(minutes.now),
    back.length > 0 && backWords(some(back.map(({ want }) => want)), whom),
    facts.isOtherTeam === true && vscode.l10n.t('from another team, with another view'),
    languages !== null && languages.length > 0 && vscode.l10n.t('both speak {0}', some(languages)),
    styles !== null && styles.length > 0 && vscode.l10n.t('both like {0}', some(styles)),
  ];
  return said.filter((one) => one !== false);
}

function codeWords({ areas, times }: { areas: string[]; times: number }, whom: For): string {
  const often = plural(
    times,
    vscode.l10n.t('1 commit or review'),
    vscode.l10n.t('{0} commits or reviews', times),
  );
  switch (whom) {
    case 'mentee':
      return vscode.l10n.t('knows code that you work on: {0} ({1})', some(areas), often);
    case 'mentor':
      return vscode.l10n.t('works on code that you know: {0} ({1})', some(areas), often);
    default:
      return vscode.l10n.t('knows code that the mentee works on: {0} ({1})', some(areas), often);
  }
}

function backWords(what: string, whom: For): string {
  switch (whom) {
    case 'mentee':
      return vscode.l10n.t('can learn {0} from you', what);
    case 'mentor':
      return vscode.l10n.t('can show you {0}', what);
    default:
      return vscode.l10n.t('can learn {0} from the mentee', what);
  }
}

/** What stands against a pair or is not known; that no code is known of is said once for all, elsewhere. */
export function tradeOffsOf({ facts }: Pair, whom: For): string[] {
  const { asked, missing, code, minutes } = facts;
  const isMentor = whom === 'mentor';
  const unknown = [
    ...(minutes === null ? [vscode.l10n.t('common hours')] : []),
    ...(facts.languages === null ? [vscode.l10n.t('a common language')] : []),
  ];
  const said: (string | false)[] = [
    missing.length > 0 &&
      asked.length > 0 &&
      (isMentor
        ? vscode.l10n.t('also wants {0}', some(missing))
        : vscode.l10n.t('does not offer {0}', some(missing))),
    asked.length === 0 && vscode.l10n.t('offers nothing of what is asked for'),
    minutes !== null && minutes.now < 120 && minutes.now > 0 && vscode.l10n.t('few hours in common'),
    minutes !== null && minutes.now === 0 && vscode.l10n.t('no hour in common before the clocks change'),
    minutes !== null &&
      Math.abs(minutes.later - minutes.now) >= 60 &&
      vscode.l10n.t('{0} in half a year, when clocks stand otherwise', hoursWords(minutes.later)),
    code !== null && code.areas.length === 0 && vscode.l10n.t('works on other code'),
    !isMentor && facts.places === 1 && vscode.l10n.t('has one place'),
    !isMentor &&
      facts.hoursPerMonth !== null &&
      facts.hoursPerMonth < 2 &&
      vscode.l10n.t('has little time: {0} a month', hoursWords(facts.hoursPerMonth * 60)),
    facts.isOtherTeam === false && vscode.l10n.t('the same team: close, and less of another view'),
    unknown.length > 0 && vscode.l10n.t('not known: {0}', listed(unknown)),
  ];
  return said.filter((one) => one !== false);
}

const answeredWords = ({ want, offer }: { want: string; offer: string }) =>
  want.toLowerCase() === offer.toLowerCase() ? offer : vscode.l10n.t('{0} (asked for: {1})', offer, want);

/** Minutes to half an hour. */
function hoursWords(minutes: number): string {
  const hours = new Intl.NumberFormat(languageTag()).format(Math.round(minutes / 30) / 2);
  return plural(Math.round(minutes / 30) / 2, vscode.l10n.t('1 hour'), vscode.l10n.t('{0} hours', hours));
}
const overlapWords = (minutes: number) => vscode.l10n.t('{0} a week in common', hoursWords(minutes));

/** What would help somebody without a mentor. Has untrusted text in it. */
export function adviceWords(advice: Advice): string {
  const names = 'mentors' in advice ? listed(advice.mentors.map(personName)) : '';
  switch (advice.kind) {
    case 'says-nothing':
      return vscode.l10n.t('Their file says nothing under "wants": ask what they want to learn.');
    case 'nobody-offers':
      return vscode.l10n.t('Nobody here offers {0}: ask around, or look outside.', some(advice.wants));
    case 'one-more-place':
      return advice.mentors.length === 1
        ? vscode.l10n.t('With one more place with {0}, one more person would have a mentor.', names)
        : vscode.l10n.t('With one more place with any of {0}, one more person would have a mentor.', names);
    case 'not-now':
      return vscode.l10n.t('{0}: would fit and takes nobody now. Ask when that changes.', names);
    case 'other-hours':
      return vscode.l10n.t(
        '{0}: would fit, but works at other hours. Would an hour early or late do?',
        names,
      );
    case 'other-language':
      return vscode.l10n.t('{0}: would fit, but names no language in common.', names);
    case 'kept-apart':
      return vscode.l10n.t('Whoever would fit is to be kept apart from them.');
    case 'nobody-fits':
      return vscode.l10n.t(
        'Nobody who mentors fits what they ask for. Wider words may help: "testing" for a tool.',
      );
  }
}
