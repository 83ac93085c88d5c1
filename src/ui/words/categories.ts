import * as vscode from 'vscode';

/** A category on offer in the user's language; one of the user's own words as it is. */
export function categoryWord(category: string): string {
  switch (category) {
    case 'architecture understanding':
      return vscode.l10n.t('Architecture understanding');
    case 'code quality':
      return vscode.l10n.t('Code quality');
    case 'incident response':
      return vscode.l10n.t('Incident response');
    case 'stakeholder communication':
      return vscode.l10n.t('Stakeholder communication');
    case 'operational ownership':
      return vscode.l10n.t('Operational ownership');
    case 'tools':
      return vscode.l10n.t('Tools');
    case 'process':
      return vscode.l10n.t('Process');
    case 'confidence':
      return vscode.l10n.t('Confidence');
    case 'troubleshooting':
      return vscode.l10n.t('Troubleshooting');
    case 'ownership':
      return vscode.l10n.t('Ownership');
    case 'influence':
      return vscode.l10n.t('Influence');
    case 'design judgement':
      return vscode.l10n.t('Design judgement');
    case 'mentoring others':
      return vscode.l10n.t('Mentoring others');
    default:
      return category;
  }
}
