import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import * as config from '../config.ts';
import { commands } from '../ids.ts';
import { needPeople, recordArgument } from '../mentorship/argument.ts';
import { blankRecord, type MentorshipRecord, titleFor } from '../mentorship/draft.ts';
import { peopleOfDraft, type StartDraft, startSteps } from '../mentorship/startSteps.ts';
import { namesWords } from '../mentorship/words.ts';
import { loadSessions, myName } from '../sessions/texts.ts';
import { invalid, objectArgument, wordArgument } from './ask.ts';
import { makeSpace } from './createSpace.ts';
import type { Command, Deps } from './deps.ts';
import { askSteps } from './steps.ts';

/**
 * `cairn.startMentorship({ kind?, mentors, mentees, purpose?, hopes?: { mentors?, mentees? }, rhythmDays?, months?,
 * startsOn?, hoursPerMonth?, title?, space? }?)`: begins a mentorship, in a space of its own, or with `space: 'current'`
 * in the one that is shown, where it has none. A group gets a space for each mentee and one for all. Without an argument
 * it asks a few questions. Resolves to `{ space }`, the name of the space's folder; for a group that of the common one,
 * with `{ common, spaces, missing }`.
 */
export const startMentorship: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  await loadSessions(deps);
  if (given) return begin(deps, recordOfArgument(given), spaceOf(given.space));
  const me = myName(deps);
  const canUseCurrent = deps.store.records.mentorship === null && hasRecords(deps);
  const mentee = config.menteeSetting();
  const isMentor = mentee !== null && mentee.toLowerCase() !== me.toLowerCase();
  const draft: StartDraft = {
    ...{ ...blankRecord(new Date()), kind: 'one-to-one', part: isMentor ? 'mentor' : 'mentee' },
    mentees: isMentor ? [mentee] : [],
    space: 'current',
  };
  await askSteps(vscode.l10n.t('Start a mentorship'), () => startSteps(draft, me, canUseCurrent));
  const { part: _, space, ...answers } = draft;
  const record = { ...answers, ...peopleOfDraft(draft, me) };
  const isHere = space === 'current' && canUseCurrent && record.kind !== 'group';
  const made = await begin(deps, { ...blankRecord(new Date()), ...record }, isHere ? 'current' : 'new');
  offerCharter(made);
  return made;
};

/** Throws 'invalid-argument'. */
function recordOfArgument(given: Record<string, unknown>): MentorshipRecord {
  return { ...blankRecord(new Date()), ...recordArgument(given, ['space']) };
}

const spaceOf = (value: unknown) => wordArgument(value, 'space', ['new', 'current'] as const) ?? 'new';

async function begin(
  deps: Deps,
  asked: MentorshipRecord,
  space: 'new' | 'current',
): Promise<{ space: string; missing?: string[] }> {
  needPeople(asked);
  const record = { ...asked, title: asked.title || titleFor(asked) };
  if (record.kind === 'group') {
    if (space === 'current')
      throw invalid(
        vscode.l10n.t('A group has a space for each mentee and one for all: it cannot begin in this one.'),
      );
    const { createGroup } = await import('../mentorship/group.ts');
    const made = await createGroup(deps, record);
    return { space: made.common, ...made };
  }
  if (space === 'new') return makeSpace(deps, record);
  const { store, activeSpace } = deps;
  if (store.records.mentorship)
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t('This space has a mentorship already. “Cairn: Edit Mentorship” changes it.'),
    );
  await store.perform([{ type: 'mentorship.recorded', payload: record }]);
  // Whose feedback is shown may be another one's now.
  await store.reload();
  return { space: activeSpace.slug() };
}

/** Whether there is anything in the space that is shown. */
function hasRecords({ store }: Deps): boolean {
  const { goals, sessions, actions, annotations, records } = store;
  return [goals, sessions, actions, annotations].some(({ length }) => length > 0) || records.marks.size > 0;
}

/** The next step, for whoever wants to take it now; nothing waits for the answer. */
function offerCharter({ missing = [] }: { missing?: string[] }): void {
  const write = vscode.l10n.t('Write Charter');
  const begun = vscode.l10n.t(
    'The mentorship has begun. Next, write down together what you agree: a template is there, and takes minutes.',
  );
  const words =
    missing.length === 0
      ? begun
      : vscode.l10n.t(
          'The group has begun. A mentor makes the spaces of {0} with “Cairn: Add Mentee to Group”. Next, write down together what you agree.',
          namesWords(missing),
        );
  void vscode.window.showInformationMessage(words, write).then((answer) => {
    if (answer === write) void vscode.commands.executeCommand(commands.openCharter);
  });
}
