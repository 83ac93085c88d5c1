import * as vscode from 'vscode';
import type { Pair } from '../../programme/match/types.ts';
import { limits } from '../../programme/roster/fields.ts';
import { commands } from '../ids.ts';
import { openPanel } from '../panel/index.ts';
import { actOnPair, findContent, pairLine, pairOf } from '../programme/roster/findPanel.ts';
import { messageTo } from '../programme/roster/message.ts';
import { openProblemFile } from '../programme/roster/problemSection.ts';
import { type Found, findForMe, ownGoals } from '../programme/roster/proposals.ts';
import { plural } from '../words/language.ts';
import { personName, reasonsOf, tradeOffsOf } from '../words/matches.ts';
import { ask, booleanArgument, invalid, objectArgument, pick } from './ask.ts';
import { needFolder } from './chooseProgrammeFolder.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';

/** People that are proposed. */
const mostShown = 20;

/**
 * `cairn.findMentor({ wants?, most?, show? }?)`: who of the programme may be the user's mentor, what fits best first, each
 * with reasons and what stands against it; and whose mentor the user may be. `wants` are asked for instead of what the user's
 * file says; `show` opens a panel. Nothing is written and nobody is told. Resolves to
 * `{ mentors: [{ login, name, kind, reasons, tradeOffs, text }], mentees: […], full, problems }`.
 */
export const findMentor: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  if (given) {
    const wants = wantsArgument(given.wants);
    const found = await findForMe(deps, wants, mostArgument(given.most));
    if (booleanArgument(given.show, 'show')) await showPanel(deps, wants);
    return told(found);
  }
  await needFolder(deps);
  let wants: string[] | null = null;
  let found = await looked(deps, wants);
  if (found.me.wants.length === 0 && ownGoals(deps).length === 0) {
    wants = await askWants();
    found = await looked(deps, wants);
  }
  const choice = await pick(placeholderOf(found), rowsOf(found));
  if (choice === 'panel') return showPanel(deps, wants);
  if (choice === 'profile') return vscode.commands.executeCommand(commands.editProfile);
  return next(deps, choice, wants);
};

const looked = (deps: Deps, wants: string[] | null) =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Cairn: looking for mentors') },
    () => findForMe(deps, wants, mostShown),
  ) as Promise<Found>;

const told = ({ mentors, mentees, full, programme }: Found) => ({
  mentors: mentors.map((pair) => toldPair(pair, true)),
  mentees: mentees.map((pair) => toldPair(pair, false)),
  full,
  problems: programme.problems,
});

function toldPair(pair: Pair, isMyMentor: boolean) {
  const { login, name } = isMyMentor ? pair.mentor : pair.mentee;
  const whom = isMyMentor ? 'mentee' : 'mentor';
  const words = { reasons: reasonsOf(pair, whom), tradeOffs: tradeOffsOf(pair, whom) };
  return { login, name, kind: pair.kind, ...words, text: messageTo(pair, isMyMentor) };
}

type Choice = { pair: Pair; isMyMentor: boolean } | 'panel' | 'profile';

const placeholderOf = ({ mentors, full }: Found) => {
  if (mentors.length > 0) return vscode.l10n.t('Who may be your mentor? What fits best stands first.');
  return full > 0
    ? vscode.l10n.t('Nobody is free now: who would fit takes nobody at the moment.')
    : vscode.l10n.t('Nobody fits what you look for now. Wider words may find more.');
};

function rowsOf({ mentors, mentees, programme }: Found): (vscode.QuickPickItem & { value: Choice })[] {
  const row = (pair: Pair, isMyMentor: boolean) => {
    const person = isMyMentor ? pair.mentor : pair.mentee;
    return {
      label: plainIcons(personName(person)),
      description: plainIcons(person.team ?? ''),
      detail: plainIcons(pairLine(pair, isMyMentor ? 'mentee' : 'mentor')),
      value: { pair, isMyMentor },
    };
  };
  const line = (label: string) => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
    value: 'panel' as const,
  });
  const { length } = programme.problems;
  return [
    ...mentors.map((pair) => row(pair, true)),
    ...(mentees.length > 0 ? [line(vscode.l10n.t('they look for a mentor in what you offer'))] : []),
    ...mentees.map((pair) => row(pair, false)),
    line(''),
    {
      label: `$(list-unordered) ${vscode.l10n.t('Show all of it in a panel')}`,
      ...(length > 0
        ? {
            description: plural(
              length,
              vscode.l10n.t('and 1 thing to mend in the files'),
              vscode.l10n.t('and {0} things to mend in the files', length),
            ),
          }
        : {}),
      value: 'panel' as const,
    },
    { label: `$(edit) ${vscode.l10n.t('Edit your profile')}`, value: 'profile' as const },
  ];
}

async function next(deps: Deps, { pair, isMyMentor }: Exclude<Choice, string>, wants: string[] | null) {
  const name = personName(isMyMentor ? pair.mentor : pair.mentee);
  const act = await pick(plainIcons(vscode.l10n.t('{0}: what next?', name)), [
    {
      label: `$(copy) ${vscode.l10n.t('Copy words to send')}`,
      description: vscode.l10n.t('Nothing is sent'),
      value: 'copy',
    },
    {
      label: `$(add) ${vscode.l10n.t('Start the mentorship')}`,
      description: vscode.l10n.t('You have talked already: it gets a space of its own'),
      value: 'start',
    },
    { label: `$(list-unordered) ${vscode.l10n.t('Read all reasons in a panel')}`, value: 'panel' },
  ]);
  return act === 'panel' ? showPanel(deps, wants) : actOnPair(act, pair, isMyMentor);
}

async function showPanel(deps: Deps, wants: string[] | null): Promise<void> {
  let found: Found | undefined;
  await openPanel(deps, {
    id: 'findMentor',
    read: async () => {
      found = await findForMe(deps, wants, mostShown);
      return findContent(found);
    },
    act: async (offer) => {
      if (offer === 'profile') return void (await vscode.commands.executeCommand(commands.editProfile));
      if (!found || offer === 'again' || (await openProblemFile(found.programme, offer))) return;
      const chosen = pairOf(found, offer);
      if (chosen) await actOnPair(chosen.act, chosen.pair, chosen.isMyMentor);
    },
    again: { command: commands.findMentor, args: [{ show: true, ...(wants ? { wants } : {}) }] },
  });
}

async function askWants(): Promise<string[]> {
  const typed = await ask({
    prompt: vscode.l10n.t('What do you want to learn? A few words each, with commas between'),
    placeHolder: vscode.l10n.t('code review, SQL, speaking in public'),
    validate: (text) => (partsOf(text).length === 0 ? vscode.l10n.t('A word or two are enough.') : undefined),
  });
  return partsOf(typed);
}

const partsOf = (text: string) =>
  [...new Set(text.split(/[,;\n]/).map((part) => part.trim().slice(0, limits.item)))]
    .filter(Boolean)
    .slice(0, limits.list);

function wantsArgument(value: unknown): string[] | null {
  if (value === undefined || value === null) return null;
  const isWord = (one: unknown) => typeof one === 'string' && one.trim() !== '' && one.length <= limits.item;
  if (!Array.isArray(value) || value.length > limits.list || !value.every(isWord))
    throw invalid(vscode.l10n.t('"wants" must be a list of at most {0} texts.', limits.list));
  return value;
}

function mostArgument(value: unknown): number {
  if (value === undefined || value === null) return mostShown;
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 500)
    throw invalid(vscode.l10n.t('"most" must be a number from 1 to 500.'));
  return value as number;
}
