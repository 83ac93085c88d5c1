import * as vscode from 'vscode';
import type { Filter } from '../../model/filter.ts';
import { tags } from '../../model/state.ts';
import { ask, invalid, objectArgument, pick, textArgument, wordArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/** `cairn.filterFeedback({ text?, tag?, author?, repository?, unresolved? } | 'text'?)`. */
export const filterFeedback: Command = async (deps, argument) => {
  const { feedbackView } = deps;
  if (typeof argument === 'string') feedbackView.setFilter({ text: argument });
  else
    feedbackView.setFilter(
      argument === undefined || argument === null ? await askFilter(deps) : filterOf(argument),
    );
};

export const clearFilter: Command = async ({ feedbackView }) => feedbackView.setFilter({});

function filterOf(argument: unknown): Filter {
  const given = objectArgument(argument) ?? {};
  const filter: Filter = {};
  const text = textArgument(given.text, 'text', 500);
  const tag = wordArgument(given.tag, 'tag', [...tags, 'untagged', 'setAside'] as const);
  const author = textArgument(given.author, 'author', 200);
  const repository = textArgument(given.repository, 'repository', 300);
  if (given.unresolved !== undefined && typeof given.unresolved !== 'boolean') {
    throw invalid(vscode.l10n.t('"{0}" must be true or false.', 'unresolved'));
  }
  if (text !== undefined) filter.text = text;
  if (tag !== undefined) filter.tag = tag;
  if (author !== undefined) filter.author = author;
  if (repository !== undefined) filter.repository = repository;
  if (given.unresolved) filter.unresolved = true;
  return filter;
}

async function askFilter({ store, feedbackView }: Deps): Promise<Filter> {
  await store.load();
  const authors = [...new Set(store.feedback.map((item) => item.author))].sort();
  const repositories = [
    ...new Set(store.feedback.flatMap((item) => item.pullRequest?.repository ?? [])),
  ].sort();
  const choice = await pick<Filter | 'text'>(vscode.l10n.t('Show only feedback …'), [
    { label: `$(search) ${vscode.l10n.t('with these words…')}`, value: 'text' },
    { label: `$(inbox) ${vscode.l10n.t('that is to be tagged')}`, value: { tag: 'untagged' } },
    {
      label: `$(comment-unresolved) ${vscode.l10n.t('in threads that are not resolved')}`,
      value: { unresolved: true },
    },
    { label: `$(pass) ${vscode.l10n.t('tagged keep')}`, value: { tag: 'keep' } },
    { label: `$(circle-slash) ${vscode.l10n.t('tagged stop')}`, value: { tag: 'stop' } },
    { label: `$(arrow-circle-right) ${vscode.l10n.t('tagged start')}`, value: { tag: 'start' } },
    { label: `$(archive) ${vscode.l10n.t('that was set aside')}`, value: { tag: 'setAside' } },
    ...authors.map((author) => ({ label: `$(person) ${author}`, value: { author } })),
    ...(repositories.length > 1
      ? repositories.map((repository) => ({ label: `$(repo) ${repository}`, value: { repository } }))
      : []),
  ]);
  if (choice !== 'text') return choice;
  return {
    text: await ask({ prompt: vscode.l10n.t('Words to look for'), value: feedbackView.filter.text ?? '' }),
  };
}
