import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Draft, MakingStep, StepProblem } from '../../programme/playbooks/index.ts';
import type { TemplateKind } from '../programme/templates.ts';
import { plural } from '../words/language.ts';
import { kindName } from '../words/sessions.ts';
import { unmarked } from '../words/spaces.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';

/** A stranger's words as a label. */
export const label = (words: string, longest = 120): string => unmarked(plainLine(words, longest));

const icons = { goal: 'target', session: 'calendar', action: 'checklist' } as const;

/** What a button above a step does: "Create this goal with 3 milestones". */
export function doWords(step: MakingStep): string {
  switch (step.kind) {
    case 'goal': {
      const { length } = step.milestones;
      if (length === 0) return vscode.l10n.t('Create this goal');
      return plural(
        length,
        vscode.l10n.t('Create this goal with its milestone'),
        vscode.l10n.t('Create this goal with its {0} milestones', length),
      );
    }
    case 'session':
      return vscode.l10n.t('Plan this session');
    case 'action':
      return vscode.l10n.t('Add this next action');
  }
}

export function doneWords({ kind }: MakingStep): string {
  if (kind === 'goal') return vscode.l10n.t('Created');
  return kind === 'session' ? vscode.l10n.t('Planned') : vscode.l10n.t('Added');
}

export const iconOf = ({ kind }: { kind: keyof typeof icons }): string => `$(${icons[kind]})`;

/** What would come to be, as a row: its words, and below them what belongs to it. */
export function draftWords(draft: Draft): { label: string; detail: string } {
  const icon = iconOf(draft);
  switch (draft.kind) {
    case 'goal': {
      const { title, targetDate, milestones } = draft;
      const steps = milestones.length > 0 && label(milestones.join(' · '), 200);
      return {
        label: `${icon} ${label(title)}`,
        detail: joined(vscode.l10n.t('goal'), targetDate && until(targetDate), steps),
      };
    }
    case 'session': {
      const detail = vscode.l10n.t('{0}, planned for {1}', kindName(draft.sessionKind), shortDay(draft.date));
      return { label: `${icon} ${label(draft.topic)}`, detail };
    }
    case 'action': {
      const { text, owner, dueDate } = draft;
      const who =
        owner === null
          ? vscode.l10n.t('next action')
          : vscode.l10n.t('next action of {0}', unmarked(nameWord(owner)));
      return { label: `${icon} ${label(text)}`, detail: joined(who, dueDate && until(dueDate)) };
    }
  }
}

const joined = (...words: (string | null | false)[]) => words.filter(Boolean).join(' · ');
const until = (date: string) => vscode.l10n.t('by {0}', shortDay(date));
const shortDay = (date: string) => day(localDay(date), new Date());

/** "1 goal, 1 session, 3 next actions". */
export function countWords(made: readonly { kind: Draft['kind'] }[]): string {
  const count = (kind: Draft['kind']) => made.filter((one) => one.kind === kind).length;
  const [goals, sessions, actions] = [count('goal'), count('session'), count('action')];
  return [
    goals > 0 && plural(goals, vscode.l10n.t('1 goal'), vscode.l10n.t('{0} goals', goals)),
    sessions > 0 &&
      plural(sessions, vscode.l10n.t('1 planned session'), vscode.l10n.t('{0} planned sessions', sessions)),
    actions > 0 &&
      plural(actions, vscode.l10n.t('1 next action'), vscode.l10n.t('{0} next actions', actions)),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Why a line is no step, with what to write. */
export function problemWords(problem: StepProblem): string {
  switch (problem) {
    case 'words':
      return vscode.l10n.t('No step: after the colon its words are missing.');
    case 'too-long':
      return vscode.l10n.t('No step: it is too long. Details are better in the text below.');
    case 'date':
      return vscode.l10n.t(
        'No step: write a day like “in 3 days”, “in 2 weeks”, “day 30”, “week 3” or “2027-03-31”.',
      );
    case 'who':
      return vscode.l10n.t('No step: write @mentee, @mentor, @me, or a name: @ada, @"Ada Wren".');
    case 'session-kind':
      return vscode.l10n.t(
        'No step: a session is a check-in, retrospective, milestone, pairing, shadowing, reverse-shadowing or incident-review.',
      );
    case 'milestone':
      return vscode.l10n.t('No step: a milestone stands below the goal that it is a part of.');
    case 'playbook-name':
      return vscode.l10n.t('No step: name another playbook by its file, without ".md" and without a folder.');
    case 'too-many':
      return vscode.l10n.t('From here on there are more steps than one playbook may have.');
  }
}

/** The name of a kind of templates above its files. */
export function kindWords(kind: TemplateKind): string {
  return {
    playbooks: vscode.l10n.t('Playbooks'),
    goals: vscode.l10n.t('Goal templates'),
    rubrics: vscode.l10n.t('Rubrics'),
    charters: vscode.l10n.t('Charters'),
  }[kind];
}
