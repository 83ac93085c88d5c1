import * as vscode from 'vscode';
import type { MarkdownWords } from '../../model/exportMarkdown.ts';
import { categoryWord } from './categories.ts';
import { scaleName, scaleValue } from './scales.ts';
import { kindName, stepName, styleName } from './sessions.ts';
import { tagName } from './tags.ts';

/** The words of a space's page, in the user's language. */
export const exportWords = (): MarkdownWords => ({
  exportedOn: (date) => vscode.l10n.t('Exported from Cairn on {0}.', date),
  headings: {
    mentorship: vscode.l10n.t('Mentorship'),
    goals: vscode.l10n.t('Goals'),
    milestones: vscode.l10n.t('Milestones'),
    actions: vscode.l10n.t('Next actions'),
    annotations: vscode.l10n.t('Annotations'),
    feedback: vscode.l10n.t('Feedback'),
  },
  fields: {
    kind: vscode.l10n.t('What it is'),
    mentors: vscode.l10n.t('Mentors'),
    mentees: vscode.l10n.t('Mentees'),
    rhythm: vscode.l10n.t('Rhythm'),
    budget: vscode.l10n.t('Time budget'),
    category: vscode.l10n.t('Category'),
    origin: vscode.l10n.t('Whose goal it is'),
    status: vscode.l10n.t('Status'),
    targetDate: vscode.l10n.t('Target date'),
    tags: vscode.l10n.t('Feedback'),
    owner: vscode.l10n.t('owner'),
    dueDate: vscode.l10n.t('due'),
    goal: vscode.l10n.t('goal'),
    done: vscode.l10n.t('done'),
  },
  tags: { keep: tagName('keep'), stop: tagName('stop'), start: tagName('start') },
  untagged: vscode.l10n.t('Not tagged'),
  private: vscode.l10n.t('private'),
  resolved: vscode.l10n.t('resolved'),
  deleted: vscode.l10n.t('deleted by its author'),
  published: vscode.l10n.t('published'),
  unverified: (name) => vscode.l10n.t('unverified, in the name of {0}', name),
  nothing: vscode.l10n.t('Nothing yet.'),
  days: (count) => vscode.l10n.t('every {0} days', count),
  hours: (count) => vscode.l10n.t('{0} hours a month', count),
  kinds: {
    'one-to-one': vscode.l10n.t('one-to-one'),
    group: vscode.l10n.t('group'),
    reverse: vscode.l10n.t('reverse'),
    peer: vscode.l10n.t('peer'),
  },
  statuses: {
    active: vscode.l10n.t('active'),
    completed: vscode.l10n.t('completed'),
    archived: vscode.l10n.t('archived'),
  },
  origins: { mentee: vscode.l10n.t("the mentee's own"), organisation: vscode.l10n.t("the organisation's") },
  category: categoryWord,
  sessions: {
    headings: {
      sessions: vscode.l10n.t('Sessions'),
      pairings: vscode.l10n.t('Pairing'),
      steps: vscode.l10n.t('Steps'),
    },
    fields: {
      people: vscode.l10n.t('Who took part'),
      minutes: vscode.l10n.t('How long'),
      link: vscode.l10n.t('Link'),
      keyboard: vscode.l10n.t('Time at the keyboard'),
      topic: vscode.l10n.t('Topic'),
      insight: vscode.l10n.t('Insight'),
      nextAction: vscode.l10n.t('Next action'),
      by: vscode.l10n.t('Written by'),
      branch: vscode.l10n.t('Branch'),
      done: vscode.l10n.t('Done'),
      next: vscode.l10n.t('Next'),
      unclear: vscode.l10n.t('Unclear'),
      failing: vscode.l10n.t('Failing'),
    },
    planned: vscode.l10n.t('planned'),
    kind: kindName,
    style: styleName,
    step: stepName,
    minutes: (count) => vscode.l10n.t('{0} minutes', count),
  },
  growth: {
    headings: {
      themes: vscode.l10n.t('Themes'),
      kudos: vscode.l10n.t('Thanks'),
      guesses: vscode.l10n.t('What reviewers were expected to say'),
      scales: vscode.l10n.t('Own scales'),
    },
    to: (name) => vscode.l10n.t('to {0}', name),
    judged: { hit: vscode.l10n.t('came up'), miss: vscode.l10n.t('nobody said it') },
    scale: scaleName,
    value: scaleValue,
  },
});
