import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import {
  type Draft,
  dayFor,
  draftOf,
  isMaking,
  type MakingStep,
  type PlaybookSection,
  type SessionStep,
} from '../../programme/playbooks/index.ts';
import { castOf, peopleArgument } from '../playbooks/cast.ts';
import { findPlaybook } from '../playbooks/library.ts';
import { confirm, run, thereBefore } from '../playbooks/run.ts';
import { label } from '../playbooks/words.ts';
import { loadSessions } from '../sessions/texts.ts';
import { languageTag } from '../words/language.ts';
import { day, localDay } from '../words/time.ts';
import { booleanArgument, cancelled, dateArgument, invalid, objectArgument, pick } from './ask.ts';
import type { Command } from './deps.ts';

/** The playbook from which it is made, the team's copy before the shipped one. */
const name = 'career-conversation';

/**
 * `cairn.planCareerConversation({ topics?, date?, people?, isPrivate? }?)`: plans a session about some topics of the career
 * playbook (headings of its sections; all where none are named), with the goals and next actions of these that are not
 * there yet, as one act. Resolves to `{ made, there }` as `cairn.runPlaybookStep`.
 */
export const planCareerConversation: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const isProgram = given !== undefined;
  const topics = topicsArgument(given?.topics);
  const date = dateArgument(given?.date, 'date') ?? null;
  const people = peopleArgument(given?.people);
  const isPrivate = booleanArgument(given?.isPrivate, 'isPrivate') ?? false;
  await loadSessions(deps);
  const { playbook } = await findPlaybook(name);
  const isSession = (step: { kind: string }): step is SessionStep => step.kind === 'session';
  const [opening] = playbook.sections.filter(({ steps }) => steps.some(isSession));
  const session = opening?.steps.find(isSession);
  if (!opening || !session)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Your team’s career playbook plans no session. Add a step “Session:” to it.'),
    );
  const rest = playbook.sections.filter((one) => one !== opening && one.heading !== '');
  const unknown = topics?.find((topic) => !rest.some(({ heading }) => heading === topic));
  if (unknown !== undefined)
    throw invalid(vscode.l10n.t('The career playbook has no topic “{0}”.', unknown.slice(0, 80)));
  const chosen = isProgram
    ? rest.filter(({ heading }) => topics?.includes(heading) ?? true)
    : await askTopics(rest);
  const planned = date === null ? (isProgram ? session.when : await askWhen(session)) : { date };
  const steps = chosen.flatMap((section) => section.steps.filter(isMaking));
  const there = await thereBefore(deps, steps);
  const toDo = steps.filter(({ line }) => !there.some((one) => one.line === line));
  const cast = await castOf(deps, [session, ...toDo], people, isProgram);
  const drafts = [
    ...draftOf({ ...session, when: planned }, null, [opening, ...chosen], cast),
    ...chosen.flatMap((section) => draftsIn(section, toDo, cast)),
  ];
  const wanted = isProgram ? drafts : await confirm(label(playbook.title), drafts);
  return run(deps, wanted, { cast, there, isPrivate, isProgram });
};

function draftsIn(
  { steps }: PlaybookSection,
  toDo: readonly MakingStep[],
  cast: Parameters<typeof draftOf>[3],
): Draft[] {
  let goal: number | null = null;
  return steps.filter(isMaking).flatMap((step) => {
    if (step.kind === 'goal') goal = step.line;
    return toDo.includes(step) ? draftOf(step, goal, [], cast) : [];
  });
}

function topicsArgument(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const isGood = Array.isArray(value) && value.length <= 50 && value.every((one) => typeof one === 'string');
  if (!isGood) throw invalid(vscode.l10n.t('"{0}" must be a list of texts.', 'topics'));
  return value;
}

async function askTopics(sections: readonly PlaybookSection[]): Promise<PlaybookSection[]> {
  const picked = await vscode.window.showQuickPick(
    sections.map((section) => ({
      label: label(section.heading),
      detail: label(section.reading, 140),
      section,
    })),
    {
      title: vscode.l10n.t('Career conversation'),
      placeHolder: vscode.l10n.t('What shall it be about? One or two are enough; none is an open talk.'),
      canPickMany: true,
      ignoreFocusOut: true,
    },
  );
  if (!picked) throw cancelled();
  return picked.map(({ section }) => section);
}

function askWhen({ when }: SessionStep) {
  const today = new Date();
  const inWeeks = (weeks: number) => ({ from: 'today' as const, days: weeks * 7, months: 0 });
  const offered = [when, inWeeks(1), inWeeks(3), inWeeks(4)].map((value) => ({
    value,
    date: dayFor(value, today, null),
  }));
  const dates = [...new Map(offered.map((one) => [one.date, one])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  return pick(
    vscode.l10n.t('When? The day can be changed later.'),
    dates.map(({ value, date }) => ({
      label: new Intl.DateTimeFormat(languageTag(), { weekday: 'long' }).format(localDay(date)),
      description: day(localDay(date), today),
      value,
    })),
  );
}
