import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { type GoalOrigin, goalCategories } from '../../model/state.ts';
import { coachSentence } from '../../programme/goals/sentence.ts';
import { categoryWord } from '../words/categories.ts';
import { coachWords } from '../words/goalCoach.ts';
import { ask, dateArgument, isDate, pick, textArgument, wordArgument } from './ask.ts';
import { askKept } from './askKept.ts';

const origins = ['mentee', 'organisation'] as const;
/** Longest goal sentence, in UTF-16 code units. */
const longestTitle = 500;

export type GoalInput = {
  title?: string;
  category?: string | null;
  origin?: GoalOrigin;
  targetDate?: string | null;
};

/** The fields of a goal that an argument carries, checked. Throws 'invalid-argument'. */
export function goalFields(given: Record<string, unknown>): GoalInput {
  const title = textArgument(given.title, 'title', longestTitle)?.trim();
  const category = given.category === null ? null : textArgument(given.category, 'category', 100)?.trim();
  const origin = wordArgument(given.origin, 'origin', origins);
  const targetDate = dateArgument(given.targetDate, 'targetDate');
  const unknown = Object.keys(given).filter(
    (key) => !['title', 'category', 'origin', 'targetDate'].includes(key),
  );
  if (unknown.length > 0)
    throw new CairnError('invalid-argument', `A goal has no "${unknown[0]!.slice(0, 40)}".`);
  return {
    ...(title !== undefined && { title }),
    ...(category !== undefined && { category }),
    ...(origin !== undefined && { origin }),
    ...(targetDate !== undefined && { targetDate }),
  };
}

/** The sentence of a goal that is there; `hasDate` where it has a target date. */
export async function askTitle(value: string, hasDate: boolean): Promise<string> {
  return (await ask({ ...titleQuestion(hasDate), value })).trim();
}

/**
 * The sentence of a new goal, and whether it is private from the start.
 * @param given what to begin with, and how the box is called
 */
export function askNewTitle(given: { value?: string; title?: string } = {}): Promise<{
  text: string;
  isPrivate: boolean;
}> {
  return askKept({ title: vscode.l10n.t('New goal'), ...titleQuestion(false), ...given });
}

/** While it is typed a coach asks what may help; nothing but an empty or an endless sentence is refused. */
export function titleQuestion(hasDate: boolean) {
  return {
    prompt: vscode.l10n.t('What do you want to grow in? One sentence.'),
    placeHolder: vscode.l10n.t('Write pull requests that reviewers approve on the first read'),
    validate: (text: string) => {
      if (text.trim() === '') return vscode.l10n.t('A goal needs a sentence.');
      if (text.length > longestTitle) return vscode.l10n.t('That is too long for a sentence.');
      const [hint] = coachSentence(text, { hasDate });
      return hint ? { hint: coachWords(hint) } : undefined;
    },
  };
}

export async function askCategory(value: string | null = null): Promise<string | null> {
  const own = Symbol('own');
  const none = Symbol('none');
  const picked = await pick<string | symbol>(vscode.l10n.t('Which kind of growth is it?'), [
    ...goalCategories.map((category) => ({
      label: categoryWord(category),
      description: category === value ? vscode.l10n.t('now') : '',
      value: category as string,
    })),
    { label: vscode.l10n.t('Another category…'), value: own },
    { label: vscode.l10n.t('No category'), value: none },
  ]);
  if (picked === none) return null;
  if (typeof picked === 'string') return picked;
  return (
    (await ask({ prompt: vscode.l10n.t('Category, in your own words'), value: value ?? '' }))
      .trim()
      .slice(0, 100) || null
  );
}

export const askOrigin = (): Promise<GoalOrigin> =>
  pick<GoalOrigin>(vscode.l10n.t('Whose goal is it?'), [
    {
      label: `$(person) ${vscode.l10n.t('Mine')}`,
      detail: vscode.l10n.t('I want to grow in this.'),
      value: 'mentee',
    },
    {
      label: `$(organization) ${vscode.l10n.t("My organisation's")}`,
      detail: vscode.l10n.t('My role or team asks for it.'),
      value: 'organisation',
    },
  ]);

export async function askTargetDate(value: string | null = null): Promise<string | null> {
  const text = await ask({
    prompt: vscode.l10n.t('Until when? (yyyy-mm-dd, empty for no date)'),
    value: value ?? '',
    validate: (typed) =>
      typed.trim() === '' || isDate(typed.trim())
        ? undefined
        : vscode.l10n.t('Write the date like 2027-03-31, or leave it empty.'),
  });
  return text.trim() || null;
}
