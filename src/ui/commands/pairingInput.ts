import * as vscode from 'vscode';
import { pairingStyles } from '../../model/kinds.ts';
import type { PairingStyle } from '../../model/session.ts';
import type { Goal } from '../../model/state.ts';
import * as config from '../config.ts';
import { eachOnce, userOf } from '../pairing/people.ts';
import { styleName } from '../words/sessions.ts';
import { invalid, textArgument, wordArgument } from './ask.ts';
import { goalById } from './chosenGoal.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';
import { askPick, askText, back, type Step } from './steps.ts';

/** With whom, on what and how; `people` has the others only. */
export type PairingInput = {
  people: string[];
  goal: string | null;
  style: PairingStyle;
  turnMinutes: number;
};

const mostPeople = 20;
const longestPerson = 200;
const isTurn = (minutes: number) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 600;

/** What a program says of a pairing that is to begin. Throws 'invalid-argument', 'not-found'. */
export function pairingArgument(
  { store }: Pick<Deps, 'store'>,
  given: Record<string, unknown>,
): PairingInput {
  const { people, turnMinutes: turn = config.turnMinutes() } = given;
  const isList =
    Array.isArray(people) &&
    people.length <= mostPeople &&
    people.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= longestPerson);
  if (!isList) throw invalid(vscode.l10n.t('"{0}" must be a list of names.', 'people'));
  if (typeof turn !== 'number' || !isTurn(turn))
    throw invalid(vscode.l10n.t('"{0}" must be a whole number of minutes from 1 to 600.', 'turnMinutes'));
  const goal = textArgument(given.goal, 'goal', 200) ?? null;
  if (goal !== null && goalById(store.goals, goal).isPrivate)
    throw invalid(vscode.l10n.t('This goal is private, and a pairing is seen by everybody in the space.'));
  const style = wordArgument(given.style, 'style', pairingStyles) ?? 'driver-navigator';
  return { people: eachOnce(people), goal, style, turnMinutes: turn };
}

/** What is proposed to a person: whoever the mentorship names besides them. */
export function blankPairing(deps: Pick<Deps, 'store' | 'signIn'>): PairingInput {
  const { mentorship } = deps.store.records;
  const isMe = userOf(deps);
  const named = eachOnce([...(mentorship?.mentors ?? []), ...(mentorship?.mentees ?? [])]);
  const others = named.filter((one) => !isMe(one));
  return {
    people: others.length === 1 ? others : [],
    goal: null,
    style: 'driver-navigator',
    turnMinutes: config.turnMinutes(),
  };
}

/** The questions, for `askSteps`: they fill `draft` in and begin with what it holds. */
export function pairingSteps({ store }: Pick<Deps, 'store'>, draft: PairingInput): Step[] {
  const goals = store.goals.filter(({ status, isPrivate }) => status === 'active' && !isPrivate);
  return [
    (place) => askPeople(place, draft),
    ...(goals.length > 0 ? [(place: Parameters<Step>[0]) => askGoal(place, goals, draft)] : []),
    async (place) => {
      const style = await askPick(
        place,
        vscode.l10n.t('How do you want to pair?'),
        pairingStyles.map((value) => ({ label: styleName(value), detail: meaning(value), value })),
        draft.style,
      );
      if (style === back) return back;
      draft.style = style;
      return undefined;
    },
    async (place) => {
      const typed = await askText(place, {
        prompt: vscode.l10n.t('How many minutes is a turn? The status bar reminds when it is over'),
        value: String(draft.turnMinutes),
        validate: (text) =>
          isTurn(Number(text)) ? undefined : vscode.l10n.t('Write a whole number of minutes from 1 to 600.'),
      });
      if (typed === back) return back;
      draft.turnMinutes = Number(typed);
      return undefined;
    },
  ];
}

async function askPeople(place: Parameters<Step>[0], draft: PairingInput) {
  const read = (typed: string) => eachOnce(typed.split(/[,;\n]/));
  const typed = await askText(place, {
    prompt: vscode.l10n.t('With whom? Logins or names, with commas between them'),
    placeholder: 'ada-wren, Theo Flint',
    value: draft.people.join(', '),
    validate: (text) => {
      const names = read(text);
      if (names.length === 0) return vscode.l10n.t('A pairing needs somebody else.');
      return names.length > mostPeople || names.some((name) => name.length > longestPerson)
        ? vscode.l10n.t('These are too many, or a name is too long.')
        : undefined;
    },
  });
  if (typed === back) return back;
  draft.people = read(typed);
  return undefined;
}

async function askGoal(place: Parameters<Step>[0], goals: readonly Goal[], draft: PairingInput) {
  const goal = await askPick<string | null>(
    place,
    vscode.l10n.t('Which goal does it serve?'),
    [
      ...goals.map(({ id, title }) => ({ label: plainIcons(title), value: id as string | null })),
      { label: vscode.l10n.t('No goal'), value: null },
    ],
    draft.goal,
  );
  if (goal === back) return back;
  draft.goal = goal;
  return undefined;
}

/** A style in a few words. */
function meaning(style: PairingStyle): string {
  return {
    'driver-navigator': vscode.l10n.t('One types, the other thinks ahead; both talk.'),
    'strong-style': vscode.l10n.t('Every idea goes through the other one’s hands.'),
    'ping-pong': vscode.l10n.t('One writes a failing test, the other makes it pass.'),
    shadowing: vscode.l10n.t('One watches how the other works.'),
    'reverse-shadowing': vscode.l10n.t('Who is learning works, the other watches.'),
  }[style];
}
