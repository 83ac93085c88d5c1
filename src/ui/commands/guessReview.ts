import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { pullKey } from '../../growth/selfReview/held.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { PullRequestRef } from '../../model/state.ts';
import { commands } from '../ids.ts';
import { askLines, mostLines } from '../selfReview/askLines.ts';
import { type Line, lineOf } from '../selfReview/lines.ts';
import { chosenPull, needAuthor, ownGuess } from '../selfReview/pulls.ts';
import { invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';

/** What was typed and not yet noted, by pull request; kept for the workspace. */
const draftKey = (pull: PullRequestRef) => `cairn.guess ${pullKey(pull)}`;

/**
 * `cairn.guessReview(pullRequest?, { expectations }?)`: what the mentee expects reviewers to say of a pull request; each
 * expectation is a text, or `{ text, path? }`. Asks for them in a box that stays open; a guess that is there is gone on
 * with, and what reviewers said already is held against it in a list. Resolves to `{ guess, hits, misses, surprises }`, the ids of the feedback where there is some.
 */
export const guessReview: Command = async (deps, ...args) => {
  releaseRows();
  const given = linesArgument(objectArgument(args[1])?.expectations);
  await deps.store.load();
  needAuthor(deps);
  const pull = await chosenPull(deps, args);
  const lines = given ?? (await ask(deps, pull));
  const id = await keep(deps, pull, lines);
  await deps.memory.update(draftKey(pull), undefined);
  return tell(deps, id, given === undefined);
};

async function ask({ memory, ...deps }: Deps, pull: PullRequestRef): Promise<Line[]> {
  const noted = ownGuess({ memory, ...deps }, pull)?.expectations ?? [];
  const begun = memory.get<Line[]>(draftKey(pull)) ?? noted.map(({ text, path }) => ({ text, path }));
  const title = vscode.l10n.t('What will reviewers say about #{0}?', pull.number);
  return askLines(title, begun, (lines) => void memory.update(draftKey(pull), [...lines]));
}

/** A line that stays keeps its id, and so what its author judged. */
async function keep(deps: Deps, pull: PullRequestRef, lines: readonly Line[]): Promise<string> {
  const there = ownGuess(deps, pull);
  const left = [...(there?.expectations ?? [])];
  const expectations = lines.map(({ text, path }) => {
    const at = left.findIndex((one) => one.text === text && one.path === path);
    return at >= 0 ? { id: left.splice(at, 1)[0]!.id, text, path } : { id: ulid(), text, path };
  });
  const guess = there?.id ?? ulid();
  const { repository, number } = pull;
  const title = plainLine(pull.title, 500);
  await deps.store.perform([
    {
      type: 'guess.made',
      payload: { guess, repository, number, title, url: pull.url || null, expectations },
    },
  ]);
  return guess;
}

async function tell({ store }: Deps, id: string, isAsked: boolean) {
  const { compareGuess } = await import('../../growth/selfReview/index.ts');
  const guess = store.guesses.find((one) => one.id === id)!;
  const comparison = compareGuess(guess, store.feedback);
  if (isAsked && comparison.isWaiting)
    vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: your guess is noted.'), 6000);
  else if (isAsked) void vscode.commands.executeCommand(commands.judgeGuess, id, { fromRow: true });
  return {
    guess: id,
    hits: comparison.hits.map(({ feedback }) => feedback.id),
    misses: comparison.misses.map(({ expectation }) => expectation.text),
    surprises: comparison.surprises.map((feedback) => feedback.id),
  };
}

/** Throws 'invalid-argument'. */
function linesArgument(value: unknown): Line[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > mostLines)
    throw invalid(vscode.l10n.t('"{0}" must be a list of at most {1} texts.', 'expectations', mostLines));
  return value.map((one) => {
    const given = typeof one === 'string' ? { text: one } : (objectArgument(one) ?? {});
    const text = textArgument(given.text, 'text', 500);
    if (text === undefined) throw invalid(vscode.l10n.t('An expectation needs a text.'));
    const path = 'path' in given ? textArgument(given.path, 'path', 4000) : undefined;
    return path === undefined ? lineOf(text)! : { text: text.trim(), path };
  });
}
