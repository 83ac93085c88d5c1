import * as vscode from 'vscode';
import type { Comparison } from '../../growth/selfReview/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Expectation, Guess } from '../../model/growth.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { plainTitle } from '../pullRequest/title.ts';
import { textOf } from '../selfReview/lines.ts';
import { chosenPull, ownGuess } from '../selfReview/pulls.ts';
import { resultWords, trendWords } from '../selfReview/words.ts';
import { invalid, objectArgument, pick, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { needOwnWords } from './ownWords.ts';

/** Its words are many: they are loaded with the first guess. */
const review = () => import('../../growth/selfReview/index.ts');

/** Leaves it to Cairn to find who said it. */
const unjudged = undefined;

/**
 * `cairn.judgeGuess(guess or pullRequest?, { expectation, feedback }?)`: what of a guess was hit, missed and surprising.
 * Its author can say for each expectation which feedback said it, or that none did (`feedback: null`). Without arguments
 * it shows them and asks. Resolves to `{ guess, hits, misses, surprises }`.
 */
export const judgeGuess: Command = async (deps, ...args) => {
  releaseRows();
  await deps.store.load();
  const id = (await chosenGuess(deps, args)).id;
  const given = objectArgument(args[1]);
  if (given && !('fromRow' in given)) await judge(deps, guessBy(deps, id), given);
  else if (args[0] == null || given) await show(deps, id);
  return resultOf(deps, id);
};

/** Throws 'not-found', 'invalid-argument', 'cancelled'. */
async function chosenGuess(deps: Deps, args: unknown[]): Promise<Guess> {
  const { store } = deps;
  const named = store.guesses.find(({ id }) => id === args[0]);
  if (named) return named;
  if (args[0] == null) return pick(vscode.l10n.t('Which guess?'), await guessItems(deps));
  const pull = await chosenPull(deps, args);
  const guess = ownGuess(deps, pull) ?? store.guesses.findLast((one) => isOn(one, pull));
  if (guess) return guess;
  throw new CairnError('not-found', vscode.l10n.t('There is no guess for #{0} yet.', pull.number));
}

const isOn = (guess: Guess, { repository, number }: { repository: string; number: number }) =>
  guess.number === number && guess.repository.toLowerCase() === repository.toLowerCase();

async function guessItems({ store }: Deps) {
  const { compareGuess } = await review();
  if (store.guesses.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'There is no guess yet. “Cairn: Guess the Review…” notes what you expect reviewers to say.',
      ),
    );
  return store.guesses.toReversed().map((guess) => ({
    label: `$(lightbulb) #${guess.number} ${plainTitle(guess.title, 150)}`,
    description: plainIcons(plainLine(guess.repository, 80)),
    detail: resultWords(compareGuess(guess, store.feedback)),
    value: guess,
  }));
}

function guessBy({ store }: Deps, id: string): Guess {
  const guess = store.guesses.find((one) => one.id === id);
  if (guess) return guess;
  throw new CairnError('not-found', vscode.l10n.t('This guess is gone.'));
}

async function resultOf(deps: Deps, id: string) {
  const { compareGuess } = await review();
  const { hits, misses, surprises } = compareGuess(guessBy(deps, id), deps.store.feedback);
  return {
    guess: id,
    hits: hits.map(({ expectation, feedback }) => ({ expectation: expectation.id, feedback: feedback.id })),
    misses: misses.map(({ expectation }) => expectation.id),
    surprises: surprises.map((feedback) => feedback.id),
  };
}

async function judge(deps: Deps, guess: Guess, given: Record<string, unknown>): Promise<void> {
  await needOwnWords(deps, guess);
  const expectation = textArgument(given.expectation, 'expectation', 200);
  if (!guess.expectations.some(({ id }) => id === expectation))
    throw invalid(vscode.l10n.t('This guess has no expectation with that id.'));
  const feedback = given.feedback === null ? null : textArgument(given.feedback, 'feedback', 200);
  if (feedback === undefined || (feedback !== null && !deps.store.getFeedback(feedback)))
    throw invalid(vscode.l10n.t('"feedback" must be the id of feedback, or null where nobody said it.'));
  await perform(deps, guess, expectation!, feedback);
}

async function perform(
  { store }: Deps,
  { id }: Guess,
  expectation: string,
  feedback: string | null,
): Promise<void> {
  await store.perform([{ type: 'guess.judged', payload: { guess: id, expectation, feedback } }]);
}

type Chosen = { expectation: Expectation } | { feedback: Feedback } | null;

/** The list stays until it is left; choosing an expectation says who said it, choosing a comment opens it. */
async function show(deps: Deps, id: string): Promise<void> {
  const { compareGuess, saidOn, trendOf } = await review();
  const trend = () => trendWords(trendOf(guessesOf(deps), deps.store.feedback));
  for (;;) {
    const guess = guessBy(deps, id);
    const comparison = compareGuess(guess, deps.store.feedback);
    const chosen = await pick<Chosen>(
      `#${guess.number}: ${resultWords(comparison)}`,
      listOf(comparison, guess, trend()),
    ).catch(leftOut);
    if (chosen === undefined) return;
    if (chosen === null) continue;
    if ('feedback' in chosen) return deps.open(chosen.feedback);
    await needOwnWords(deps, guess);
    const said = await askWho(chosen.expectation, saidOn(guess, deps.store.feedback)).catch(leftOut);
    if (said !== unjudged) await perform(deps, guess, chosen.expectation.id, said);
  }
}

/** Leaving a list is its end, no failure. */
function leftOut(error: unknown): undefined {
  if (!(error instanceof CairnError && error.code === 'cancelled')) throw error;
  return undefined;
}

/** The user's own, or what others have shared. */
function guessesOf({ store }: Deps): readonly Guess[] {
  const own = store.guesses.filter(({ createdBy }) => createdBy !== null && store.space?.isMe(createdBy));
  return own.length > 0 ? own : store.guesses;
}

type Item = vscode.QuickPickItem & { value: Chosen };

function listOf({ hits, misses, surprises, isWaiting }: Comparison, guess: Guess, trend: string): Item[] {
  const line = (item: Omit<Item, 'value'>, value: Chosen): Item => ({ ...item, value });
  const title = (label: string) => line({ label, kind: vscode.QuickPickItemKind.Separator }, null);
  const own = vscode.l10n.t('you said so');
  const part = (label: string, items: Item[]) => (items.length > 0 ? [title(label), ...items] : []);
  const waiting = guess.expectations.map((expectation) =>
    line({ label: `$(circle-outline) ${quoteOf(expectation)}` }, { expectation }),
  );
  return [
    ...part(vscode.l10n.t('Expected, and said'), [
      ...hits.map(({ expectation, feedback, isJudged }) =>
        line(
          {
            label: `$(pass) ${quoteOf(expectation)}`,
            description: isJudged ? own : undefined,
            detail: saidBy(feedback),
          },
          { expectation },
        ),
      ),
    ]),
    ...part(vscode.l10n.t('Expected, and not said'), [
      ...misses.map(({ expectation, isJudged }) =>
        line(
          { label: `$(circle-slash) ${quoteOf(expectation)}`, description: isJudged ? own : undefined },
          { expectation },
        ),
      ),
    ]),
    ...part(
      vscode.l10n.t('Said, and not expected'),
      surprises.map((feedback) =>
        line(
          {
            label: `$(comment) ${plainIcons(plainLine(feedback.body, 100))}`,
            detail: plainIcons(feedback.author),
          },
          { feedback },
        ),
      ),
    ),
    ...(isWaiting ? part(vscode.l10n.t('Expected; nobody has said anything yet'), waiting) : []),
    title(vscode.l10n.t('Over time')),
    line({ label: `$(history) ${trend}` }, null),
  ];
}

const quoteOf = (expectation: Expectation) => plainIcons(plainLine(textOf(expectation), 120));
const saidBy = ({ author, body }: Feedback) => plainIcons(`${author}: ${plainLine(body, 120)}`);

/** Which feedback said it; `null`: none. */
function askWho(expectation: Expectation, said: readonly Feedback[]): Promise<string | null> {
  return pick<string | null>(vscode.l10n.t('Who said “{0}”?', plainLine(expectation.text, 80)), [
    { label: `$(circle-slash) ${vscode.l10n.t('Nobody said it')}`, value: null },
    ...said.map((item) => ({
      label: `$(comment) ${plainIcons(plainLine(item.body, 100))}`,
      description: item.path ?? '',
      detail: plainIcons(item.author),
      value: item.id,
    })),
  ]);
}
