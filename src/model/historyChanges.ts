import type { JournalEvent, Payload } from './events.ts';
import { type GrowthChange, growthChange } from './historyGrowth.ts';
import { type MentorshipChange, mentorshipChange } from './historyMentorship.ts';
import { type SessionChange, sessionChange } from './historySessions.ts';
import type { People } from './people.ts';
import { refsOf } from './refs.ts';

/** What an act changed. `isVain`: it counts for nothing, since only the record's author may change that. */
export type HistoryChange = { isVain?: true } & (
  | { what: 'created'; kind: 'goal' | 'feedback' | 'action' | 'annotation'; id: string; text: string }
  | { what: 'edited'; kind: 'goal' | 'action'; id: string; fields: FieldChange[] }
  | { what: 'status'; status: Payload<'goal.status'>['status'] }
  | { what: 'milestoneAdded'; title: string }
  | { what: 'milestone'; title: string; isDone: boolean }
  | { what: 'tagged'; tag: Payload<'feedback.tagged'>['tag'] }
  | { what: 'linked'; feedback: string; goal: string; isLinked: boolean }
  | { what: 'setAside'; isSetAside: boolean }
  | { what: 'done'; id: string; isDone: boolean }
  | { what: 'private'; isPrivate: boolean }
  | { what: 'hidden'; isHidden: boolean }
  | { what: 'replied'; text: string }
  | { what: 'reworded'; isReply: boolean; text: string }
  | { what: 'deleted'; isReply: boolean }
  | { what: 'resolved'; isResolved: boolean }
  | { what: 'annotationLinked'; annotation: string; goal: string; isLinked: boolean }
  | { what: 'moved'; path: string; line: number }
  | { what: 'published'; repository: string; number: number; isPending: boolean }
  | { what: 'rated'; isHelpful: boolean | null; note: string | null }
  | SessionChange
  | GrowthChange
  | MentorshipChange
);

export type Field = 'title' | 'category' | 'origin' | 'targetDate' | 'text' | 'owner' | 'dueDate' | 'goal';
/** `from` is what stood there before; left out where that is not known. */
export type FieldChange = { field: Field; from?: string | null; to: string | null };

const editable = ['title', 'text', 'category', 'origin', 'targetDate', 'owner', 'dueDate', 'goal'] as const;

type Known = {
  saidBy: (event: JournalEvent) => string;
  people: People;
  isUndone: (event: JournalEvent) => boolean;
  claims: ReadonlyMap<JournalEvent, string>;
};

/** What one event after the other changed, in the order in which they count; `null` for what shows nowhere. */
export function teller(about: readonly JournalEvent[], record: string, known: Known) {
  const { saidBy, people, isUndone, claims } = known;
  const makes = (event: JournalEvent) =>
    (event.type === 'goal.created' && event.payload.goal === record) ||
    (event.type === 'action.added' && event.payload.action === record) ||
    (event.type === 'annotation.added' && event.payload.annotation === record) ||
    (event.type === 'session.logged' && event.payload.session === record) ||
    (event.type === 'pairing.started' && event.payload.pairing === record) ||
    (event.type === 'guess.made' && event.payload.guess === record) ||
    (event.type === 'kudos.given' && event.payload.kudos === record) ||
    (event.type === 'scale.answered' && event.payload.answer === record) ||
    (event.type === 'charter.written' && event.payload.charter === record) ||
    (event.type === 'pulse.given' && event.payload.pulse === record) ||
    (event.type === 'trial.answered' && event.payload.trial === record) ||
    (event.type === 'skill.rated' && event.payload.rating === record) ||
    (event.type === 'knowledge.noted' && event.payload.knowledge === record) ||
    (event.type === 'help.asked' && event.payload.help === record) ||
    (event.type === 'feedback.entered' && event.payload.feedback === record);
  const makings = about.filter((event) => makes(event) && !isUndone(event));
  const made = makings.find((event) => !claims.has(event)) ?? makings[0];
  const values = new Map<Field, string | null>(made ? valuesOf(made) : []);
  const milestones = new Map(
    about.flatMap((event) =>
      event.type === 'milestone.added' ? [[event.payload.milestone, event.payload.title] as const] : [],
    ),
  );

  /** An edit of this very record, with what stood there before. */
  const edited = (event: JournalEvent, kind: 'goal' | 'action', id: string): HistoryChange => {
    const isAuthor = id !== record || made === undefined || people.isSame(saidBy(event), saidBy(made));
    const isOpen = ([field]: [Field, string | null]) => isAuthor || (field !== 'title' && field !== 'text');
    const given = valuesOf(event);
    const isVain = given.length > 0 && !given.some(isOpen);
    const fields = given
      .filter((pair) => isVain || isOpen(pair))
      .map(([field, to]) => ({
        field,
        to,
        ...(id === record && values.has(field) && { from: values.get(field)! }),
      }));
    if (id === record && !isUndone(event) && !isVain) {
      for (const { field, to } of fields) values.set(field, to);
    }
    return { what: 'edited', kind, id, fields, ...(isVain && { isVain }) };
  };
  const replies = new Map(
    about.flatMap((event) =>
      event.type === 'annotation.replied' ? [[event.payload.reply, event] as const] : [],
    ),
  );
  /** Words of an annotation, or of a reply to it, change by their author only. */
  const isOthers = (event: JournalEvent, reply: string | null) => {
    const author = reply === null ? made : replies.get(reply);
    return author !== undefined && !people.isSame(saidBy(event), saidBy(author)) && { isVain: true as const };
  };

  /** The same for a guess, an answer or thanks, where the history is of this very one. */
  const isOthersHere = (event: JournalEvent) => refsOf(event)[0] === record && isOthers(event, null);

  /** Made once more by somebody else: that counts for nothing. */
  const isAnother = (event: JournalEvent) =>
    makes(event) && made !== undefined && made !== event && !isUndone(event) && { isVain: true as const };
  const created = (
    kind: 'goal' | 'feedback' | 'action' | 'annotation',
    id: string,
    text: string,
    event: JournalEvent,
  ) => ({
    what: 'created' as const,
    kind,
    id,
    text,
    ...isAnother(event),
  });

  return (event: JournalEvent): HistoryChange | null => {
    switch (event.type) {
      case 'goal.created':
        return created('goal', event.payload.goal, event.payload.title, event);
      case 'action.added':
        return created('action', event.payload.action, event.payload.text, event);
      case 'feedback.entered':
        return created('feedback', event.payload.feedback, event.payload.body, event);
      case 'goal.edited':
        return edited(event, 'goal', event.payload.goal);
      case 'action.edited':
        return edited(event, 'action', event.payload.action);
      case 'goal.status':
        return { what: 'status', status: event.payload.status };
      case 'milestone.added':
        return { what: 'milestoneAdded', title: event.payload.title };
      case 'milestone.completed': {
        const title = milestones.get(event.payload.milestone) ?? '';
        return { what: 'milestone', title, isDone: event.payload.completedAt !== null };
      }
      case 'feedback.tagged':
        return { what: 'tagged', tag: event.payload.tag };
      case 'feedback.linked':
      case 'feedback.unlinked': {
        const { feedback, goal } = event.payload;
        return { what: 'linked', feedback, goal, isLinked: event.type === 'feedback.linked' };
      }
      case 'feedback.setAside':
        return { what: 'setAside', isSetAside: event.payload.isSetAside };
      case 'action.done':
        return { what: 'done', id: event.payload.action, isDone: event.payload.doneAt !== null };
      case 'feedback.rated':
        return { what: 'rated', isHelpful: event.payload.isHelpful, note: event.payload.note };
      case 'annotation.added':
        return created('annotation', event.payload.annotation, event.payload.body, event);
      case 'annotation.replied':
        return { what: 'replied', text: event.payload.body };
      case 'annotation.edited': {
        const { reply, body } = event.payload;
        return { what: 'reworded', isReply: reply !== null, text: body, ...isOthers(event, reply) };
      }
      case 'annotation.deleted': {
        const { reply } = event.payload;
        return { what: 'deleted', isReply: reply !== null, ...isOthers(event, reply) };
      }
      case 'annotation.resolved':
        return { what: 'resolved', isResolved: event.payload.isResolved };
      case 'annotation.tagged':
        return { what: 'tagged', tag: event.payload.tag };
      case 'annotation.linked':
        return { what: 'annotationLinked', ...event.payload };
      case 'annotation.moved':
        return { what: 'moved', path: event.payload.anchor.path, line: event.payload.anchor.startLine };
      case 'annotation.published': {
        const { repository, number, isPending } = event.payload;
        return { what: 'published', repository, number, isPending };
      }
      case 'knowledge.moved':
        return { what: 'moved', path: event.payload.anchor.path, line: event.payload.anchor.startLine };
      case 'record.private':
        return event.isPrivate ? { what: 'private', isPrivate: event.payload.isPrivate } : null;
      case 'record.hidden':
        return { what: 'hidden', isHidden: event.payload.isHidden };
      default: {
        const grown = growthChange(event);
        // What people decided about themes is shared status, the rest their own words.
        if (grown) return { ...grown, ...(!event.type.startsWith('theme.') && isOthersHere(event)) };
        const agreed = mentorshipChange(event);
        // Everybody accepts a charter for themselves, whoever wrote it.
        if (agreed) return { ...agreed, ...(event.type !== 'charter.accepted' && isOthersHere(event)) };
        const change = sessionChange(event);
        if (!change) return null;
        const isVain = event.type === 'record.withdrawn' ? isOthers(event, null) : isAnother(event);
        return { ...change, ...isVain };
      }
    }
  };
}

/** The fields that an event sets. */
function valuesOf({ payload }: JournalEvent): [Field, string | null][] {
  const given = payload as Partial<Record<Field, string | null>>;
  const isSet = (field: Field) => given[field] !== undefined && (field !== 'goal' || 'action' in payload);
  return editable.filter(isSet).map((field) => [field, given[field] ?? null]);
}
