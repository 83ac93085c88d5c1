import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { dayOf } from '../../model/isoDate.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Session } from '../../model/session.ts';
import type { Goal } from '../../model/state.ts';
import { askFirst, blankDraft, likely } from '../sessions/firstQuestion.ts';
import { heldOn, logToJournal } from '../sessions/record.ts';
import { askRows, type RowsEnd } from '../sessions/rowBox.ts';
import { askGoals, askMinutes, askPeople, draftTitle, takeUsual } from '../sessions/sessionSteps.ts';
import { isMe, loadSessions, titleOf } from '../sessions/texts.ts';
import type { SessionDraft } from '../sessions/unlogged.ts';
import { unloggedOf } from '../sessions/unloggedOf.ts';
import { type Known, usualPeople } from '../sessions/usual.ts';
import { invalid, objectArgument } from './ask.ts';
import { sessionById } from './chosenSession.ts';
import type { Command, Deps } from './deps.ts';
import { openText } from './openSession.ts';
import { logArgument, logFields, sessionFields } from './sessionInput.ts';
import { askSteps, back, type Step } from './steps.ts';

/**
 * `cairn.logSession({ kind, people?, date?, minutes?, goals?, link?, rows?, text?, session?, isPlanned?, isPrivate? }?)`:
 * logs a meeting, or plans one (`isPlanned`, or a day to come). `rows` are lines as they are typed,
 * `topic | insight | @who next action by friday`; `text` is the whole text instead; `session` is the planned one that
 * was held. Without an argument it asks. Resolves to `{ id }`.
 */
export const logSession: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  await loadSessions(deps);
  return given ? logGiven(deps, given) : logAsked(deps);
};

async function logGiven(deps: Deps, given: Record<string, unknown>): Promise<{ id: string }> {
  const fields = sessionFields(deps, given, logFields);
  const { rows, text, session, isPlanned, isPrivate } = logArgument(given);
  const planned = session === undefined ? undefined : sessionById(deps, session);
  const kind = fields.kind ?? planned?.kind;
  if (!kind) throw invalid(vscode.l10n.t('"kind" is missing: what kind of session was it?'));
  if (text !== undefined && rows.length > 0) throw invalid(vscode.l10n.t('Give either "rows" or "text".'));
  const now = new Date();
  const date = fields.date ?? dayOf(now);
  const toLog = {
    ...{ kind, date, rows, text, isPrivate },
    heldAt: (isPlanned ?? date > dayOf(now)) ? null : heldOn(date, now),
    people: fields.people ?? planned?.people ?? [],
    minutes: fields.minutes === undefined ? (planned?.minutes ?? null) : fields.minutes,
    goalIds: fields.goals ?? planned?.goalIds ?? [],
    link: fields.link === undefined ? (planned?.link ?? null) : fields.link,
  };
  return logToJournal(deps, toLog, planned);
}

async function logAsked(deps: Deps): Promise<{ id: string }> {
  const { store } = deps;
  const known: Known = {
    sessions: store.sessions,
    mentorship: store.records.mentorship,
    goals: store.goals,
    isMe: (name) => isMe(deps, name),
    today: dayOf(new Date()),
  };
  const space = deps.activeSpace.slug();
  const unlogged = unloggedOf(space);
  let draft = blankDraft('check-in');
  let isTyped = false;
  let end = 'log' as RowsEnd;
  let link: string | null = null;
  let isWanted = false;
  /** Keeps what was typed, and nothing of what was only chosen. */
  const keep = (isForced = false) => {
    isWanted ||= isForced;
    draft.updatedAt = new Date().toISOString();
    const words = [...draft.rows, draft.typed].join('').trim();
    const isWorth = isWanted || words !== '' || draft.link !== link;
    if (isWorth) unlogged.keep(structuredClone(draft));
    else if (isTyped) unlogged.remove(draft.id);
    isTyped = isWorth;
  };
  /** What is known from the first answer is not asked; the way back leads to it. */
  let isQuick = false;
  let isRewinding = false;
  /** Typed into at once, before anything is asked: unless something was begun, and it has to be said which it is. */
  let first = (await unlogged.list()).length === 0 ? likely(known) : undefined;
  let isFirst = first !== undefined;
  const unlessQuick =
    (step: Step): Step =>
    async (place) =>
      isRewinding ? back : isQuick ? undefined : step(place);
  const steps: Step[] = [
    async (place) => {
      isRewinding = false;
      const chosen = first ? { draft: first } : await askFirst(place, known, unlogged);
      first = undefined;
      isQuick = 'draft' in chosen;
      if ('draft' in chosen) {
        draft = chosen.draft;
        link = draft.link;
      } else {
        const [people = []] = usualPeople(known);
        // Somebody who came back keeps what they typed.
        draft = isTyped ? { ...draft, kind: chosen.kind } : { ...blankDraft(chosen.kind), people };
      }
      return undefined;
    },
    unlessQuick(async (place) => {
      const before = draft.people.join('\n');
      const went = await askPeople(place, draft, known);
      if (!usualPeople(known).some((group) => group.join() === draft.people.join()))
        keep(draft.people.length > 0);
      if (draft.people.join('\n') !== before || draft.goals.length === 0) takeUsual(draft, known);
      return went;
    }),
    unlessQuick((place) => askMinutes(place, draft)),
    ...(store.goals.some(({ status }) => status === 'active')
      ? [unlessQuick((place) => askGoals(place, draft, known))]
      : []),
    async () => {
      isQuick = false;
      const ended = await askRows(titleWith(draft, store.goals), draft, () => keep(), isFirst);
      isFirst = false;
      isRewinding = ended === 'ask';
      if (isRewinding) return back;
      if (ended === back) return back;
      end = ended;
      return undefined;
    },
  ];
  await askSteps(vscode.l10n.t('Log a session'), steps).catch((error) => {
    if (isTyped) {
      const words = vscode.l10n.t('What you typed is kept: "Cairn: Log Session" goes on with it.');
      vscode.window.setStatusBarMessage(`$(history) ${words}`, 10_000);
    }
    throw error;
  });
  if (deps.activeSpace.slug() !== space) {
    keep(true);
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'Another space is shown by now. Go back to it and log the session again: what you typed is kept.',
      ),
    );
  }
  const planned = draft.planned === null ? undefined : store.sessions.find(({ id }) => id === draft.planned);
  if (planned) await saveOpen(planned);
  const now = new Date();
  const { goals: goalIds, ...rest } = draft;
  const toLog = { ...rest, goalIds, date: dayOf(now), heldAt: now.toISOString() };
  const made = await logToJournal(deps, toLog, planned).catch((error) => {
    keep(true);
    throw error;
  });
  unlogged.remove(draft.id);
  const session = sessionById(deps, made.id);
  const actions = store.actions.filter(({ sessionId }) => sessionId === made.id).length;
  const words = vscode.l10n.t('Logged: {0}. Next actions: {1}.', titleOf(deps, session), actions);
  vscode.window.setStatusBarMessage(`$(check) ${words}`, 8000);
  if (end === 'write') await openText(deps, session);
  return made;
}

/** What the rows are for, whole: it may be that nothing of it was asked. */
function titleWith(draft: SessionDraft, goals: readonly Goal[]): string {
  const titles = goals.filter(({ id }) => draft.goals.includes(id)).map(({ title }) => plainLine(title, 60));
  return [draftTitle(draft), ...titles].join(' · ');
}

/** What was written at length and not saved goes before the rows. */
async function saveOpen({ id }: Session): Promise<void> {
  const open = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.path.includes(`/${id}/`),
  );
  await open?.save();
}
