import type { Envelope } from './events.ts';
import { erasedType } from './kinds.ts';

/** What a file holds that a space was exported to: enough to make the space anew, or to merge it into another. */
export type SpaceExport = {
  $schema: string;
  format: 'cairn-space';
  version: 1;
  /** ISO time. */
  exportedAt: string;
  /** `id` is `null` for a space that was never shared and is not the only one. */
  space: { id: string | null; name: string };
  events: ExportedEvent[];
};

/** An event as its line holds it; and the folder it stood in, or that it stood in the private journal. */
export type ExportedEvent = Envelope & { writer?: string; isPrivate?: true };

export const exportFormat = 'cairn-space';
export const exportVersion = 1;
/** Where the schema of such files is published; `media/space.schema.json` here. */
export const schemaAddress =
  'https://raw.githubusercontent.com/cairn-mentoring/cairn/main/media/space.schema.json';

type Options = { name: string; id: string | null; exportedAt: string; includePrivate: boolean };

/**
 * @param events every line of both journals, whatever its type, in any order
 * @param isPrivate the records that are kept private
 */
export function toExport(
  events: readonly ExportedEvent[],
  isPrivate: ReadonlySet<string>,
  { name, id, exportedAt, includePrivate }: Options,
): SpaceExport {
  return {
    $schema: schemaAddress,
    format: exportFormat,
    version: exportVersion,
    exportedAt,
    space: { id, name },
    events: selectEvents(events, isPrivate, includePrivate).map(lineOf),
  };
}

/**
 * The events that an export holds, each once, in the order in which they count. Without the private ones nothing is
 * left that so much as names a private record, in whichever journal it stands; what stands in both is private.
 */
export function selectEvents<T extends ExportedEvent>(
  events: readonly T[],
  isPrivate: ReadonlySet<string>,
  includePrivate: boolean,
): T[] {
  const kept = events.filter(({ type }) => type !== erasedType);
  const hidden = new Set([...isPrivate, ...kept.flatMap(madeInPrivate)]);
  const chosen = includePrivate
    ? kept
    : kept
        .filter(({ isPrivate: isOwn }) => isOwn !== true)
        .map((event) => withoutPlaces(event, hidden))
        .filter(({ payload }) => !names(payload, hidden));
  const once = new Map<string, T>();
  for (const event of chosen) {
    const { id, time, author, act, type, version, payload } = event;
    const key = JSON.stringify([id, time, author, act, type, version, payload]);
    if (event.isPrivate || !once.has(key)) once.set(key, event);
  }
  return [...once.values()].sort(
    (a, b) => a.time[0] - b.time[0] || a.time[1] - b.time[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** By type of what makes a record: the field with its id. */
const making = new Map([
  ['goal.created', 'goal'],
  ['action.added', 'action'],
  ['annotation.added', 'annotation'],
  ['feedback.rated', 'rating'],
  ['feedback.entered', 'feedback'],
  ['session.logged', 'session'],
  ['pairing.started', 'pairing'],
  ['scaffold.reached', 'scaffold'],
  ['theme.made', 'theme'],
  ['guess.made', 'guess'],
  ['scale.answered', 'answer'],
  ['kudos.given', 'kudos'],
  ['charter.written', 'charter'],
  ['pulse.given', 'pulse'],
  ['trial.answered', 'trial'],
  ['nudge.answered', 'nudge'],
  ['skill.rated', 'rating'],
  ['knowledge.noted', 'knowledge'],
  ['help.asked', 'help'],
]);

/** The record that a line of the private journal makes: it is private although nobody says so in a line of its own. */
export function madeInPrivate({ isPrivate, type, payload }: ExportedEvent): string[] {
  const field = isPrivate === true ? making.get(type) : undefined;
  const made = field !== undefined && payload[field];
  return typeof made === 'string' ? [made] : [];
}

/**
 * An event without the records that it only points at: the goals of a session, the session of a pairing or of a step,
 * the whole pulse or check of which its author lets others see a part.
 * It says something to those who do not see these, too.
 * @param records those that it shall not name; all of them when left out
 */
export function withoutPlaces<T extends Envelope>(event: T, records?: ReadonlySet<string>): T {
  const { type, version, payload } = event;
  if (version !== 1) return event;
  const isOut = (id: unknown) => typeof id === 'string' && (records?.has(id) ?? true);
  if ((type === 'session.logged' || type === 'session.edited') && Array.isArray(payload.goals)) {
    if (!payload.goals.some(isOut)) return event;
    return { ...event, payload: { ...payload, goals: payload.goals.filter((goal) => !isOut(goal)) } };
  }
  const isPart = type === 'pulse.given' || type === 'trial.answered';
  if (isPart && isOut(payload.of)) return { ...event, payload: { ...payload, of: null } };
  const pointsAt = type === 'pairing.ended' || type === 'scaffold.reached';
  return pointsAt && isOut(payload.session) ? { ...event, payload: { ...payload, session: null } } : event;
}

/** Whether a record is named anywhere in it, however deep: newer versions may name them in new places. */
function names(value: unknown, records: ReadonlySet<string>): boolean {
  const open = [value];
  for (let next = open.pop(); next !== undefined || open.length > 0; next = open.pop()) {
    if (typeof next === 'string' && records.has(next)) return true;
    if (typeof next !== 'object' || next === null) continue;
    for (const inner of Object.values(next)) open.push(inner);
  }
  return false;
}

function lineOf({ id, time, author, act, type, version, payload, writer, isPrivate }: ExportedEvent) {
  const line: ExportedEvent = { id, time, author, act, type, version, payload };
  if (isPrivate) line.isPrivate = true;
  else if (writer !== undefined) line.writer = writer;
  return line;
}

/** The text of an exported file: one event a line, so that tools which go by lines can compare two of them. */
export function exportText({ events, ...rest }: SpaceExport): string {
  const head = JSON.stringify(rest, null, 1).slice(0, -2);
  return `${head},\n "events": [\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n ]\n}\n`;
}
