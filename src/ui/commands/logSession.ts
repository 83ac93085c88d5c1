import { join } from 'node:path';
import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import type { Session, SessionKind } from '../../model/session.ts';
import { dataFolder } from '../dataFolder.ts';
import { askOne, type Item } from '../sessions/questions.ts';
import { heldOn, logToJournal } from '../sessions/record.ts';
import { askRows, type RowsEnd } from '../sessions/rowBox.ts';
import {
  askGoals,
  askMinutes,
  askPeople,
  draftTitle,
  kindItems,
  takeUsual,
} from '../sessions/sessionSteps.ts';
import { isMe, titleOf } from '../sessions/texts.ts';
import { type SessionDraft, Unlogged } from '../sessions/unlogged.ts';
import { type Known, plannedSessions, usualKind, usualMinutes, usualPeople } from '../sessions/usual.ts';
import { unmarked } from '../words/spaces.ts';
import { age } from '../words/time.ts';
import { cancelled, invalid, objectArgument } from './ask.ts';
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
  await deps.store.load();
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
  const unlogged = unloggedOf(deps);
  let draft = blankDraft('check-in');
  let isTyped = false;
  let end = 'log' as RowsEnd;
  const keep = () => {
    isTyped ||= draft.typed !== '' || draft.rows.length > 0 || draft.link !== null;
    draft.updatedAt = new Date().toISOString();
    if (isTyped) unlogged.keep(structuredClone(draft));
  };
  /** What is known from the first answer is not asked; the way back leads to it. */
  let isQuick = false;
  const unlessQuick =
    (step: Step): Step =>
    async (place) =>
      isQuick ? undefined : step(place);
  const steps: Step[] = [
    async (place) => {
      const chosen = await askFirst(place, known, unlogged);
      isQuick = 'draft' in chosen;
      if ('draft' in chosen) draft = chosen.draft;
      else {
        const [people = []] = usualPeople(known);
        // Somebody who came back keeps what they typed.
        draft = isTyped ? { ...draft, kind: chosen.kind } : { ...blankDraft(chosen.kind), people };
      }
      return undefined;
    },
    unlessQuick(async (place) => {
      const before = draft.people.join('\n');
      const went = await askPeople(place, draft, known);
      if (draft.people.join('\n') !== before || draft.goals.length === 0) takeUsual(draft, known);
      return went;
    }),
    unlessQuick((place) => askMinutes(place, draft)),
    ...(store.goals.some(({ status }) => status === 'active')
      ? [unlessQuick((place) => askGoals(place, draft, known))]
      : []),
    async () => {
      isQuick = false;
      const ended = await askRows(draftTitle(draft), draft, keep);
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
  const planned = draft.planned === null ? undefined : store.sessions.find(({ id }) => id === draft.planned);
  if (planned) await saveOpen(planned);
  const now = new Date();
  const { goals: goalIds, ...rest } = draft;
  const made = await logToJournal(
    deps,
    { ...rest, goalIds, date: dayOf(now), heldAt: now.toISOString() },
    planned,
  );
  unlogged.remove(draft.id);
  const session = sessionById(deps, made.id);
  const actions = store.actions.filter(({ sessionId }) => sessionId === made.id).length;
  const words = vscode.l10n.t('Logged: {0}. Next actions: {1}.', titleOf(deps, session), actions);
  vscode.window.setStatusBarMessage(`$(check) ${words}`, 8000);
  if (end === 'write') await openText(deps, session);
  return made;
}

type First = { kind: SessionKind } | { draft: SessionDraft };

/** What is to be logged: what was begun and left, what was planned, what is usual, or another kind. */
async function askFirst(place: Parameters<Step>[0], known: Known, unlogged: Unlogged): Promise<First> {
  const discard = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Throw it away') };
  const begun = (await unlogged.list()).map(
    (draft): Item<First> => ({
      label: `$(history) ${draftTitle(draft)}`,
      description: vscode.l10n.t('begun {0}', age(draft.updatedAt)),
      detail: unmarked([...draft.rows, draft.typed].filter(Boolean).join(' · ').slice(0, 200)),
      buttons: [discard],
      value: { draft },
    }),
  );
  const planned = plannedSessions(known).map((session): Item<First> => {
    const draft = plannedDraft(session, known);
    return {
      label: `$(calendar) ${draftTitle(draft)}`,
      description: plannedWords(session, known),
      value: { draft },
    };
  });
  const [people] = usualPeople(known);
  const usual = people ? { ...blankDraft(usualKind(known, people)), people } : undefined;
  if (usual) takeUsual(usual, known);
  const titles = usual && known.goals.filter(({ id }) => usual.goals.includes(id)).map(({ title }) => title);
  let items: Item<First>[] = [
    ...begun,
    ...planned,
    ...(usual
      ? [
          {
            label: `$(comment-discussion) ${draftTitle(usual)}`,
            description: unmarked([vscode.l10n.t('as usual'), ...titles!].join(' · ').slice(0, 120)),
            value: { draft: usual },
          },
        ]
      : []),
    ...kindItems().map((item) => ({ ...item, value: { kind: item.value } })),
  ];
  const answer = await askOne<First>(place, {
    placeholder: vscode.l10n.t(
      'What was it? The first choices ask nothing more; the way back leads to who, how long and goals',
    ),
    items,
    onButton: ({ value }) => {
      if ('draft' in value) unlogged.remove(value.draft.id);
      items = items.filter((item) => item.value !== value);
      return items;
    },
  });
  if (answer === back) throw cancelled();
  return answer;
}

function plannedWords({ date }: Session, { today }: Known): string {
  const when = date === today ? vscode.l10n.t('today') : date;
  return vscode.l10n.t('planned for {0}', when);
}

function plannedDraft(
  { id, kind, people, minutes, goalIds, link, isPrivate }: Session,
  { isMe }: Known,
): SessionDraft {
  return {
    ...blankDraft(kind),
    ...{ planned: id, link, isPrivate, goals: [...goalIds], minutes: minutes ?? usualMinutes[0] },
    people: people.filter((name) => !isMe(name)),
  };
}

const blankDraft = (kind: SessionKind): SessionDraft => ({
  ...{ id: ulid(), planned: null, kind, people: [], minutes: usualMinutes[0], goals: [], link: null },
  ...{ rows: [], typed: '', isPrivate: false, updatedAt: new Date().toISOString() },
});

/** What was written at length and not saved goes before the rows. */
async function saveOpen({ id }: Session): Promise<void> {
  const open = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.path.includes(`/${id}/`),
  );
  await open?.save();
}

/** One for each folder, so that what a disk refused is here for the next try. */
const all = new Map<string, Unlogged>();
function unloggedOf({ activeSpace }: Deps): Unlogged {
  const folder = join(dataFolder(), 'drafts', activeSpace.slug(), 'sessions');
  const known = all.get(folder) ?? new Unlogged(folder);
  all.set(folder, known);
  return known;
}
