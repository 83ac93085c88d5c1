import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { type PulseQuestion, pulseQuestions } from '../../model/mentorship.ts';
import { askShare, longestWords, needPart, sayWhoSees, shareArgument } from '../mentorship/askShare.ts';
import { keepWhole, shareFields } from '../mentorship/forms.ts';
import { offerWays } from '../mentorship/offerWays.ts';
import { pulseQuestion, pulseSteps } from '../mentorship/pulseWords.ts';
import { cancelled, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { askPick, askSteps, back, type Step } from './steps.ts';

type Answers = Record<PulseQuestion, number | null>;
const none = (): Answers => ({ value: null, clarity: null, workload: null, relationship: null });

/**
 * `cairn.pulse({ value?, clarity?, workload?, relationship?, words?, share? }?)`: how the mentorship is for the user, each
 * from 1 to 5. It is kept to them; `share` is what the others in the space see of it: `'nothing'` (as without it),
 * `'everything'`, or the names of fields. Without an argument it asks four questions, and at the end what others see; after
 * a 1 or a 2 it shows ways out. Resolves to `{ pulse, shared }`, the id and the fields that others see.
 */
export const pulse: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const share = shareArgument('pulse', given?.share);
  await deps.store.load();
  needPart(deps);
  const answers = given ? answersOf(given) : await askAnswers();
  const words = textArgument(given?.words, 'words', longestWords)?.trim() || null;
  const id = ulid();
  await keepWhole('pulse', deps.store, { id, answers, words, at: new Date().toISOString() });
  const shared = given ? await shareGiven(deps, id, share) : await askShare(deps, 'pulse', id);
  sayWhoSees(shared);
  if (!given) offerWays(deps, answers);
  return { pulse: id, shared };
};

const shareGiven = async ({ store }: Deps, id: string, share: readonly string[] | undefined) =>
  share && share.length > 0 ? shareFields('pulse', store, id, share) : [];

function answersOf(given: Record<string, unknown>): Answers {
  const answers = none();
  for (const question of pulseQuestions) {
    const value = given[question];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 5)
      throw invalid(vscode.l10n.t('"{0}" must be a whole number from 1 to 5.', question));
    answers[question] = value;
  }
  needAny(answers);
  return answers;
}

function needAny(answers: Answers): void {
  if (pulseQuestions.some((question) => answers[question] !== null)) return;
  throw invalid(vscode.l10n.t('There is no answer in it: {0}.', pulseQuestions.join(', ')));
}

/** Whoever leaves half-way keeps what they answered; nothing is kept where that is nothing. */
async function askAnswers(): Promise<Answers> {
  const answers = none();
  const steps = pulseQuestions.map((question): Step => {
    return async (place) => {
      const items = [
        ...pulseSteps(question).map((words, i) => ({ label: `${i + 1}  ${words}`, value: i + 1 })),
        { label: `$(debug-step-over) ${vscode.l10n.t('Not this one')}`, value: null },
      ];
      const picked = await askPick<number | null>(
        place,
        pulseQuestion(question),
        items,
        answers[question] ?? 3,
      );
      if (picked === back) return back;
      answers[question] = picked;
      return undefined;
    };
  });
  try {
    await askSteps(vscode.l10n.t('Pulse (only you see it)'), steps);
  } catch (error) {
    if (!(error instanceof CairnError && error.code === 'cancelled')) throw error;
  }
  if (pulseQuestions.every((question) => answers[question] === null)) throw cancelled();
  return answers;
}
