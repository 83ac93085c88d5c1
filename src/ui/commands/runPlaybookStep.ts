import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import {
  draftsOf,
  isMaking,
  type MakingStep,
  type Playbook,
  type Step,
} from '../../programme/playbooks/index.ts';
import { askSteps } from '../playbooks/askSteps.ts';
import { castOf, peopleArgument } from '../playbooks/cast.ts';
import { type FoundPlaybook, findPlaybook } from '../playbooks/library.ts';
import { confirm, type Ran, run, thereBefore } from '../playbooks/run.ts';
import { stepWords } from '../playbooks/stepWords.ts';
import { label } from '../playbooks/words.ts';
import { loadSessions } from '../sessions/texts.ts';
import { ask, booleanArgument, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { choosePlaybook, showPlaybook } from './openPlaybook.ts';

/**
 * `cairn.runPlaybookStep({ playbook, line | section, people?, again?, isPrivate?, words? }?)`: does a step of a playbook,
 * named by its 1-based line, or all steps of a section (its heading or line) that are not done: goals, planned sessions
 * and next actions as one act. `people: { mentee?, mentor? }` says who that is where no mentorship does; `again` does what
 * was done once more; `words` are those of a knowledge note. Resolves to `{ made, there }`, each
 * `[{ kind, id, line }]`; of a step that opens a playbook to `{ uri }`, of a knowledge note to what captureKnowledge gives.
 */
export const runPlaybookStep: Command = async (deps, argument, options) => {
  const given = objectArgument(argument);
  const isProgram = given !== undefined && !objectArgument(options)?.fromRow;
  await loadSessions(deps);
  const named = textArgument(given?.playbook, 'playbook', 4000);
  if (given && named === undefined) throw invalid(vscode.l10n.t('"playbook" is missing.'));
  const found = named === undefined ? await choosePlaybook() : await findPlaybook(named);
  const steps = given ? stepsOf(found.playbook, given) : await askSteps(found);
  const [only] = steps;
  if (steps.length === 1 && only && !isMaking(only)) return lead(only, found, given, isProgram);
  return inTurn(() =>
    makeSteps(deps, found, steps.filter(isMaking), {
      isProgram,
      isAgain: booleanArgument(given?.again, 'again') ?? false,
      isPrivate: booleanArgument(given?.isPrivate, 'isPrivate') ?? false,
      people: peopleArgument(given?.people),
    }),
  );
};

type How = {
  isProgram: boolean;
  isAgain: boolean;
  isPrivate: boolean;
  people: ReturnType<typeof peopleArgument>;
};

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a button that is pressed twice makes nothing twice. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const done = last.then(act, act);
  last = done.catch(() => {});
  return done;
}

async function makeSteps(
  deps: Deps,
  { playbook }: FoundPlaybook,
  steps: readonly MakingStep[],
  { isProgram, isAgain, isPrivate, people }: How,
): Promise<Ran> {
  // Of a goal that is there already, later steps of its section are told.
  const all = playbook.sections.flatMap((section) => section.steps).filter(isMaking);
  const before = await thereBefore(deps, all);
  const isDone = ({ line }: MakingStep) => before.some((one) => one.line === line);
  const toDo = isAgain ? steps : steps.filter((step) => !isDone(step));
  const there = before.filter(({ line }) => steps.some((step) => step.line === line));
  if (toDo.length === 0) {
    if (!isProgram)
      vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('All of this is there already.')}`, 6000);
    return { made: [], there };
  }
  const cast = await castOf(deps, toDo, people, isProgram);
  const drafts = draftsOf(playbook, new Set(toDo.map(({ line }) => line)), cast);
  const wanted = isProgram || drafts.length < 2 ? drafts : await confirm(label(playbook.title), drafts);
  const { made } = await run(deps, wanted, { cast, there: before, isPrivate, isProgram });
  return { made, there };
}

/** The steps that a caller names. Throws 'invalid-argument', and 'not-found' where the playbook has no such step. */
function stepsOf({ sections }: Playbook, given: Record<string, unknown>): Step[] {
  const { line, section } = given;
  if (section !== undefined) {
    const found = sections.find((one) => one.line === section || one.heading === section);
    if (found) return found.steps;
    throw gone();
  }
  if (typeof line !== 'number') throw invalid(vscode.l10n.t('"line" or "section" is missing: which step?'));
  const words = textArgument(given.step, 'step', 2000);
  const steps = sections.flatMap((one) => one.steps);
  const isMeant = (step: Step) => words === undefined || stepWords(step) === words;
  const found = steps.find((step) => step.line === line && isMeant(step)) ?? (words && steps.find(isMeant));
  if (!found) throw gone();
  return [found];
}

const gone = () =>
  new CairnError(
    'not-found',
    vscode.l10n.t('The playbook has no such step; it may have changed. Open it again.'),
  );

/** A step that leads on: to another playbook, or to a knowledge note. */
async function lead(
  step: Exclude<Step, MakingStep>,
  { playbook }: FoundPlaybook,
  given: Record<string, unknown> | undefined,
  isProgram: boolean,
): Promise<unknown> {
  if (step.kind === 'playbook') return showPlaybook(await findPlaybook(step.name));
  const said = textArgument(given?.words, 'words', 4000);
  if (isProgram && said === undefined)
    throw invalid(vscode.l10n.t('"words" is missing: what is to be kept?'));
  const what =
    said ??
    (await ask({
      prompt: label(step.text, 400),
      placeHolder: vscode.l10n.t('What it is, in your words. Why it is so is asked next.'),
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Write a few words.') : undefined),
    }));
  const { capture } = await import('../playbooks/capture.ts');
  return capture({ what, why: isProgram ? '' : null, topic: playbook.title });
}
