import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { TemplateProblem } from '../../programme/goals/problems.ts';
import type { TemplateFile, TemplateNote } from './templates.ts';

/** A problem of a template's text in words, with file and line, and with what to do. */
export function noteOf(problem: TemplateProblem, file: TemplateFile): TemplateNote {
  const { line } = problem;
  const place = `${file.kind}/${file.name}`;
  const says =
    line === null
      ? vscode.l10n.t('{0}: {1}', place, wordsOf(problem))
      : vscode.l10n.t('{0}, line {1}: {2}', place, line, wordsOf(problem));
  return { says, path: file.path, line };
}

function wordsOf({ code, what }: TemplateProblem): string {
  const quoted = plainLine(what, 60);
  switch (code) {
    case 'too-long':
      return vscode.l10n.t('the text is longer than 64 kB, and is not read.');
    case 'no-title':
      return vscode.l10n.t('a title is missing: begin with “# Title”.');
    case 'no-category':
      return vscode.l10n.t('the category is missing: write “- Category: tools” below the title.');
    case 'no-stage':
      return vscode.l10n.t('the stage is missing: write “- Stage: junior” (or mid, senior) below the title.');
    case 'bad-stage':
      return vscode.l10n.t('“{0}” is no stage: write junior, mid or senior.', quoted);
    case 'no-goals':
      return vscode.l10n.t('there is no goal: each begins with “## One sentence”.');
    case 'empty-heading':
      return vscode.l10n.t('the heading has no words.');
    case 'long-heading':
      return vscode.l10n.t('“{0}” is too long for a heading, and is left out.', quoted);
    case 'long-item':
      return vscode.l10n.t('“{0}” is too long, and is left out.', quoted);
    case 'many':
      return vscode.l10n.t('“{0}” is one too many, and is left out.', quoted);
    case 'twice':
      return vscode.l10n.t('“{0}” is there twice: the first one counts.', quoted);
    case 'no-milestones':
      return vscode.l10n.t('“{0}” has no milestones: write “### Milestones” and a list.', quoted);
    case 'no-skills':
      return vscode.l10n.t('there is no skill: each begins with “## Skill”.');
    case 'no-levels':
      return vscode.l10n.t('“{0}” has no levels: write “- 1 Name: what it looks like”.', quoted);
    case 'bad-level':
      return vscode.l10n.t('“{0}” is no level: write “- 1 Name: what it looks like”, from 0 to 20.', quoted);
    case 'level-twice':
      return vscode.l10n.t('“{0}” has the number of another level: the first one counts.', quoted);
  }
}
