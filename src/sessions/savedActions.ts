import type { NewEvent } from '../model/events.ts';
import type { ReadSession } from '../model/session.ts';
import { matchThings, plain } from './match.ts';
import { type Promised, readPromised } from './nextActionLine.ts';
import { ownOf, type Saved, type StandingAction } from './saved.ts';

type Lines = ReadSession['actions'];

/** What the next actions of a text say that those of the text before did not. */
export function savedActions(saved: Saved, before: Lines, after: Lines): NewEvent[] {
  // Most lines are as they were: each is read once.
  const once = new Map<string, Promised | null>();
  const readOne = ({ line, isDone }: Lines[number]) => {
    if (!once.has(line)) once.set(line, readPromised({ line, isDone }, saved.today, saved.readDate));
    const read = once.get(line);
    return read ? { ...read, isDone } : null;
  };
  const read = (lines: Lines) => lines.map(readOne).filter((one) => one !== null);
  const [old, now] = [read(before), read(after)];
  const { live, withdrawn } = ownOf(saved.state.actions, saved);
  const records = recordsOf(old, live, saved.me);
  const matches = matchThings(
    old,
    now,
    [sameKey((one: Promised) => one.line), sameKey(wordsOf), sameKey((one) => plain(one.text))],
    [({ text }) => text, ({ text }) => text],
  );
  const known = new Set(records);
  const spare = live.filter((one) => !known.has(one));
  // What was in no text before may still be there, or come back.
  const fresh = now.filter((one, j) => isNew(one, old[matches[j] as number], records[matches[j] as number]));
  const found = backOf(fresh, [...spare, ...withdrawn], saved.me);
  const back = new Map(fresh.map((one, i) => [one, found[i]]));
  const kept = new Set(matches);
  const events = now.flatMap((one, j): NewEvent[] => {
    const [was, record] = [old[matches[j] as number], records[matches[j] as number]];
    if (was && record) return changes(was, one, record, saved);
    if (!isNew(one, was, record)) return [];
    const again = back.get(one);
    return again ? comesBack(one, again, saved) : added(one, saved);
  });
  const gone = records.filter((record, i) => record && !kept.has(i)) as StandingAction[];
  return [...events, ...gone.map(({ id }) => withdrawal(id, true))];
}

export const withdrawal = (record: string, isWithdrawn: boolean): NewEvent => ({
  type: 'record.withdrawn',
  payload: { record, isWithdrawn },
});

const sameKey = <T>(key: (one: T) => string | null) => [key, key] as const;
const wordsOf = ({ text, owner }: Promised) => `${owner?.toLowerCase() ?? ''} ${plain(text)}`;

/** Which of what stands in the state each line of the text before has made. */
function recordsOf(old: readonly Promised[], live: readonly StandingAction[], me: string) {
  const found = matchThings(
    live,
    old,
    [
      [(one) => `${said(one)} ${one.dueDate}`, (one) => `${said(one, me)} ${one.dueDate}`],
      [(one) => `${said(one)} ${one.dueDate !== null}`, (one) => `${said(one, me)} ${one.due !== ''}`],
      [(one) => said(one), (one) => said(one, me)],
      [({ text }) => text, ({ text }) => text],
    ],
    [({ text }) => text, ({ text }) => text],
  );
  const unmade = [...old.keys()].filter((j) => found[j] === -1 && !old[j]?.isUnclear);
  const known = new Set(found);
  const spare = [...live.keys()].filter((i) => !known.has(i));
  // The only one of which the words were changed elsewhere.
  const [only] = unmade;
  if (only !== undefined && unmade.length === 1 && spare.length === 1) found[only] = spare[0] as number;
  return found.map((i) => live[i]);
}

const said = ({ owner, text }: { owner: string | null; text: string }, nobody = '') =>
  `${owner ?? nobody} ${text}`;

/** Whether a line promises what nothing that stands is known for; what stood there unchanged was erased. */
function isNew(one: Promised, was: Promised | undefined, record: StandingAction | undefined): boolean {
  return !one.isUnclear && !record && (!was || was.line !== one.line || was.isUnclear);
}

function backOf(fresh: readonly Promised[], records: readonly StandingAction[], me: string) {
  const found = matchThings(records, fresh, [
    [(one) => said({ ...one, text: plain(one.text) }), (one) => said({ ...one, text: plain(one.text) }, me)],
    [({ text }) => plain(text), ({ text }) => plain(text)],
  ]);
  return found.map((i) => records[i]);
}

function added(one: Promised, { session, state, me, today, newId }: Saved): NewEvent[] {
  const [goal, ...others] = session.goalIds;
  const isKnown = state.goals?.some(({ id, isPrivate }) => id === goal && !isPrivate) ?? false;
  const action = newId();
  const { text, dueDate } = one;
  const payload = {
    ...{ action, text, owner: one.owner ?? me, dueDate },
    goal: goal !== undefined && others.length === 0 && isKnown ? goal : null,
    session: session.id,
  };
  return [{ type: 'action.added', payload }, ...(one.isDone ? [ticked(action, true, today)] : [])];
}

const ticked = (action: string, isDone: boolean, today: Date): NewEvent => ({
  type: 'action.done',
  payload: { action, doneAt: isDone ? today.toISOString() : null },
});

/** What differs between the text before and this one, where it differs from what stands, too. */
function changes(was: Promised, one: Promised, record: StandingAction, saved: Saved): NewEvent[] {
  const owner = one.owner ?? saved.me;
  const fields = {
    ...(one.text !== was.text && one.text !== record.text && { text: one.text }),
    ...(one.owner !== was.owner && owner !== record.owner && { owner }),
    ...(one.due !== was.due && one.dueDate !== record.dueDate && { dueDate: one.dueDate }),
  };
  return [
    ...edited(record.id, one.isUnclear ? {} : fields),
    ...(one.isDone === was.isDone ? [] : doneNow(one, record, saved)),
  ];
}

/** What came back, as the text says it now. */
function comesBack(one: Promised, record: StandingAction, saved: Saved): NewEvent[] {
  const owner = one.owner ?? saved.me;
  const fields = {
    ...(one.text !== record.text && { text: one.text }),
    ...(owner !== record.owner && { owner }),
    ...(one.dueDate !== record.dueDate && { dueDate: one.dueDate }),
  };
  return [
    ...(record.isWithdrawn ? [withdrawal(record.id, false)] : []),
    ...edited(record.id, fields),
    ...doneNow(one, record, saved),
  ];
}

const edited = (
  action: string,
  fields: { text?: string; owner?: string; dueDate?: string | null },
): NewEvent[] =>
  Object.keys(fields).length === 0 ? [] : [{ type: 'action.edited', payload: { action, ...fields } }];

const doneNow = ({ isDone }: Promised, record: StandingAction, { today }: Saved): NewEvent[] =>
  isDone === (record.doneAt !== null) ? [] : [ticked(record.id, isDone, today)];
