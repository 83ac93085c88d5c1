import * as vscode from 'vscode';
import type { Kudos } from '../../../model/growth.ts';
import {
  lastMonths,
  loadsOf,
  type MentorshipLoad,
  overBudget,
  reviewsOf,
} from '../../../programme/load/index.ts';
import type { Person } from '../../../programme/roster/types.ts';
import { settings } from '../../ids.ts';
import { type LoadStore, readSpaces } from './spaces.ts';

export type GivenKudos = Kudos & { space: string };

/** All that is known of the user's mentoring on this machine. */
export type OwnLoad = {
  loads: MentorshipLoad[];
  /** Hours a month that the user has for it: the setting, else their own file of the programme. */
  own: number | null;
  /** Mentees at a time by that file; 0: not now; `null`: no file says so. */
  capacity: number | null;
  minutesPerReview: number | null;
  /** What others thanked the user for, the oldest first. */
  kudos: GivenKudos[];
  /** Names of spaces that could not be read. */
  unread: string[];
};

/** Months that are shown: a year, so that a season says nothing by itself. */
const shown = 12;

/** Reads every space of this machine anew; takes as long as opening each of them. */
export async function readLoad(store: LoadStore, now: Date, months = shown): Promise<OwnLoad> {
  const { spaces, unread } = await readSpaces(store);
  const minutesPerReview = numberSetting(settings.mentoringReviewMinutes, 600);
  // A mentee who is in two spaces is reviewed once: the first of them has the reviews.
  const counted = new Set<string>();
  const told = spaces.map((space) => {
    const { mentorship, isMe } = space;
    const isHere = (mentorship?.mentors.some(isMe) ?? false) && mentorship?.group?.isCommon !== true;
    const mentees = new Set(isHere ? mentorship?.mentees.map(key).filter((name) => !counted.has(name)) : []);
    for (const name of mentees) counted.add(name);
    const author = (login: string) => mentees.has(key(login)) && !isMe(login);
    return { ...space, reviews: reviewsOf(store.pullRequests, { author, reviewer: isMe }) };
  });
  const profile = await ownFile(store);
  return {
    loads: loadsOf(told, { months: lastMonths(now, months), minutesPerReview, now }),
    own: numberSetting(settings.mentoringHours, 200) ?? profile?.hoursPerMonth ?? null,
    capacity: profile?.capacity ?? null,
    minutesPerReview,
    kudos: told
      .flatMap(({ kudos, name }) => kudos.map((one) => ({ ...one, space: name })))
      .sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1)),
    unread,
  };
}

const key = (name: string) => name.toLowerCase();

/** A setting of the user's own: nothing holds its value to the type that the manifest names. */
function numberSetting(name: string, most: number): number | null {
  const found: unknown = vscode.workspace.getConfiguration('cairn').get(name);
  return typeof found === 'number' && found >= 0 && found <= most ? found : null;
}

/** What the user says of themselves in their programme; `null` where there is none, or it cannot be read just now. */
async function ownFile({ space }: LoadStore): Promise<Person | null> {
  const { programmeFolder, readProgramme } = await import('../folder.ts');
  if (programmeFolder() === null || !space) return null;
  try {
    const { people } = await readProgramme();
    const isOwn = ({ login, otherLogins }: Person) =>
      [login, ...otherLogins].some((one) => key(one) === key(space.author));
    return people.find(isOwn) ?? null;
  } catch {
    return null;
  }
}

/** How this month stands, with what each mentorship took. */
export const budgetOf = ({ loads, own }: Pick<OwnLoad, 'loads' | 'own'>, now: Date) =>
  overBudget(loads, { now, own });
