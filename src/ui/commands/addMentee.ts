import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isSamePerson } from '../../model/fold.ts';
import { ownSpace, recordOf } from '../../model/groupSpaces.ts';
import { laidOn } from '../../model/laidOn.ts';
import type { Mentorship } from '../../model/state.ts';
import { authorName } from '../author.ts';
import { dataFolder } from '../dataFolder.ts';
import { commands } from '../ids.ts';
import { type GroupHere, groupHere, groupOf, isMe, performIn } from '../mentorship/groupHere.ts';
import { unmarked } from '../words/spaces.ts';
import { ask, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { peopleOf } from './mentorshipInput.ts';

const longestPerson = 200;
const mostPeople = 100;

/**
 * `cairn.addMentee({ mentee }?)`: somebody joins the group of the active space. They get a space of their own with the
 * mentors, and the common space names them; somebody who was there before gets the space back that they had. Only who
 * mentors can do that. Resolves to `{ space, common, isNew }`, the names of the spaces' folders; rejects with
 * 'invalid-argument', 'not-found' where the common space is not on this machine.
 */
export const addMentee: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const shown = await groupHere(deps);
  const { id } = shown;
  commonOf(deps, shown);
  const typed = textArgument(given?.mentee, 'mentee', longestPerson) ?? (await askWho());
  // It may have changed while the question was open.
  const group = await groupOf(id);
  const common = commonOf(deps, group);
  const [mentee] = peopleOf([typed]);
  if (mentee === undefined) throw invalid(vscode.l10n.t('Write a login or a name.'));
  const { mentorship } = common;
  // Somebody who said in this space that both logins are theirs is one person.
  const { records } = deps.store;
  const isSame = (one: string, other: string) =>
    one.toLowerCase() === other.toLowerCase() || isSamePerson(records, one, other);
  if (mentorship.mentors.some((name) => isSame(name, mentee)))
    throw invalid(vscode.l10n.t('{0} mentors in this group.', mentee));
  if (mentorship.mentees.length >= mostPeople)
    throw invalid(vscode.l10n.t('A group has {0} mentees at most.', mostPeople));

  const there = group.own.find((space) => space.mentorship?.mentees.some((name) => isSame(name, mentee)));
  const slug = there?.slug ?? (await makeOwn(deps, ownSpace(recordOf(mentorship), group.id, mentee)));
  const made = { space: slug, common: common.slug, isNew: !there };
  if (!mentorship.mentees.some((name) => isSame(name, mentee))) {
    const seen = recordOf(mentorship);
    try {
      const newest = recordOf(commonOf(deps, await groupOf(id)).mentorship);
      const payload = laidOn(newest, seen, { ...seen, mentees: [...seen.mentees, mentee] });
      await performIn(deps, common.slug, [{ type: 'mentorship.recorded', payload }]);
    } catch (error) {
      const { discardSpace } = await import('../../journal/folders/spaces.ts');
      if (!there) await discardSpace(dataFolder(), slug);
      throw error;
    }
  }
  if (!given) offerSpace(mentee, slug);
  return made;
};

/** Throws 'not-found', 'invalid-argument'. */
function commonOf(deps: Deps, { common }: GroupHere): { slug: string; mentorship: Mentorship } {
  const mentorship = common?.mentorship;
  if (!mentorship) throw notHere();
  if (!mentorship.mentors.some((name) => isMe(deps, name)))
    throw invalid(
      vscode.l10n.t(
        'Only who mentors in the group can add somebody: the new space would stand on the machine of somebody who has no part in it.',
      ),
    );
  return { slug: common.slug, mentorship };
}

/** The failure where the group's common space has not been joined on this machine. */
export const notHere = (): CairnError =>
  new CairnError(
    'not-found',
    vscode.l10n.t(
      'The common space of the group is not on this machine. Ask a mentor for its address, then “Cairn: Join Space”.',
    ),
  );

async function makeOwn(deps: Deps, payload: ReturnType<typeof ownSpace>): Promise<string> {
  const { makeSpaces } = await import('../../journal/folders/makeSpaces.ts');
  const plan = { name: payload.title, events: [{ type: 'mentorship.recorded' as const, payload }] };
  const [slug] = await makeSpaces(dataFolder(), [plan], () => authorName(deps.signIn));
  return slug as string;
}

const askWho = () =>
  ask({
    prompt: vscode.l10n.t('Who joins the group? A login or a name'),
    placeHolder: 'ada-wren',
    validate: (typed) =>
      peopleOf([typed]).length === 0 || typed.length > longestPerson
        ? vscode.l10n.t('Write a login or a name.')
        : undefined,
  });

/** The next step, for whoever wants to take it now; nothing waits for the answer. */
function offerSpace(mentee: string, slug: string): void {
  const go = vscode.l10n.t('Switch to It');
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t(
        '{0} has a space of their own with the mentors now. Share it with them, and the common one, too.',
        unmarked(mentee),
      ),
      go,
    )
    .then((answer) => {
      if (answer === go) void vscode.commands.executeCommand(commands.switchSpace, { space: slug });
    });
}
