import * as vscode from 'vscode';
import type { Payload } from '../../model/events.ts';
import { groupPlan } from '../../model/groupSpaces.ts';
import { authorName } from '../author.ts';
import { invalid } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { dataFolder } from '../dataFolder.ts';

/** Slugs of the spaces that are here now. */
export type MadeGroup = {
  common: string;
  /** One for each mentee of `mentees` that is not among `missing`, in their order. */
  spaces: string[];
  /** Mentees whose own space has to be made by somebody who mentors: `cairn.addMentee` does that. */
  missing: string[];
};

/**
 * Begins a group: a space for each mentee, who shares it with the mentors, and one that all have in common, to which the
 * window switches. Either all is there or nothing. A mentee who begins one gets their own space and the common one.
 * @param mentorship what every space begins with; its mentees are those that follow
 * @throws CairnError 'invalid-argument' where the user has no part in it, or nobody is mentored; 'journal-unwritable'
 */
export async function createGroup(
  deps: Pick<Deps, 'signIn' | 'store' | 'activeSpace'>,
  mentorship: Payload<'mentorship.recorded'>,
  mentees: readonly string[] = mentorship.mentees,
): Promise<MadeGroup> {
  const { signIn, store, activeSpace } = deps;
  const [{ makeSpaces }, { newId }] = await Promise.all([
    import('../../journal/folders/makeSpaces.ts'),
    import('../../journal/id.ts'),
  ]);
  const author = () => authorName(signIn);
  const me = author().toLowerCase();
  const { own, common, missing } = groupPlan(
    mentorship,
    newId(),
    mentees,
    (name) => name.toLowerCase() === me,
  );
  if (!common)
    throw invalid(
      vscode.l10n.t(
        'You are neither a mentor nor a mentee of this group, as {0}. Who mentors begins it: nobody else gets its spaces on their machine.',
        author(),
      ),
    );
  const plans = [...own, common].map((payload) => ({
    name: payload.title,
    events: [{ type: 'mentorship.recorded' as const, payload }],
  }));
  const slugs = await makeSpaces(dataFolder(), plans, author);
  const made = { common: slugs.at(-1) as string, spaces: slugs.slice(0, -1), missing };
  await activeSpace.choose(made.common);
  await store.reload();
  return made;
}
