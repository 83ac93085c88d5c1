import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Mentorship } from '../../model/state.ts';
import type { Deps } from '../commands/deps.ts';
import { isMe, loadSessions } from '../sessions/texts.ts';
import { namesWords } from './words.ts';

/** The mentorship of the space that is shown. Throws CairnError 'not-found' where none is recorded. */
export async function needMentorship(deps: Pick<Deps, 'store'>): Promise<Mentorship> {
  await loadSessions(deps);
  const { mentorship } = deps.store.records;
  if (mentorship) return mentorship;
  throw new CairnError(
    'not-found',
    vscode.l10n.t(
      'Nobody knows here who mentors whom. “Cairn: Start Mentorship” begins with that; it takes two minutes.',
    ),
  );
}

/** Throws CairnError 'not-yours' where the user is none of its people: their word would never count. */
export function needNamed(deps: Pick<Deps, 'store' | 'signIn'>, { mentors, mentees }: Mentorship): void {
  const people = [...new Set([...mentors, ...mentees])];
  if (people.some((name) => isMe(deps, name))) return;
  throw new CairnError(
    'not-yours',
    vscode.l10n.t(
      'Only those whom the mentorship names can accept its charter: {0}. Signed in under another name? “Cairn: Edit Mentorship” corrects the names.',
      namesWords(people),
    ),
  );
}
