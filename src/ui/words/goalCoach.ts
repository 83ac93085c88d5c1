import * as vscode from 'vscode';
import type { GoalHint, GoalTopic } from '../../programme/goals/sentence.ts';

/** What the coach asks about a goal's sentence: a question and a way on, never a verdict. */
export function coachWords({ reason, quote, topic }: GoalHint): string {
  switch (reason) {
    case 'imposed':
      return vscode.l10n.t(
        '“{0}” sounds like somebody else’s words. What do you want to be able to do? Perhaps begin with “I”.',
        quote,
      );
    case 'several':
      return vscode.l10n.t(
        'Is this more than one goal? Which one comes first? The others may become milestones, or goals of their own.',
      );
    case 'vague':
      return vscode.l10n.t('“{0}”: what would others see you do then? {1}', quote, exampleOf(topic));
    case 'unobservable':
      return vscode.l10n.t(
        '“{0}” happens inside: how would somebody else notice? {1}',
        quote,
        exampleOf(topic),
      );
    case 'long':
      return vscode.l10n.t(
        'What is the heart of it? What is more than one short sentence makes good milestones.',
      );
    case 'no-horizon':
      return vscode.l10n.t(
        'How will you know that you are there: how many, how often, by when, or without whose help?',
      );
  }
}

function exampleOf(topic: GoalTopic | null): string {
  return vscode.l10n.t('For example: “{0}”', example(topic));
}

function example(topic: GoalTopic | null): string {
  switch (topic) {
    case 'review':
      return vscode.l10n.t('My pull requests need at most one round of review');
    case 'tests':
      return vscode.l10n.t('I write a failing test before each bug fix');
    case 'incidents':
      return vscode.l10n.t('I lead two incidents from the alert to the review');
    case 'debugging':
      return vscode.l10n.t('I find the cause of three bugs on my own, and say how I know');
    case 'design':
      return vscode.l10n.t('I explain the path of one request at the whiteboard without notes');
    case 'talking':
      return vscode.l10n.t('I say what I think at least once in every planning meeting');
    case 'operations':
      return vscode.l10n.t('I release and roll back our service on my own');
    case 'mentoring':
      return vscode.l10n.t('I accompany one colleague until they release without me');
    case null:
      return vscode.l10n.t('I do it three times without help, and explain it to somebody else');
  }
}
