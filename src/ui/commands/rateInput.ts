import * as vscode from 'vscode';
import { allRatings, ownWordsOn, type Rubric, type RubricSkill } from '../../programme/goals/index.ts';
import { askEvidenceList } from '../programme/evidenceInput.ts';
import { openProblem, problemRow } from '../programme/problemList.ts';
import { type RatedPeople, ratedPeople } from '../programme/ratedPeople.ts';
import type { TemplateNote } from '../programme/templates.ts';
import { nameWord } from '../words/whose.ts';
import { pick } from './ask.ts';
import { askKept } from './askKept.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';
import { rubricById, rubricSkill } from './rateSkill.ts';

/** A rating as it is kept. */
export type RatingInput = {
  rubric: string;
  skill: string;
  person: string;
  level: number | null;
  evidence: string[];
  note: string | null;
  isPrivate: boolean;
};

type Read = { rubrics: readonly Rubric[]; problems: readonly TemplateNote[] };
type Given = Partial<Record<'rubric' | 'skill' | 'person', string | undefined>>;

/** Asks for what is not given: rubric, whom, skill, level, what shows it, words. Throws 'cancelled', 'not-found'. */
export async function askRating(deps: Deps, read: Read, given: Given): Promise<RatingInput> {
  const around = await ratedPeople(deps);
  const rubric = given.rubric === undefined ? await askRubric(read) : rubricById(read.rubrics, given.rubric);
  const person = given.person ?? (await askPerson(around));
  const own = ownOf(deps, around, rubric, person);
  const skill =
    given.skill === undefined
      ? await askSkill(rubric, own)
      : rubricSkill(read.rubrics, rubric.id, given.skill).skill;
  const before = own.get(skill.name);
  const words = ownWordsOn(
    allRatings(deps.store.records),
    { rubric: rubric.id, skill: skill.name, person },
    around,
  );
  const isThere = words.shared !== null || words.kept !== null;
  const level = await askLevel(skill, around, person, { before: before?.level ?? null, isThere });
  const about = { rubric: rubric.id, skill: skill.name, person, level };
  if (level === null) return { ...about, evidence: [], note: null, isPrivate: before?.isPrivate ?? false };
  const evidence = await askEvidenceList(deps, before?.evidence ?? []);
  const said = await askKept({
    title: skill.name,
    prompt: vscode.l10n.t('In a sentence or two: what did you see? (may stay empty)'),
    ...(before?.note ? { value: before.note } : {}),
    isPrivate: before?.isPrivate ?? false,
    validate: (text) => (text.length > 2000 ? vscode.l10n.t('That is too long.') : undefined),
  });
  return { ...about, evidence, note: said.text || null, isPrivate: said.isPrivate };
}

/** Throws 'cancelled'. */
export async function askRubric({ rubrics, problems }: Read): Promise<Rubric> {
  const isProblem = Symbol('problems');
  const picked = await pick<Rubric | symbol>(vscode.l10n.t('Which rubric?'), [
    ...rubrics.map((value) => ({
      label: plainIcons(value.title),
      detail: plainIcons(value.skills.map(({ name }) => name).join(' · ')),
      value,
    })),
    ...problemRow(problems, isProblem),
  ]);
  return typeof picked === 'symbol' ? openProblem(problems) : picked;
}

/** A mentee rates themselves, unless they ask otherwise; a mentor is asked. */
function askPerson({ people, usual, me, isSame }: RatedPeople): Promise<string> {
  if (people.length < 2 || isSame(usual, me)) return Promise.resolve(usual);
  return pick(
    vscode.l10n.t('Whose skill?'),
    people.map((name) => ({
      label: plainIcons(nameWord(name)),
      description: isSame(name, me) ? vscode.l10n.t('you') : '',
      value: name,
    })),
  );
}

type Own = { level: number | null; evidence: string[]; note: string | null; isPrivate: boolean };

/** This user's own words on a person, by skill. */
function ownOf(
  { store }: Deps,
  { me, isSame }: RatedPeople,
  rubric: Rubric,
  person: string,
): Map<string, Own> {
  const own = store.skillRatings.filter(
    (one) =>
      one.rubric === rubric.id &&
      isSame(one.person, person) &&
      one.claimedBy === null &&
      one.createdBy !== null &&
      isSame(one.createdBy, me),
  );
  return new Map(own.map((one) => [one.skill, one]));
}

function askSkill({ skills }: Rubric, own: Map<string, Own>): Promise<RubricSkill> {
  return pick(
    vscode.l10n.t('Which skill?'),
    skills.map((value) => {
      const level = value.levels.find((one) => one.level === own.get(value.name)?.level);
      return {
        label: plainIcons(value.name),
        description: level ? vscode.l10n.t('now: {0}', plainIcons(level.name)) : '',
        value,
      };
    }),
  );
}

function askLevel(
  { name, levels }: RubricSkill,
  { me, isSame }: RatedPeople,
  person: string,
  { before, isThere }: { before: number | null; isThere: boolean },
): Promise<number | null> {
  const question = isSame(person, me)
    ? vscode.l10n.t('{0}: which of these is closest to how you work these days?', name)
    : vscode.l10n.t(
        '{0}: which of these is closest to what you see of {1} these days?',
        name,
        nameWord(person),
      );
  return pick<number | null>(question, [
    ...levels.map(({ level, name, looks }) => ({
      label: `${level} ${plainIcons(name)}`,
      description: level === before ? vscode.l10n.t('now') : '',
      detail: plainIcons(looks),
      value: level,
    })),
    ...(isThere ? [{ label: `$(discard) ${vscode.l10n.t('Take my rating back')}`, value: null }] : []),
  ]);
}
