import * as vscode from 'vscode';
import type { Session } from '../../model/session.ts';
import { sessionScheme } from '../ids.ts';
import { otherPath, ownPath } from '../sessions/address.ts';
import { isMe } from '../sessions/texts.ts';
import { invalid, objectArgument, textArgument } from './ask.ts';
import { chosenSession } from './chosenSession.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.openSession(session?, { by? }?)`: opens the user's own text of a session, or somebody else's. Resolves to
 * `{ uri }`.
 */
export const openSession: Command = async (deps, argument, options) => {
  const by = textArgument(objectArgument(options)?.by, 'by', 200);
  const session = await chosenSession(deps, argument, vscode.l10n.t('Which session?'));
  return openText(deps, session, by);
};

/** Shows the text of a session in an editor. */
export async function openText(deps: Deps, session: Session, by?: string): Promise<{ uri: string }> {
  const space = deps.activeSpace.slug();
  const other =
    by === undefined || isMe(deps, by)
      ? undefined
      : session.texts.find((text) => text.by.toLowerCase() === by.toLowerCase());
  if (by !== undefined && !other && !isMe(deps, by))
    throw invalid(vscode.l10n.t('Nobody of that name has written about this session.'));
  const path = other ? otherPath(space, session, other) : ownPath(space, session);
  const uri = vscode.Uri.from({ scheme: sessionScheme, path });
  // An open tab of it may have another name: the day or the kind was changed since.
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isOpen = ({ uri: one }: vscode.TextDocument) =>
    !other &&
    one.scheme === sessionScheme &&
    one.path.startsWith(folder) &&
    /\/\d{4}-\d\d-\d\d [^/]+$/.test(one.path);
  const open = vscode.workspace.textDocuments.find(isOpen)?.uri ?? uri;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(open), { preview: false });
  return { uri: String(open) };
}
