import * as vscode from 'vscode';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { type Found, KnowledgeSearch } from '../../programme/knowledge/search.ts';
import { commands } from '../ids.ts';
import { textArgument } from './ask.ts';
import { knowledgeItem } from './chosenKnowledge.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command } from './deps.ts';

type Item = vscode.QuickPickItem & { value?: KnowledgeNote };

/** Entries of the list: whoever has more narrows them with another word. */
const longest = 100;

/**
 * `cairn.searchKnowledge(query?)`: over what and why, topics, paths, code and people. With a query it resolves to
 * `[{ id, what, path, line, topics }]`; a person gets a list, where Enter opens a note at its code.
 */
export const searchKnowledge: Command = async ({ store }, query) => {
  const text = textArgument(query, 'query', 1000);
  await store.load();
  const search = new KnowledgeSearch(store.knowledge);
  if (text !== undefined)
    return search.find(text).map(({ note: { id, what, anchor, topics } }) => ({
      ...{ id, what, path: anchor?.path ?? null, line: anchor?.startLine ?? null, topics },
    }));
  show(search, store.knowledge.length);
  return undefined;
};

function show(search: KnowledgeSearch, count: number): void {
  const list = vscode.window.createQuickPick<Item>();
  const draw = () => {
    const found = search.find(list.value);
    list.items =
      found.length > 0
        ? found.slice(0, longest).map(itemOf)
        : [{ label: nothing(count, list.value), alwaysShow: true }];
    list.title =
      found.length > longest
        ? vscode.l10n.t('Knowledge: {0} found, {1} shown', found.length, longest)
        : vscode.l10n.t('Knowledge: {0} found', found.length);
  };
  list.placeholder = vscode.l10n.t('Search what and why, topics, paths and people; Enter opens the note');
  list.onDidChangeValue(draw);
  list.onDidAccept(() => {
    const { value } = list.activeItems[0] ?? {};
    if (!value) return;
    list.hide();
    void vscode.commands.executeCommand(commands.openKnowledge, value.id, { fromRow: true });
  });
  list.onDidHide(() => list.dispose());
  draw();
  list.show();
}

function itemOf({ note, line }: Found): Item {
  // The list filters by labels of its own accord; what fits was found already.
  return { ...knowledgeItem(note), ...(line === '' ? {} : { detail: plainIcons(line) }), alwaysShow: true };
}

function nothing(count: number, query: string): string {
  return count === 0
    ? vscode.l10n.t('There is no knowledge note yet. Write one with "Cairn: Note What Others Should Know".')
    : plainIcons(vscode.l10n.t('No knowledge note has “{0}”.', query.slice(0, 80)));
}
