import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { JournalEvent } from '../../model/events.ts';
import { inOrder } from '../../model/order.ts';
import { People } from '../../model/people.ts';
import type { Kept } from '../../model/state.ts';
import { nameWord } from '../words/whose.ts';
import type { Deps } from './deps.ts';

/** Tells this clone's own events from all others. */
export async function isOwn({ store }: Pick<Deps, 'store'>): Promise<(event: JournalEvent) => boolean> {
  const writer = await store.space?.writer();
  return (event) => event.isPrivate === true || (event.writer !== undefined && event.writer === writer);
}

/** Tells the names under which this user writes here from all others. */
export async function isMe(deps: Pick<Deps, 'store' | 'signIn'>): Promise<(name: string | null) => boolean> {
  const people = new People();
  const own = await isOwn(deps);
  const { ordered, claims } = inOrder(await deps.store.events(), people);
  const last = ordered.findLast(own);
  const me = last ? (claims.get(last) ?? last.author) : deps.signIn.login();
  return (name) => name !== null && me !== null && people.isSame(me, name);
}

/**
 * Words change by their author only: the fold would leave the change out, so it is not written either.
 * Throws 'not-yours'.
 */
export async function needOwnWords(deps: Pick<Deps, 'store' | 'signIn'>, record: Kept): Promise<void> {
  const author = record.createdBy;
  if (author === null || author === deps.signIn.login() || (await isMe(deps))(author)) return;
  throw new CairnError(
    'not-yours',
    vscode.l10n.t('These are the words of {0}, who alone can change them.', nameWord(author)),
  );
}
