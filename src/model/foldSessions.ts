import { isoTime } from './isoTime.ts';
import type { People } from './people.ts';
import type { SessionRecord, SpaceRecords, TextRecord } from './records.ts';
import { type Known, type OfType, saidIn, stays } from './said.ts';

export type SessionEvent = OfType<`session.${string}`>;

/**
 * So many texts of one session are kept in memory for one person, those in others' names included: a stranger's
 * thousands hold up no window.
 */
export const mostTexts = 20;

/**
 * Brings an event about a session into the records, in place.
 * @param owner whose words it counts as, where that is not its author
 */
export function applySession(
  records: SpaceRecords,
  { people, awaited }: Known,
  event: SessionEvent,
  owner: string | undefined,
): void {
  const { session: id } = event.payload;
  const session = records.sessions.get(id);
  if (event.type === 'session.logged') {
    if (!stays(session?.created, owner)) records.sessions.set(id, logged(event, owner));
    return;
  }
  if (!session) return void awaited.add(id);
  if (event.type === 'session.written') write(session, event, owner, people);
  else edit(session, event);
}

function logged(event: OfType<'session.logged'>, owner: string | undefined): SessionRecord {
  const { session: id, people, goals, ...rest } = event.payload;
  return {
    ...{ id, ...rest, people: once(people), goals: once(goals), texts: [] },
    ...{ createdAt: isoTime(event), created: saidIn(event, owner) },
  };
}

/** What a session is about is shared status: any member may change it. */
function edit(session: SessionRecord, { payload }: OfType<'session.edited'>): void {
  const { kind, people, date, heldAt, minutes, goals, link } = payload;
  if (kind !== undefined) session.kind = kind;
  if (people !== undefined) session.people = once(people);
  if (date !== undefined) session.date = date;
  if (heldAt !== undefined) session.heldAt = heldAt;
  if (minutes !== undefined) session.minutes = minutes;
  if (goals !== undefined) session.goals = once(goals);
  if (link !== undefined) session.link = link;
}

/**
 * Puts a person's text in the place of the one that they had. A text in somebody else's name (brought along by an
 * import) is one of its own: it replaces nobody's, and goes when that person's own word is there.
 */
function write(
  session: SessionRecord,
  event: OfType<'session.written'>,
  owner: string | undefined,
  people: People,
): void {
  const fresh = { text: event.payload.text, writtenAt: isoTime(event), written: saidIn(event, owner) };
  const byOf = ({ written }: TextRecord) => people.personOf(written.by);
  const nameOf = ({ written }: TextRecord) => people.personOf(written.claimedBy ?? written.by);
  const isOwn = (one: TextRecord) => byOf(one) === nameOf(one);
  const [by, name] = [byOf(fresh), nameOf(fresh)];
  if (isOwn(fresh)) session.texts = session.texts.filter((one) => isOwn(one) || nameOf(one) !== name);
  else if (session.texts.some((one) => isOwn(one) && nameOf(one) === name)) return;
  const theirs = session.texts.filter((one) => byOf(one) === by);
  const there = theirs.find((one) => nameOf(one) === name);
  if (there) Object.assign(there, fresh);
  else if (theirs.length < mostTexts || isOwn(fresh)) session.texts.push(fresh);
}

/** Takes what its author no longer says out of their text, or back in; thanks, knowledge notes and questions. */
export function withdraw(
  records: SpaceRecords,
  { people, awaited }: Known,
  event: OfType<'record.withdrawn'>,
  owner: string | undefined,
): void {
  const { record, isWithdrawn } = event.payload;
  const [action, entered] = [records.actions.get(record), records.entered.get(record)];
  const kudos = records.kudos.get(record);
  const [knowledge, help] = [records.knowledge.get(record), records.help.get(record)];
  const by = owner ?? event.author;
  if (action && people.isSame(by, action.created.by)) action.isWithdrawn = isWithdrawn;
  if (entered && people.isSame(by, entered.entered.by)) entered.isWithdrawn = isWithdrawn;
  if (kudos && people.isSame(by, kudos.given.by)) kudos.isWithdrawn = isWithdrawn;
  if (knowledge && people.isSame(by, knowledge.noted.by)) knowledge.isWithdrawn = isWithdrawn;
  if (help && people.isSame(by, help.asked.by)) help.isWithdrawn = isWithdrawn;
  // One id may come to stand for several.
  if (!action || !entered || !kudos || !knowledge || !help) awaited.add(record);
}

const once = (list: readonly string[]): string[] => [...new Set(list)];
