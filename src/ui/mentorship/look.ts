import { readInfo } from '../../journal/folders/spaceInfo.ts';
import { hasWritten, isSamePerson } from '../../model/fold.ts';
import type { NudgeAnswer } from '../../model/mentorship.ts';
import type { Look, MadeOn } from '../../programme/health/index.ts';
import type { LoadStore } from '../programme/load/spaces.ts';
import type { Store } from '../store.ts';
import { ownLoad } from './ownLoad.ts';

/** What of the store tells how a mentorship goes. */
export type HealthStore = Pick<
  Store,
  | 'isLoaded'
  | 'records'
  | 'space'
  | 'goals'
  | 'feedback'
  | 'actions'
  | 'sessions'
  | 'annotations'
  | 'kudos'
  | 'scaffolds'
  | 'charters'
  | 'pulses'
  | 'trials'
  | 'skillRatings'
  | 'help'
  | 'perform'
> &
  LoadStore;

export type Health = Look & MadeOn & { answers: NudgeAnswer[]; startsOn: string | null };

/** The mentorship of the active space as the user sees it now; `null` where nothing is loaded. */
export async function lookAt(store: HealthStore, now = new Date()): Promise<Health | null> {
  const { space, records } = store;
  if (!store.isLoaded || !space) return null;
  const { mentorship } = records;
  const isMe = (name: string) => space.isMe(name);
  const begun = mentorship?.startsOn ?? (await createdAt(space.folder));
  const { goals, feedback, actions, sessions, annotations, kudos, scaffolds } = store;
  const { charters, pulses, trials, skillRatings } = store;
  const isMentor = mentorship?.mentors.some(isMe) ?? false;
  return {
    mentorship: mentorship && { ...mentorship, isCommon: mentorship.group?.isCommon ?? false },
    state: {
      ...{ goals: [...goals], feedback: [...feedback], actions: [...actions], sessions: [...sessions] },
      ...{ annotations: [...annotations], kudos: [...kudos], scaffolds: [...scaffolds] },
      ...{ charters: [...charters], pulses: [...pulses], trials: [...trials] },
      skillRatings: [...skillRatings],
    },
    isMe,
    isSame: (one, other) => isSamePerson(records, one, other),
    hasWritten: (name) => hasWritten(records, name),
    since: begun,
    startsOn: mentorship?.startsOn ?? null,
    resumedAt: mentorship?.status === 'active' ? mentorship.statusSince : null,
    load: isMentor ? await ownLoad(store, now) : null,
    now,
    madeOn: (id) => records.goals.get(id)?.createdAt ?? null,
    answers: [...records.nudges.values()],
  };
}

/** By folder: a space is made once. */
const made = new Map<string, string | null>();

/** When a space was made, where its mentorship says no day; `null` where nothing tells. */
async function createdAt(folder: string): Promise<string | null> {
  const known = made.get(folder);
  if (known !== undefined) return known;
  const info = await readInfo(folder).catch(() => null);
  if (info) made.set(folder, info.createdAt);
  return info?.createdAt ?? null;
}
