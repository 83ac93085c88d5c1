import * as vscode from 'vscode';
import { reasons } from '../../coach/comment/reasons.ts';
import type { Finding, FindingCode, Fix } from '../../coach/comment/types.ts';

export const rangeOf = (document: vscode.TextDocument, { start, end }: Finding): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

/** A finding as an underline: a nudge, never a warning. */
export function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const { Information } = vscode.DiagnosticSeverity;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), messageOf(finding), Information);
  diagnostic.source = 'Cairn';
  diagnostic.code = { value: finding.code, target: vscode.Uri.parse(reasons[finding.code].source.url) };
  return diagnostic;
}

/** What a kind of finding is called. */
export function kindName(code: FindingCode): string {
  switch (code) {
    case 'no-why':
      return vscode.l10n.t('a request without a reason');
    case 'vague':
      return vscode.l10n.t('nothing to act on');
    case 'about-the-person':
      return vscode.l10n.t('about the person');
    case 'harsh':
      return vscode.l10n.t('harsh words');
    case 'command-not-question':
      return vscode.l10n.t('an order where a question would do');
    case 'blocking-unclear':
      return vscode.l10n.t('unclear whether it must be done');
    case 'too-much':
      return vscode.l10n.t('much at once');
  }
}

/** In English the finding itself says more. */
function messageOf({ code, message }: Finding): string {
  if (!vscode.l10n.bundle) return message;
  switch (code) {
    case 'no-why':
      return vscode.l10n.t('Say why, so that the reader can decide alike next time.');
    case 'vague':
      return vscode.l10n.t('Say what is to be done, and where.');
    case 'about-the-person':
      return vscode.l10n.t('Speak of the code, not of the person.');
    case 'harsh':
      return vscode.l10n.t('This may hurt more than it helps.');
    case 'command-not-question':
      return vscode.l10n.t('A question would let the reader find the way.');
    case 'blocking-unclear':
      return vscode.l10n.t('Say whether this must be done.');
    case 'too-much':
      return vscode.l10n.t('Keep to what matters most; the rest can wait.');
  }
}

/** Why a kind of finding matters, in a sentence. */
export function whyOf(code: FindingCode): string {
  if (!vscode.l10n.bundle) return reasons[code].why;
  switch (code) {
    case 'no-why':
      return vscode.l10n.t(
        '42 % of studied review comments ask for something without a reason, and a reason is what teaches.',
      );
    case 'vague':
      return vscode.l10n.t('28.8 % of studied review comments were unclear in at least one way.');
    case 'about-the-person':
      return vscode.l10n.t(
        'In over a third of studies feedback did harm, more so when it was about the person instead of the task.',
      );
    case 'harsh':
      return vscode.l10n.t(
        'Such words can leave bad feelings about a review; a program cannot know that, so it is your call.',
      );
    case 'command-not-question':
      return vscode.l10n.t('A question gives the reader the thinking, and the learning.');
    case 'blocking-unclear':
      return vscode.l10n.t(
        'A label such as “nitpick” or “(non-blocking)” says whether the change has to wait.',
      );
    case 'too-much':
      return vscode.l10n.t('One to three ideas a round are enough to learn from.');
  }
}

/** What a quick fix is called; of several alike, what it writes tells them apart. */
export function fixTitle(fix: Fix): string {
  if (!vscode.l10n.bundle) return fix.title;
  const written = fix.edits
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' … ');
  const name = fixName(fix);
  return ['label', 'question'].includes(fix.id) ? `${name}: “${written.slice(0, 60)}”` : name;
}

function fixName({ id, title }: Fix): string {
  switch (id) {
    case 'label':
      return vscode.l10n.t('Put a label in front');
    case 'because':
      return vscode.l10n.t('Add the reason: “because …”');
    case 'question':
      return vscode.l10n.t('Ask a question instead');
    case 'impact':
      return vscode.l10n.t('Say what happens: “when …, then …”');
    case 'task':
      return vscode.l10n.t('Speak of the code instead of the person');
    case 'drop':
      return vscode.l10n.t('Leave these words out');
    case 'calm':
      return vscode.l10n.t('Say it calmly');
    case 'specific':
      return vscode.l10n.t('Say what is to be done');
    case 'later':
      return vscode.l10n.t('Mark it as not urgent');
    default:
      return title;
  }
}
