import * as vscode from 'vscode';
import type { Session } from '../../model/session.ts';
import { type Found, SessionSearch } from '../../sessions/search.ts';
import { commands } from '../ids.ts';
import { othersText } from '../sessionsView/arguments.ts';
import { heldName, plannedName, withWords } from '../sessionsView/words.ts';
import { kindName } from '../words/sessions.ts';
import { textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';

type Item = vscode.QuickPickItem & { session?: Session };

/** Entries of the list: whoever has more narrows them with another word. */
const longest = 100;

/**
 * `cairn.searchSessions(query?)`: over topics, insights, texts and people. With a query it resolves to
 * `[{ id, kind, date, line }]`, newest first; a person gets a list, where Enter opens a session.
 */
export const searchSessions: Command = async (deps, query) => {
  const text = textArgument(query, 'query', 1000);
  await deps.store.load();
  const search = searchOf(deps);
  if (text !== undefined)
    return search.find(text).map(({ session: { id, kind, date }, line }) => ({ id, kind, date, line }));
  show(deps, search);
  return undefined;
};

function searchOf({ store }: Deps): SessionSearch {
  const titles = new Map(store.goals.map(({ id, title }) => [id, title]));
  return new SessionSearch(store.sessions, ({ kind, goalIds }) => [
    kindName(kind),
    ...goalIds.flatMap((id) => titles.get(id) ?? []),
  ]);
}

function show({ store }: Deps, search: SessionSearch): void {
  const list = vscode.window.createQuickPick<Item>();
  const now = new Date();
  const draw = () => {
    const found = search.find(list.value);
    list.items =
      found.length > 0
        ? found.slice(0, longest).map((one) => itemOf(one, now, (name) => store.space?.isMe(name) ?? false))
        : [{ label: nothing(store.sessions.length, list.value), alwaysShow: true }];
    list.title =
      found.length > longest
        ? vscode.l10n.t('Sessions: {0} found, the newest {1} shown', found.length, longest)
        : vscode.l10n.t('Sessions: {0} found', found.length);
  };
  list.placeholder = vscode.l10n.t('Search topics, insights, texts and people; Enter opens the session');
  list.onDidChangeValue(draw);
  list.onDidAccept(() => {
    const { session } = list.activeItems[0] ?? {};
    if (!session) return;
    list.hide();
    void vscode.commands.executeCommand(commands.openSession, session.id, {
      fromRow: true,
      ...othersText(session, store),
    });
  });
  list.onDidHide(() => list.dispose());
  draw();
  list.show();
}

function nothing(sessions: number, query: string): string {
  return sessions === 0
    ? vscode.l10n.t('There is no session yet. Log one with "Cairn: Log Session".')
    : plainIcons(vscode.l10n.t('No session has “{0}”.', query.slice(0, 80)));
}

function itemOf({ session, line }: Found, now: Date, isMe: (name: string) => boolean): Item {
  const parts = [withWords(session.people, isMe), session.isPrivate && vscode.l10n.t('private')];
  return {
    label: plainIcons(session.heldAt === null ? plannedName(session, now) : heldName(session, now)),
    description: plainIcons(parts.filter(Boolean).join(' · ')),
    detail: plainIcons(line),
    // The list filters by labels of its own accord; what fits was found already.
    alwaysShow: true,
    session,
  };
}
