import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import { type CharterPart, type CharterRemark, readCharter } from '../../../programme/charter/index.ts';
import type { SessionParts } from '../../sessions/register.ts';
import type { Remark } from '../../sessions/remarksOn.ts';
import { lengthWords, rhythmWords } from '../words.ts';
import { parseCharterPath, standsIn } from './address.ts';

/**
 * What there is to say about the charter as it stands in the editor: what people may want to add, said kindly, since
 * nothing is required; and where it says something else than Cairn counts by. 0-based lines.
 */
export async function charterRemarks(
  { store }: Pick<SessionParts, 'store'>,
  document: Pick<vscode.TextDocument, 'uri' | 'getText'>,
): Promise<Remark[]> {
  const address = parseCharterPath(document.uri.path);
  const shown = store.space?.folder;
  if (address?.version !== null || shown === undefined || !standsIn(address, shown)) return [];
  const { rhythm, length, remarks } = readCharter(document.getText());
  const missing = remarks.filter(({ kind }) => kind === 'missing').map(({ part }) => partName(part));
  const said: Remark[] = remarks
    .filter(({ kind }) => kind !== 'missing')
    .map((remark) => ({ line: remark.line, words: remarkWords(remark) }));
  if (missing.length > 0)
    said.unshift({
      line: 0,
      words: l10n.t(
        'Not in here yet: {0}. Add a heading for what matters to you; nothing has to be there.',
        missing.join(', '),
      ),
    });
  const { mentorship } = store.records;
  if (mentorship && rhythm && rhythm.days !== mentorship.rhythmDays)
    said.push({
      line: rhythm.line,
      words: l10n.t(
        'Cairn reckons with another rhythm: {0}. Saving a new rhythm here changes that; “Cairn: Edit Mentorship” changes it there.',
        rhythmWords(mentorship.rhythmDays),
      ),
    });
  if (mentorship && length && length.months !== mentorship.months)
    said.push({
      line: length.line,
      words: l10n.t(
        'Cairn reckons with another length: {0}. Saving a new length here changes that; “Cairn: Edit Mentorship” changes it there.',
        lengthWords(mentorship.months),
      ),
    });
  return said;
}

function remarkWords({ kind, part }: CharterRemark): string {
  if (part === 'rhythm' && kind === 'unclear')
    return l10n.t(
      'Cairn cannot read this rhythm. It holds all the same; to be reminded, write it like “weekly”, “every two weeks”, “monthly” or “by milestone”.',
    );
  if (part === 'length' && kind === 'unclear')
    return l10n.t(
      'Cairn cannot read this length. It holds all the same; written like “6 months”, “a year” or “open” it can.',
    );
  return l10n.t('Nothing is written here yet about this: {0}. A sentence is enough.', partName(part));
}

function partName(part: CharterPart): string {
  return {
    purpose: l10n.t('what it is for'),
    rhythm: l10n.t('rhythm'),
    confidentiality: l10n.t('confidentiality'),
    responsibilities: l10n.t('who is responsible for what'),
    boundaries: l10n.t('boundaries'),
    rescheduling: l10n.t('rescheduling'),
    length: l10n.t('how long it lasts'),
    remote: l10n.t('what the remote can reveal'),
    ending: l10n.t('how it ends well'),
  }[part];
}
