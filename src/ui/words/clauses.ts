import * as vscode from 'vscode';
import type { Clause } from '../../model/growth.ts';

/** What a clause is called, asked, explained, and said to be once somebody spoke. */
export type ClauseWords = {
  label: string;
  ask: string;
  again: string;
  /** What it means, a paragraph each. */
  detail: string[];
  holds: string;
  waits: string;
  ended: string;
  /** In its place where something may be left on another member's machine. */
  left: string;
};

export function clauseWords(clause: Clause): ClauseWords {
  switch (clause) {
    case 'self-review-first':
      return {
        label: vscode.l10n.t('Self-review first'),
        ask: vscode.l10n.t('Self-review first: do you agree?'),
        again: vscode.l10n.t('Self-review first: you have agreed. Is that still so?'),
        detail: [
          vscode.l10n.t(
            'Before asking for review, the mentee notes what reviewers will say. Until that guess is in, what they say on the pull request stays hidden from the mentee in Cairn: in the Feedback view, in the counts and beside the code. The mentor sees everything.',
          ),
          vscode.l10n.t(
            'The mentee can show it without a guess at any time. Nothing is hidden on GitHub, and nothing of pull requests whose review had begun before.',
          ),
          vscode.l10n.t('It holds while one who mentors and one who is mentored agree. Each can end it.'),
        ],
        holds: vscode.l10n.t('Cairn: self-review first is agreed.'),
        waits: vscode.l10n.t('Cairn: noted. It holds as soon as somebody on the other side agrees as well.'),
        ended: vscode.l10n.t('Cairn: noted. Self-review first does not hold.'),
        left: vscode.l10n.t('Cairn: noted. Self-review first does not hold.'),
      };
    case 'publish-to-programme':
      return {
        label: vscode.l10n.t('Publish to the programme'),
        ask: vscode.l10n.t('Publish to the programme: do you agree?'),
        again: vscode.l10n.t('Publish to the programme: you have agreed. Is that still so?'),
        detail: [
          vscode.l10n.t(
            'A small file in your programme’s folder says that this mentorship exists: its kind, how often you agreed to meet, whether that is kept, whether it runs or rests, how many you are, and the hours a month that were agreed.',
          ),
          vscode.l10n.t(
            'No names, no title, no goals, no feedback, no pulses, no days. The file’s name is random. Whoever writes it sees it whole before it is written.',
          ),
          vscode.l10n.t(
            'It takes the word of everybody whom the mentorship names. Each can take it back: then the file goes from the folder, at once or when whoever published it next opens this space in Cairn; copies that others made of the folder may keep it.',
          ),
        ],
        holds: vscode.l10n.t(
          'Cairn: publishing is agreed. “Cairn: Publish Space to the Programme” shows what would be written.',
        ),
        waits: vscode.l10n.t('Cairn: noted. Nothing is published before everybody has agreed.'),
        ended: vscode.l10n.t('Cairn: noted. This mentorship is not published.'),
        left: vscode.l10n.t(
          'Cairn: noted. Publishing is not agreed. If another member published this mentorship, the file goes when they next open this space in Cairn.',
        ),
      };
  }
}
