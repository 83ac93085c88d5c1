import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { trialWords } from '../../model/kinds.ts';
import { type TrialQuestion, type TrialWord, trialDays, trialQuestions } from '../../model/mentorship.ts';
import { begunDays } from '../../programme/health/index.ts';
import { askShare, longestWords, needPart, sayWhoSees, shareArgument } from '../mentorship/askShare.ts';
import { keepWhole, shareFields } from '../mentorship/forms.ts';
import { lookAt } from '../mentorship/look.ts';
import { offerWays } from '../mentorship/offerWays.ts';
import { trialQuestion, trialWord } from '../mentorship/pulseWords.ts';
import { cancelled, invalid, objectArgument, textArgument, wordArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { askPick, askSteps, back, type Step } from './steps.ts';

type Answers = Record<TrialQuestion, TrialWord | null>;
const none = (): Answers => ({ useful: null, respectful: null, sustainable: null });

/**
 * `cairn.answerTrial({ day?, useful?, respectful?, sustainable?, words?, share? }?)`: the check after 30 or 60 days, each
 * question `'yes'`, `'partly'` or `'no'`. Kept to the user, as a pulse is, and shared in the same way. Without a day it
 * is the one that is due, or was last. Whoever was asked and says "no" or "partly" is shown ways out. Resolves to
 * `{ trial, day, shared }`.
 */
export const answerTrial: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const share = shareArgument('trial', given?.share);
  const day = dayArgument(given?.day);
  await deps.store.load();
  needPart(deps);
  const about = day ?? (await dayNow(deps));
  const answers = given && hasAnswer(given) ? answersOf(given) : await askAnswers(about);
  const words = textArgument(given?.words, 'words', longestWords)?.trim() || null;
  const id = ulid();
  const at = new Date().toISOString();
  await keepWhole('trial', deps.store, { id, day: about, answers, words, at });
  const isAsked = !given || !hasAnswer(given);
  const shared = isAsked
    ? await askShare(deps, 'trial', id)
    : share && share.length > 0
      ? await shareFields('trial', deps.store, id, share)
      : [];
  sayWhoSees(shared);
  if (isAsked) offerWays(deps, answers);
  return { trial: id, day: about, shared };
};

function dayArgument(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (trialDays.some((one) => one === value)) return value as number;
  throw invalid(vscode.l10n.t('"{0}" must be one of: {1}.', 'day', trialDays.join(', ')));
}

/** The last check whose day has come; the first one where somebody asks early. */
async function dayNow({ store }: Deps): Promise<number> {
  const look = await lookAt(store);
  const days = (look && begunDays(look)?.days) ?? 0;
  return trialDays.findLast((due) => days >= due) ?? trialDays[0];
}

const hasAnswer = (given: Record<string, unknown>): boolean =>
  trialQuestions.some((question) => given[question] !== undefined && given[question] !== null);

function answersOf(given: Record<string, unknown>): Answers {
  const answers = none();
  for (const question of trialQuestions)
    answers[question] = wordArgument(given[question], question, trialWords) ?? null;
  return answers;
}

async function askAnswers(day: number): Promise<Answers> {
  const answers = none();
  const steps = trialQuestions.map((question): Step => {
    return async (place) => {
      const items = [
        ...trialWords.map((word) => ({ label: trialWord(word), value: word as TrialWord | null })),
        { label: `$(debug-step-over) ${vscode.l10n.t('Not this one')}`, value: null },
      ];
      const picked = await askPick(place, trialQuestion(question), items, answers[question] ?? 'yes');
      if (picked === back) return back;
      answers[question] = picked;
      return undefined;
    };
  });
  try {
    await askSteps(vscode.l10n.t('After {0} days (only you see it)', day), steps);
  } catch (error) {
    if (!(error instanceof CairnError && error.code === 'cancelled')) throw error;
  }
  if (trialQuestions.every((question) => answers[question] === null)) throw cancelled();
  return answers;
}
