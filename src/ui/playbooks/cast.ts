import * as vscode from 'vscode';
import { type Cast, partsIn, type Step } from '../../programme/playbooks/index.ts';
import { ask, cancelled, invalid, objectArgument, pick, textArgument } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { namesOf } from '../sessions/said.ts';
import { isMe, myName } from '../sessions/texts.ts';
import { label } from './words.ts';

/** Who a program says plays which part. */
export type Given = { mentee?: string[]; mentor?: string[] };
export type Whole = Cast & { /** Who takes part in a session, without the user. */ others: string[] };

const longestName = 200;
const mostNames = 20;

/** `people: { mentee?, mentor? }`, each a name or a list of them. Throws 'invalid-argument'. */
export function peopleArgument(value: unknown): Given {
  const given = objectArgument(value) ?? {};
  const unknown = Object.keys(given).find((key) => key !== 'mentee' && key !== 'mentor');
  if (unknown !== undefined)
    throw invalid(vscode.l10n.t('"people" has "mentee" and "mentor", and no "{0}".', unknown.slice(0, 40)));
  const names = (part: 'mentee' | 'mentor') => {
    const said = given[part];
    if (said === undefined || said === null) return {};
    const list = Array.isArray(said) ? said : [said];
    if (list.length > mostNames) throw invalid(vscode.l10n.t('"{0}" must be a list of names or ids.', part));
    return { [part]: namesOf(list.map((name) => textArgument(name, part, longestName) ?? '')) };
  };
  return { ...names('mentee'), ...names('mentor') };
}

/**
 * Who @mentee, @mentor and @me are: what a program says, else the people of the mentorship, else whoever a person names.
 * Of several a person chooses one or each of them; a program's steps are for each.
 * @throws CairnError 'cancelled'; 'invalid-argument' where a program does not say who, and nobody is known
 */
export async function castOf(
  deps: Deps,
  steps: readonly Step[],
  given: Given,
  isProgram: boolean,
): Promise<Whole> {
  const { mentorship } = deps.store.records;
  const { mentee } = deps.store;
  const known = {
    mentee: given.mentee ?? mentorship?.mentees ?? (mentee === null ? [] : [mentee]),
    mentor: given.mentor ?? mentorship?.mentors ?? [],
  };
  const cast = { ...known };
  const isSession = steps.some(({ kind }) => kind === 'session');
  for (const part of partsIn(steps)) {
    const names = cast[part];
    if (isProgram && names.length === 0)
      throw invalid(vscode.l10n.t('Who is @{0}? Say so with "people".', part));
    if (isProgram) continue;
    if (names.length === 0) cast[part] = known[part] = await askName(deps, part);
    else if (names.length > 1) cast[part] = await askWhich(part, names);
  }
  const me = myName(deps);
  const others = namesOf([...known.mentor, ...known.mentee]).filter((name) => !isMe(deps, name));
  const isAlone = isSession && !isProgram && others.length === 0;
  return {
    ...cast,
    me,
    others: isAlone ? await askOthers() : others,
    today: new Date(),
    start: mentorship?.startsOn ?? null,
  };
}

type Part = 'mentee' | 'mentor';

/** What was answered last in this window, to be accepted with a key. */
const answered: { mentee?: string; mentor?: string; others?: string } = {};

async function askName(deps: Deps, part: Part): Promise<string[]> {
  const me = myName(deps);
  const prompt =
    part === 'mentee'
      ? vscode.l10n.t('Who is the mentee? Login or name. "Start Mentorship" says it once for all.')
      : vscode.l10n.t('Who is the mentor? Login or name. "Start Mentorship" says it once for all.');
  const said = await ask({
    prompt,
    placeHolder: me,
    value: answered[part] ?? '',
    validate: (text) => {
      const names = namesOf(text.split(','));
      const isGood = names.length > 0 && names.every((name) => name.length <= longestName);
      return isGood ? undefined : vscode.l10n.t('Write a login or a name.');
    },
  });
  answered[part] = said;
  return namesOf(said.split(','));
}

async function askWhich(part: Part, names: readonly string[]): Promise<string[]> {
  const question =
    part === 'mentee' ? vscode.l10n.t('For which mentee?') : vscode.l10n.t('For which mentor?');
  return pick(question, [
    ...names.map((name) => ({ label: label(name), value: [name] })),
    { label: vscode.l10n.t('Each of them'), value: [...names] },
  ]);
}

/** With whom a session is; nobody is an answer. */
async function askOthers(): Promise<string[]> {
  const said = await vscode.window.showInputBox({
    prompt: vscode.l10n.t(
      'With whom is the session? Logins or names with commas between them; empty for nobody yet',
    ),
    value: answered.others ?? '',
    ignoreFocusOut: true,
  });
  if (said === undefined) throw cancelled();
  answered.others = said;
  return namesOf(said.split(/[,;]/)).filter((name) => name.length <= longestName);
}
