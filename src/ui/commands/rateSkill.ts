import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import {
  allRatings,
  ownWordsOn,
  type Rubric,
  type RubricSkill,
  takingBack,
} from '../../programme/goals/index.ts';
import { evidenceOf } from '../programme/evidence.ts';
import { readRubrics } from '../programme/goalTemplates.ts';
import { ratedPeople } from '../programme/ratedPeople.ts';
import { booleanArgument, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { askRating, type RatingInput } from './rateInput.ts';

const mostEvidence = 50;

/**
 * `cairn.rateSkill({ rubric, skill, level, person?, evidence?, note?, isPrivate? }?)`: where this user sees somebody (the
 * mentee, a mentee themselves) on a skill of a rubric (by its file's name without `.md`), with what shows it: ids of
 * feedback, sessions or goals, and addresses. `level: null` takes one's own word back, without words, from all who see it.
 * Resolves to `{ id }`. Throws 'not-found' for a rubric, skill, level or evidence that is not there.
 */
export const rateSkill: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  if (!given) return askAndRate(deps, {});
  const asked = checked(given);
  const { usual } = await ratedPeople(deps);
  const { rubrics } = await readRubrics();
  return keep(deps, inputFrom(deps, asked, rubrics, usual));
};

/** Asks for what is not said of it, and keeps it. Throws 'cancelled', 'not-found'. */
export async function askAndRate(
  deps: Deps,
  about: Partial<Pick<RatingInput, 'rubric' | 'skill' | 'person'>>,
): Promise<{ id: string }> {
  const input = await askRating(deps, await readRubrics(), about);
  const { shared } = await ownWords(deps, input);
  const kept = await keep(deps, input);
  if (input.isPrivate && input.level !== null && shared !== null)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Cairn: kept private. Your older rating, which you had shared, stays seen by the others until you take it back.',
      ),
    );
  return kept;
}

/** What is taken back goes wherever it stands, with others or with oneself. */
async function keep(deps: Deps, { isPrivate, ...input }: RatingInput): Promise<{ id: string }> {
  const { store } = deps;
  const payload = { rating: ulid(), ...input, ratedAt: new Date().toISOString() };
  const taken = input.level === null ? takingBack(await ownWords(deps, input), payload) : [];
  if (taken.length > 0) await store.perform(taken);
  else await store.perform([{ type: 'skill.rated', payload }], { isPrivate });
  return { id: taken.at(-1)?.payload.rating ?? payload.rating };
}

async function ownWords(deps: Deps, about: Pick<RatingInput, 'rubric' | 'skill' | 'person'>) {
  const around = await ratedPeople(deps);
  return ownWordsOn(allRatings(deps.store.records), about, around);
}

type Checked = Omit<RatingInput, 'person'> & { person: string | undefined };

/** Throws 'invalid-argument'. */
function checked(given: Record<string, unknown>): Checked {
  const rubric = textArgument(given.rubric, 'rubric', 200);
  const skill = textArgument(given.skill, 'skill', 200);
  if (rubric === undefined || skill === undefined)
    throw invalid(vscode.l10n.t('"rubric" and "skill" are needed: which skill is it?'));
  const { level, evidence = [] } = given;
  const isLevel = level === null || (typeof level === 'number' && Number.isInteger(level) && level >= 0);
  if (!isLevel)
    throw invalid(vscode.l10n.t('"level" must be the number of a level, or null to take a rating back.'));
  const isList =
    Array.isArray(evidence) &&
    evidence.length <= mostEvidence &&
    evidence.every((one) => typeof one === 'string' && one !== '' && one.length <= 2000);
  if (!isList)
    throw invalid(vscode.l10n.t('"evidence" must be a list of up to {0} ids or addresses.', mostEvidence));
  return {
    ...{ rubric, skill, level: level as number | null, evidence: [...new Set(evidence as string[])] },
    person: textArgument(given.person, 'person', 200)?.trim(),
    note: textArgument(given.note, 'note', 2000)?.trim() ?? null,
    isPrivate: booleanArgument(given.isPrivate, 'isPrivate') ?? false,
  };
}

/** Throws 'not-found'. */
function inputFrom(
  deps: Pick<Deps, 'store'>,
  asked: Checked,
  rubrics: readonly Rubric[],
  usual: string,
): RatingInput {
  const { skill } = rubricSkill(rubrics, asked.rubric, asked.skill);
  if (asked.level !== null && !skill.levels.some(({ level }) => level === asked.level))
    throw new CairnError(
      'not-found',
      vscode.l10n.t('“{0}” has no level {1}.', skill.name.slice(0, 100), asked.level),
    );
  const unknown = asked.evidence.find((id) => evidenceOf(deps, id).kind === 'gone');
  if (unknown !== undefined)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no feedback, session or goal with the id {0}.', unknown.slice(0, 60)),
    );
  return { ...asked, person: asked.person ?? usual };
}

/** Throws 'not-found'. */
export function rubricSkill<T extends Rubric>(
  rubrics: readonly T[],
  id: string,
  name: string,
): { rubric: T; skill: RubricSkill } {
  const rubric = rubricById(rubrics, id);
  const skill = rubric.skills.find((one) => one.name === name);
  if (!skill)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('The rubric “{0}” has no skill “{1}”.', rubric.title.slice(0, 100), name.slice(0, 100)),
    );
  return { rubric, skill };
}

/** Throws 'not-found'. */
export function rubricById<T extends Rubric>(rubrics: readonly T[], id: string): T {
  const rubric = rubrics.find((one) => one.id === id);
  if (!rubric)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no rubric with the name {0}.', id.slice(0, 100)),
    );
  return rubric;
}
