import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import { feedbackOf } from '../feedback/targets.ts';
import { scaleName } from '../words/scales.ts';
import { kindName } from '../words/sessions.ts';
import { pick } from './ask.ts';
import type { Deps } from './deps.ts';

const icons = {
  goal: 'target',
  action: 'checklist',
  annotation: 'note',
  feedback: 'comment',
  rating: 'thumbsup',
  session: 'calendar',
  pairing: 'organization',
  scaffold: 'list-ordered',
  theme: 'layers',
  guess: 'lightbulb',
  kudos: 'heart',
  answer: 'graph-line',
  charter: 'law',
  pulse: 'pulse',
  trial: 'calendar',
  skill: 'mortar-board',
  knowledge: 'book',
  help: 'question',
};

/** A goal, feedback, a next action, an annotation, the user's rating of feedback, a session, a guess, ..., whatever it is. */
export type ChosenRecord = {
  id: string;
  kind: keyof typeof icons;
  name: string;
  isPrivate: boolean;
};

/**
 * The records that a command is about: by id (or a list of ids), by a row, a thread or the menu of the goal tracker,
 * else what is selected in the Feedback view, else what the user picks. Throws 'not-found', 'invalid-argument',
 * 'cancelled'.
 */
export async function chosenRecords(deps: Deps, args: unknown[]): Promise<ChosenRecord[]> {
  const { store, feedbackView } = deps;
  await store.load();
  const [first] = args;
  const named = menuTarget(first) ?? first;
  const ids = Array.isArray(named) ? named : [named];
  const found = ids.map((id) => (typeof id === 'string' ? recordById(deps, id) : undefined));
  if (found.length > 0 && found.every((one) => one !== undefined)) return found;
  if (menuTarget(first) !== undefined || (typeof first === 'string' && first.length > 0))
    throw unknown(ids[0]);
  const feedback = feedbackOf(args, { store, view: feedbackView });
  if (feedback.length > 0) return feedback.map(({ id }) => recordById(deps, id)!);
  return [await askRecord(deps)];
}

/** The record with this id; what is only excerpted in the journal counts, too. */
export function recordById({ store }: Pick<Deps, 'store'>, id: string): ChosenRecord | undefined {
  const goal = store.goals.find((one) => one.id === id);
  if (goal) return { id, kind: 'goal', name: plainLine(goal.title, 80), isPrivate: goal.isPrivate };
  const action = store.actions.find((one) => one.id === id);
  if (action) return { id, kind: 'action', name: plainLine(action.text, 80), isPrivate: action.isPrivate };
  const note = store.annotations.find((one) => one.id === id);
  if (note) return { id, kind: 'annotation', name: plainLine(note.body, 80), isPrivate: note.isPrivate };
  const meeting = meetingById(store, id);
  if (meeting) return meeting;
  const grown = grownById(store, id);
  if (grown) return grown;
  const about = mentoredById(store, id);
  if (about) return about;
  const rated = store.records.ratings.has(id) ? store.feedback.find(({ rating }) => rating?.id === id) : null;
  if (rated) {
    const name = vscode.l10n.t('your rating of “{0}”', plainLine(rated.body, 60));
    return { id, kind: 'rating', name, isPrivate: rated.rating?.isSent === false };
  }
  const item = store.getFeedback(id);
  return item && { id, kind: 'feedback', name: plainLine(item.body, 80), isPrivate: item.isPrivate };
}

function meetingById(store: Deps['store'], id: string): ChosenRecord | undefined {
  const session = store.sessions.find((one) => one.id === id);
  if (session) {
    const name = vscode.l10n.t('{0} of {1}', kindName(session.kind), session.date);
    return { id, kind: 'session', name, isPrivate: session.isPrivate };
  }
  const pairing = store.pairings.find((one) => one.id === id);
  if (pairing) {
    const name = vscode.l10n.t(
      '{0} of {1}',
      kindName('pairing'),
      plainLine(pairing.startedAt.slice(0, 10), 10),
    );
    return { id, kind: 'pairing', name, isPrivate: pairing.isPrivate };
  }
  const scaffold = store.scaffolds.find((one) => one.id === id);
  if (!scaffold) return undefined;
  const goal = store.goals.find((one) => one.id === scaffold.goalId);
  const name = vscode.l10n.t('Steps: {0}', plainLine(goal?.title ?? scaffold.part ?? '', 60) || '…');
  return { id, kind: 'scaffold', name, isPrivate: scaffold.isPrivate };
}

function grownById(store: Deps['store'], id: string): ChosenRecord | undefined {
  const name = store.themeDecisions.names.get(id);
  if (name !== undefined)
    return { id, kind: 'theme', name: plainLine(name, 80), isPrivate: store.records.isPrivate.has(id) };
  const guess = store.guesses.find((one) => one.id === id);
  if (guess) {
    const pull = `${plainLine(guess.repository, 60)}#${guess.number}`;
    return { id, kind: 'guess', name: vscode.l10n.t('guess for {0}', pull), isPrivate: guess.isPrivate };
  }
  const kudos = store.kudos.find((one) => one.id === id);
  if (kudos) return { id, kind: 'kudos', name: plainLine(kudos.text, 80), isPrivate: kudos.isPrivate };
  const answer = store.scaleAnswers.find((one) => one.id === id);
  if (!answer) return undefined;
  const said = vscode.l10n.t(
    '{0} of {1}',
    scaleName(answer.scale),
    plainLine(answer.answeredAt.slice(0, 10), 10),
  );
  return { id, kind: 'answer', name: said, isPrivate: answer.isPrivate };
}

function mentoredById(store: Deps['store'], id: string): ChosenRecord | undefined {
  const day = (time: string) => plainLine(time.slice(0, 10), 10);
  const of = <T extends { id: string; isPrivate: boolean }>(
    some: readonly T[],
    kind: ChosenRecord['kind'],
    name: (one: T) => string,
  ) => {
    const one = some.find((other) => other.id === id);
    return one && { id, kind, name: name(one), isPrivate: one.isPrivate };
  };
  return (
    of(store.charters, 'charter', (one) => vscode.l10n.t('charter of {0}', day(one.writtenAt))) ??
    of(store.pulses, 'pulse', (one) => vscode.l10n.t('pulse of {0}', day(one.givenAt))) ??
    of(store.trials, 'trial', (one) => vscode.l10n.t('check after {0} days', one.day)) ??
    of(store.skillRatings, 'skill', (one) => plainLine(`${one.skill}: ${one.person}`, 80)) ??
    of(store.knowledge, 'knowledge', (one) => plainLine(one.what, 80)) ??
    of(store.help, 'help', (one) => plainLine(one.topic, 80))
  );
}

function menuTarget(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('webview' in value)) return undefined;
  // What stands inside of a goal's card comes with the goal around it.
  return 'action' in value ? value.action : 'goal' in value ? value.goal : undefined;
}

function unknown(id: unknown): CairnError {
  return new CairnError(
    'not-found',
    vscode.l10n.t(
      'There is no goal, feedback, next action, annotation or session with the id {0}.',
      String(id).slice(0, 80),
    ),
  );
}

function askRecord(deps: Deps): Promise<ChosenRecord> {
  const { store } = deps;
  const { goals, actions, annotations, feedback, sessions, pairings, scaffolds } = store;
  const { guesses, kudos, scaleAnswers, themeDecisions } = store;
  const { charters, pulses, trials, skillRatings, knowledge, help } = store;
  const all = [
    goals,
    actions,
    annotations,
    sessions.toReversed(),
    pairings.toReversed(),
    scaffolds,
    guesses.toReversed(),
    kudos.toReversed(),
    scaleAnswers.toReversed(),
    [...themeDecisions.names.keys()].map((theme) => ({ id: theme })),
    ...[charters, pulses, trials, skillRatings, knowledge, help].map((some) => some.toReversed()),
    feedback,
  ];
  const ids = all.flatMap((some) => some.map(({ id }) => id));
  if (ids.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no goal, feedback, next action, annotation or session yet.'),
    );
  return pick(
    vscode.l10n.t('Which goal, feedback, next action, annotation or session?'),
    ids.flatMap((id) => {
      const record = recordById(deps, id);
      if (!record) return [];
      const description = record.isPrivate ? vscode.l10n.t('private') : '';
      return [{ label: `$(${icons[record.kind]}) ${plainIcons(record.name)}`, description, value: record }];
    }),
  );
}

/** A label draws `$(name)` as an icon: what people wrote stays as they wrote it. */
export const plainIcons = (text: string): string => text.replaceAll('$(', '\\$(');
