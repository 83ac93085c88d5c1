import type { Envelope, EventType } from '../../model/events.ts';
import { alwaysPrivate } from '../../model/refs.ts';
import { ownWords } from '../../model/takenBack.ts';

/** What an import has to know of the events that are here and of those that come in. */
type Known = {
  events: readonly Envelope[];
  /** Whether a name is one of the user's own. */
  isMe: (author: string) => boolean;
  /** Records that are kept private here. */
  isPrivate: ReadonlySet<string>;
};

/** By type of what its own person says anew as a whole: the field with the record's id. */
const ownRecords: Record<string, string> = {
  'guess.made': 'guess',
  'kudos.given': 'kudos',
  'scale.answered': 'answer',
  'charter.written': 'charter',
  'pulse.given': 'pulse',
  'trial.answered': 'trial',
  'skill.rated': 'rating',
  'knowledge.noted': 'knowledge',
  'help.asked': 'help',
};

/**
 * Others' lines stand in the file of whoever brings them in, and would have that person's say there: nothing must get
 * a say by an import that it did not have where it comes from.
 * @returns tells why an event cannot be taken, `null` where it can
 */
export function guard({
  events,
  isMe,
  isPrivate,
}: Known): (event: Envelope & { isPrivate?: true }) => string | null {
  const makers = new Map<unknown, string>();
  const acts = new Map<unknown, Set<string>>();
  /** What is here comes first: who makes it anew elsewhere has no say in it. */
  const make = (record: unknown, author: string) => makers.has(record) || makers.set(record, author);
  for (const { type, payload, author, act } of events) {
    if (type === 'goal.created') make(payload.goal, author);
    if (type === 'action.added') make(payload.action, author);
    if (type === 'annotation.added') make(payload.annotation, author);
    if (type === 'annotation.replied') make(payload.reply, author);
    if (type === 'feedback.rated') make(payload.rating, author);
    if (type === 'feedback.entered') make(payload.feedback, author);
    if (type in ownRecords) make(payload[ownRecords[type] as string], author);
    if (!ownWords.has(type as EventType)) continue;
    const authors = acts.get(act);
    if (authors) authors.add(author);
    else acts.set(act, new Set([author]));
  }
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase() || (isMe(a) && isMe(b));

  return (event) => {
    const { type, payload, author } = event;
    if (type === 'record.private' && payload.isPrivate !== true && isPrivate.has(String(payload.record))) {
      return 'It would share what is private here.';
    }
    if (alwaysPrivate.has(type) && !event.isPrivate) return 'It is nobody else’s to know.';
    if (event.isPrivate || isMe(author)) return null;
    if (type === 'record.hidden') return 'Only its author can hide what was said.';
    if (type === 'goal.edited' || type === 'action.edited') {
      const maker = makers.get(type === 'goal.edited' ? payload.goal : payload.action);
      const isWords = payload.title !== undefined || payload.text !== undefined;
      return isWords && maker !== undefined && !isSame(maker, author)
        ? "It would change somebody else's words."
        : null;
    }
    if (type === 'annotation.edited' || type === 'annotation.deleted' || type === 'feedback.rated') {
      const maker = makers.get(
        type === 'feedback.rated' ? payload.rating : (payload.reply ?? payload.annotation),
      );
      return maker !== undefined && !isSame(maker, author) ? "It would change somebody else's words." : null;
    }
    if (type in ownRecords || type === 'guess.judged' || type === 'knowledge.edited') {
      const field = ownRecords[type] ?? (type === 'guess.judged' ? 'guess' : 'knowledge');
      const maker = makers.get(payload[field]);
      return maker !== undefined && !isSame(maker, author) ? "It would change somebody else's words." : null;
    }
    if (type === 'record.withdrawn') {
      const maker = makers.get(payload.record);
      return maker !== undefined && !isSame(maker, author) ? "It would change somebody else's words." : null;
    }
    if (type !== 'act.undone') return null;
    const authors = [...(acts.get(payload.act) ?? [])];
    return authors.every((other) => isSame(other, author)) ? null : "It would undo somebody else's words.";
  };
}
