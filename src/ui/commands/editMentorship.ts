import * as vscode from 'vscode';
import { laidOn } from '../../model/laidOn.ts';
import { plainLine } from '../../model/plainLine.ts';
import { needPeople, recordArgument } from '../mentorship/argument.ts';
import { type MentorshipRecord, recordOf } from '../mentorship/draft.ts';
import { askField } from '../mentorship/editSteps.ts';
import { needMentorship } from '../mentorship/place.ts';
import { kindWords, lengthWords, namesWords, rhythmWords } from '../mentorship/words.ts';
import { invalid, objectArgument, pick, wordArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.editMentorship({ title?, kind?, mentors?, mentees?, purpose?, hopes?, rhythmDays?, hoursPerMonth?, months?,
 * startsOn? }?)`: changes what is there, for everybody in the space; without an argument it asks what, or of `{ asks }` in
 * its place for that alone. Resolves to the mentorship as it is then.
 */
export const editMentorship: Command = async (deps, argument, options) => {
  const given = objectArgument(argument);
  const asked = wordArgument(objectArgument(options)?.asks, 'asks', ['rhythmDays', 'hoursPerMonth'] as const);
  const field = given ? null : (asked ?? (await askWhat(recordOf(await needMentorship(deps)))));
  const seen = recordOf(await needMentorship(deps));
  const changes = given ? recordArgument(given) : field ? await askField(field, seen) : {};
  // It may have changed while the question was open.
  const before = recordOf(await needMentorship(deps));
  const now = laidOn(before, seen, { ...seen, ...changes });
  needKind(before, now);
  needOwn(now);
  needPeople(now);
  if (JSON.stringify(now) !== JSON.stringify(before)) {
    await deps.store.perform([{ type: 'mentorship.recorded', payload: now }]);
    // Whose feedback is shown may be another one's now.
    if (now.mentees.join('\n') !== before.mentees.join('\n')) await deps.store.reload();
  }
  return deps.store.records.mentorship;
};

/** A group is several spaces: none becomes one, or stops being one, by a word. */
function needKind(before: MentorshipRecord, now: MentorshipRecord): void {
  if (now.kind === before.kind) return;
  if (now.kind === 'group' || before.group !== null)
    throw invalid(
      vscode.l10n.t(
        'A group has a space for each mentee and one for all, so this space cannot change into one or out of one. “Cairn: Start Mentorship” begins a group.',
      ),
    );
}

/** A mentee's own space stays one mentee's: the others would read what was said there. */
function needOwn({ group, mentees }: MentorshipRecord): void {
  if (group && !group.isCommon && mentees.length > 1)
    throw invalid(
      vscode.l10n.t(
        'This is one mentee’s own space in a group. “Cairn: Add Mentee to Group” gives somebody else one of their own.',
      ),
    );
}

function askWhat(record: MentorshipRecord): Promise<Parameters<typeof askField>[0]> {
  const { title, kind, mentors, mentees, purpose, hopes, rhythmDays, hoursPerMonth, months, startsOn } =
    record;
  const short = (text: string | null | undefined) => (text ? plainIcons(plainLine(text, 60)) : '');
  const named = (names: readonly string[]) => plainIcons(namesWords(names));
  const later = vscode.l10n.t('not said yet');
  return pick<Parameters<typeof askField>[0]>(vscode.l10n.t('What do you want to change?'), [
    { label: vscode.l10n.t('Purpose'), description: short(purpose) || later, value: 'purpose' },
    {
      label: vscode.l10n.t('What the mentee hopes to learn'),
      description: short(hopes?.mentees) || later,
      value: 'hopes.mentees',
    },
    {
      label: vscode.l10n.t('What the mentor hopes to learn'),
      description: short(hopes?.mentors) || later,
      value: 'hopes.mentors',
    },
    { label: vscode.l10n.t('Rhythm'), description: rhythmWords(rhythmDays), value: 'rhythmDays' },
    { label: vscode.l10n.t('How long'), description: lengthWords(months), value: 'months' },
    { label: vscode.l10n.t('Since when'), description: startsOn ?? later, value: 'startsOn' },
    { label: vscode.l10n.t('Who mentors'), description: named(mentors), value: 'mentors' },
    { label: vscode.l10n.t('Who is mentored'), description: named(mentees), value: 'mentees' },
    {
      label: vscode.l10n.t('The mentors’ hours a month'),
      description: hoursPerMonth === null ? later : String(hoursPerMonth),
      value: 'hoursPerMonth',
    },
    { label: vscode.l10n.t('Kind'), description: kindWords(kind), value: 'kind' },
    { label: vscode.l10n.t('Name'), description: short(title), value: 'title' },
  ]);
}
