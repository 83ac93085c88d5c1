import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { type Scale, scales } from '../../model/growth.ts';
import { scaleName, scaleSteps, scaleValue } from '../words/scales.ts';
import { nameWord } from '../words/whose.ts';
import { ask, booleanArgument, cancelled, invalid, objectArgument, pick, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

const most = { confidence: 5, autonomy: 5, escalations: 1000 } as const;
const longestNote = 1000;
/** Numbers of times that are offered; more are typed. */
const timesOffered = [0, 1, 2, 3, 4, 5];

/**
 * `cairn.answerScales({ confidence?, autonomy?, escalations?, goal?, note?, isShared? }?)`: the mentee's own scales, 1 to 5
 * and a number of times in four weeks. Private unless they are shared. Each answer is kept as soon as it is given, so that
 * leaving half-way loses none. Resolves to the ids of the answers, in order.
 */
export const answerScales: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  await deps.store.load();
  needMentee(deps);
  if (given) {
    const wanted = wantedOf(deps, given);
    const ids: string[] = [];
    for (const [scale, value] of wanted.values) ids.push(await keep(deps, scale, value, wanted));
    if (wanted.isShared) await share(deps, ids);
    return ids;
  }
  const ids = await askAll(deps);
  if (ids.length > 0 && (await askShare(ids.length))) await share(deps, ids);
  return ids;
};

function needMentee({ store }: Deps): void {
  const { mentee } = store;
  if (mentee === null || store.space?.isMe(mentee)) return;
  throw new CairnError(
    'not-yours',
    vscode.l10n.t('These are the scales of {0}, who alone answers them.', nameWord(mentee)),
  );
}

type About = { goal: string | null; note: string | null };

function wantedOf(
  { store }: Deps,
  given: Record<string, unknown>,
): About & { values: [Scale, number][]; isShared: boolean } {
  const goal = textArgument(given.goal, 'goal', 200) ?? null;
  if (goal !== null && !store.goals.some(({ id }) => id === goal))
    throw new CairnError('not-found', vscode.l10n.t('There is no goal with the id {0}.', goal.slice(0, 80)));
  const values = scales.flatMap((scale): [Scale, number][] => {
    const value = given[scale];
    if (value === undefined || value === null) return [];
    if (!isValue(scale, value)) throw invalid(vscode.l10n.t('"{0}" is no number that fits.', scale));
    return [[scale, value]];
  });
  if (values.length === 0) throw invalid(vscode.l10n.t('There is no answer in it: {0}.', scales.join(', ')));
  return {
    ...{ goal, values, note: textArgument(given.note, 'note', longestNote)?.trim() || null },
    isShared: booleanArgument(given.isShared, 'isShared') ?? false,
  };
}

const isValue = (scale: Scale, value: unknown): value is number =>
  Number.isInteger(value) &&
  (value as number) >= (scale === 'escalations' ? 0 : 1) &&
  (value as number) <= most[scale];

async function keep({ store }: Deps, scale: Scale, value: number, { goal, note }: About): Promise<string> {
  const answer = ulid();
  const answeredAt = new Date().toISOString();
  const payload = { answer, scale, value, goal, note, answeredAt };
  await store.perform([{ type: 'scale.answered', payload }], { isPrivate: true });
  return answer;
}

async function share({ store }: Deps, ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.setPrivate(id, false);
}

/** One question after the other; what was answered stays answered. */
async function askAll(deps: Deps): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, scale] of scales.entries()) {
    try {
      const value = await askOne(deps, scale, at);
      if (value !== null) ids.push(await keep(deps, scale, value, { goal: null, note: null }));
    } catch (error) {
      if (!(error instanceof CairnError && error.code === 'cancelled')) throw error;
      if (ids.length === 0) throw error;
      vscode.window.setStatusBarMessage(
        vscode.l10n.t(
          'Cairn: kept what you answered ({0} of {1}). Only you see it.',
          ids.length,
          scales.length,
        ),
        6000,
      );
      return ids;
    }
  }
  return ids;
}

/** `null`: not this one. */
async function askOne({ store }: Deps, scale: Scale, at: number): Promise<number | null> {
  const last = store.scaleAnswers.findLast((one) => one.scale === scale && one.goalId === null);
  const items =
    scale === 'escalations'
      ? timesOffered.map((value) => ({ label: String(value), description: scaleValue(scale, value), value }))
      : scaleSteps(scale).map((words, i) => ({ label: String(i + 1), description: words, value: i + 1 }));
  const before = (value: number) => (value === last?.value ? vscode.l10n.t('your last answer') : undefined);
  const more = scale === 'escalations' ? [{ label: vscode.l10n.t('More often…'), value: -1 }] : [];
  const picked = await pick<number | null>(`${at + 1}/${scales.length} ${questionOf(scale)}`, [
    ...items.map((item) => ({ ...item, detail: before(item.value) })),
    ...more,
    { label: `$(debug-step-over) ${vscode.l10n.t('Not this one')}`, value: null },
  ]);
  return picked === -1 ? askTimes() : picked;
}

async function askTimes(): Promise<number> {
  const typed = await ask({
    prompt: vscode.l10n.t('How many times in the last four weeks?'),
    validate: (text) =>
      /^\d{1,4}$/.test(text.trim()) && isValue('escalations', Number(text))
        ? undefined
        : vscode.l10n.t('Write a number from 0 to 1000.'),
  });
  return Number(typed);
}

function questionOf(scale: Scale): string {
  const name = scaleName(scale);
  const question = {
    confidence: vscode.l10n.t('How sure are you of what you hand in?'),
    autonomy: vscode.l10n.t('How much do you do alone?'),
    escalations: vscode.l10n.t('How often did you have to escalate in the last four weeks?'),
  }[scale];
  return vscode.l10n.t('{0}: {1} (only you will see it)', name, question);
}

/** Whoever leaves here has answered: it stays private. */
async function askShare(count: number): Promise<boolean> {
  try {
    return await pick(vscode.l10n.t('{0} answers are kept. They are yours to share.', count), [
      { label: `$(lock) ${vscode.l10n.t('Keep them to myself')}`, value: false },
      {
        label: `$(unlock) ${vscode.l10n.t('Share them with the space')}`,
        description: vscode.l10n.t('your mentor sees them'),
        value: true,
      },
    ]);
  } catch (error) {
    if (error instanceof CairnError && error.code === cancelled().code) return false;
    throw error;
  }
}
