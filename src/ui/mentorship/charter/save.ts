import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../../model/errors.ts';
import type { NewEvent } from '../../../model/events.ts';
import type { Charter } from '../../../model/mentorship.ts';
import type { Mentorship } from '../../../model/state.ts';
import { readCharter } from '../../../programme/charter/index.ts';
import type { Store } from '../../store.ts';
import { type MentorshipRecord, recordOf } from '../draft.ts';
import { longestCharter } from './text.ts';

/**
 * The events that make a text the newest version, none where it is that already. Where it says another rhythm or length
 * than the version before it, the mentorship's record follows in the same act: what is agreed and what Cairn counts by
 * are never two things by accident.
 * @throws CairnError 'invalid-argument' where it is too long, or has no words
 */
export function writtenEvents(
  { charters, mentorship }: { charters: readonly Charter[]; mentorship: Mentorship | null },
  text: string,
): NewEvent[] {
  if (text.length > longestCharter)
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t(
        'A charter may have {0} characters, and this one has {1}. Shorten it; nothing of it is lost.',
        longestCharter,
        text.length,
      ),
    );
  if (text.trim() === '')
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t(
        'A charter without words agrees to nothing. Write what holds between you; older versions stay.',
      ),
    );
  const newest = charters.at(-1);
  if (newest?.text === text) return [];
  const written: NewEvent = { type: 'charter.written', payload: { charter: ulid(), text } };
  const follows = mentorship && followed(recordOf(mentorship), newest?.text ?? null, text);
  return follows ? [written, { type: 'mentorship.recorded', payload: follows }] : [written];
}

/** The record as the text changes it, `null` where it does not. */
function followed(record: MentorshipRecord, before: string | null, after: string): MentorshipRecord | null {
  const [was, is] = [before === null ? null : readCharter(before), readCharter(after)];
  const now = { ...record };
  if (is.rhythm && was?.rhythm?.days !== is.rhythm.days) now.rhythmDays = is.rhythm.days;
  if (is.length && was?.length?.months !== is.length.months) now.months = is.length.months;
  return now.rhythmDays === record.rhythmDays && now.months === record.months ? null : now;
}

/** Keeps a text as the newest version; one act. Resolves to its id. */
export async function writeCharter(store: Store, text: string): Promise<string> {
  const events = writtenEvents({ charters: store.charters, mentorship: store.records.mentorship }, text);
  if (events.length > 0) await store.perform(events);
  return store.charters.at(-1)!.id;
}
