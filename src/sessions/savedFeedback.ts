import type { NewEvent } from '../model/events.ts';
import type { ReadSession } from '../model/session.ts';
import type { Tag } from '../model/state.ts';
import { matchThings, plain } from './match.ts';
import { ownOf, type Saved, type StandingFeedback } from './saved.ts';
import { withdrawal } from './savedActions.ts';

type Line = ReadSession['feedback'][number];

const [whole, words] = [(one: Line) => `${one.tag} ${one.text}`, (one: Line) => plain(one.text)];

/** What the keep, stop and start of a text say that those of the text before did not. */
export function savedFeedback(saved: Saved, before: readonly Line[], after: readonly Line[]): NewEvent[] {
  const { live, withdrawn } = ownOf(saved.state.feedback, saved);
  const records = matchThings(live, before, [
    [({ tag, body }) => `${tag} ${body}`, whole],
    [({ body }) => plain(body), words],
  ]).map((i) => live[i]);
  const matches = matchThings(
    before,
    after,
    [
      [whole, whole],
      [words, words],
    ],
    [({ text }) => text, ({ text }) => text],
  );
  const isNew = (one: Line, was: Line | undefined) => !was || was.text !== one.text;
  const fresh = after.filter((one, j) => isNew(one, before[matches[j] as number]));
  const known = new Set(records);
  const spare = live.filter((one) => !known.has(one));
  const others = [...spare, ...withdrawn];
  const found = matchThings(others, fresh, [
    [({ tag, body }) => `${tag} ${body}`, whole],
    [({ body }) => body, ({ text }) => text],
  ]);
  const back = new Map(fresh.map((one, i) => [one, others[found[i] as number]]));
  const kept = new Set<StandingFeedback>();
  const events = after.flatMap((one, j): NewEvent[] => {
    const [was, record] = [before[matches[j] as number], records[matches[j] as number]];
    if (!isNew(one, was)) {
      if (record) kept.add(record);
      return record && was?.tag !== one.tag ? tagged(one.tag, record) : [];
    }
    const again = back.get(one);
    if (again)
      return [...(again.isWithdrawn ? [withdrawal(again.id, false)] : []), ...tagged(one.tag, again)];
    return entered(one, was, record, saved);
  });
  const gone = records.filter((record) => record !== undefined && !kept.has(record)) as StandingFeedback[];
  return [...events, ...gone.map(({ id }) => withdrawal(id, true))];
}

const tagged = (tag: Tag, record: StandingFeedback): NewEvent[] =>
  tag === record.tag ? [] : [{ type: 'feedback.tagged', payload: { feedback: record.id, tag } }];

/**
 * New feedback. The words of feedback never change, so other words are another one, which takes over what was decided
 * about the one that it replaces.
 */
function entered(
  { tag, text }: Line,
  was: Line | undefined,
  replaced: StandingFeedback | undefined,
  saved: Saved,
): NewEvent[] {
  const { session, today, newId } = saved;
  const feedback = newId();
  const author = replaced?.author ?? authorOf(saved);
  const saidAt = session.heldAt ?? today.toISOString();
  const kept = replaced && was?.tag === tag ? replaced.tag : tag;
  const goals = replaced?.goalIds ?? session.goalIds;
  return [
    {
      type: 'feedback.entered',
      payload: { feedback, author, body: text, url: null, saidAt, session: session.id },
    },
    ...(kept === null ? [] : [{ type: 'feedback.tagged' as const, payload: { feedback, tag: kept } }]),
    ...goals.map((goal): NewEvent => ({ type: 'feedback.linked', payload: { feedback, goal } })),
  ];
}

/**
 * Who said it: the other one of two, as a mentee notes what they heard; whoever writes where more take part, and where a
 * mentor writes about the mentee.
 */
function authorOf({ session, me, isMe, state: { mentee } }: Saved): string {
  const isOwn = isMe ?? ((name: string) => name.toLowerCase() === me.toLowerCase());
  if (mentee && !isOwn(mentee)) return me;
  const others = new Set(session.people.filter((name) => !isOwn(name)));
  const [other] = others;
  return other !== undefined && others.size === 1 ? other : me;
}
