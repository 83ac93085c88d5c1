import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { scaffoldSteps } from '../../model/kinds.ts';
import type { Scaffold, ScaffoldStep } from '../../model/session.ts';
import { stepMeaning, stepName } from '../words/sessions.ts';
import { age } from '../words/time.ts';
import { booleanArgument, invalid, objectArgument, pick, textArgument, wordArgument } from './ask.ts';
import { goalById } from './chosenGoal.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command } from './deps.ts';
import { type About, askAbout, askEvidence, type Evidence } from './stepInput.ts';

/**
 * `cairn.recordStep({ goal | part, step, session?, url?, isReached? }?)`: for a goal or a part of the system, somebody
 * came as far as `step` (shadow, navigate, reverse-shadow, solo), and the session or the pull request shows it;
 * `isReached: false` takes it back. Resolves to `{ id }` of the scaffold.
 */
export const recordStep: Command = async (deps, argument, options) => {
  const given = objectArgument(argument) ?? {};
  const isAsking = argument === undefined || argument === null || isRow(options);
  const asked = {
    goal: textArgument(given.goal, 'goal', 200),
    part: textArgument(given.part, 'part', 200)?.trim(),
    step: wordArgument(given.step, 'step', scaffoldSteps),
    session: textArgument(given.session, 'session', 200),
    url: urlArgument(given.url),
  };
  const isReached = booleanArgument(given.isReached, 'isReached') ?? true;
  await deps.store.load();
  if (asked.goal !== undefined) goalById(deps.store.goals, asked.goal);
  if (asked.session !== undefined && !deps.store.sessions.some(({ id }) => id === asked.session))
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no session with the id {0}.', asked.session.slice(0, 60)),
    );

  const about = aboutOf(asked) ?? (isAsking ? await askAbout(deps) : undefined);
  if (!about) throw invalid(vscode.l10n.t('"goal" or "part" is missing: what is it about?'));
  const known = scaffoldOf(deps.store.scaffolds, about);
  const step = asked.step ?? (isAsking ? await askStep(known) : undefined);
  if (!step) throw invalid(vscode.l10n.t('"step" is missing: one of {0}.', scaffoldSteps.join(', ')));
  const hasEvidence = asked.session !== undefined || asked.url !== undefined;
  const evidence: Evidence =
    isAsking && !hasEvidence
      ? await askEvidence(deps, known?.steps.some((one) => one.step === step) ?? false)
      : { session: asked.session ?? null, url: asked.url ?? null, isReached };

  const id = known?.id ?? ulid();
  const goal = deps.store.goals.find((one) => one.id === about.goal);
  const isPrivate = known?.isPrivate ?? goal?.isPrivate ?? false;
  const reachedAt = evidence.isReached ? new Date().toISOString() : null;
  const { session, url } = evidence;
  // The first spelling stays.
  const named = known ? { goal: known.goalId, part: known.part } : about;
  const payload = { scaffold: id, ...named, step, session, url, reachedAt };
  await deps.store.perform([{ type: 'scaffold.reached', payload }], { isPrivate });
  return { id };
};

const isRow = (options: unknown) => typeof options === 'object' && options !== null && 'fromRow' in options;

function aboutOf({
  goal,
  part,
}: {
  goal?: string | undefined;
  part?: string | undefined;
}): About | undefined {
  if (goal !== undefined) return { goal, part: null };
  return part === undefined ? undefined : { goal: null, part };
}

/** One way for each goal and each part, whatever its case. */
function scaffoldOf(scaffolds: readonly Scaffold[], about: About): Scaffold | undefined {
  return scaffolds.find(({ goalId, part }) =>
    about.goal !== null ? goalId === about.goal : part?.toLowerCase() === about.part?.toLowerCase(),
  );
}

/** Only what a browser opens, so that whoever clicks on it later gets what was shown. */
function urlArgument(value: unknown): string | undefined {
  const url = textArgument(value, 'url', 2000);
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
    throw invalid(vscode.l10n.t('"url" must be an address that begins with https://.'));
  return url;
}

function askStep(known: Scaffold | undefined): Promise<ScaffoldStep> {
  const reached = new Map(known?.steps.map(({ step, reachedAt }) => [step, reachedAt]));
  return pick(
    vscode.l10n.t('Which step was reached?'),
    scaffoldSteps.map((step) => {
      const at = reached.get(step);
      return {
        label: `$(${at === undefined ? 'circle-outline' : 'pass-filled'}) ${stepName(step)}`,
        description: plainIcons(stepMeaning(step)),
        ...(at === undefined ? {} : { detail: vscode.l10n.t('reached {0}', age(at)) }),
        value: step,
      };
    }),
  );
}
