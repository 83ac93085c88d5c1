import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { type Clause, clauses } from '../../model/growth.ts';
import { inForce } from '../../model/growthOf.ts';
import { nameWord } from '../words/whose.ts';
import { booleanArgument, cancelled, wordArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.agree(clause?, isAgreed = true)`: what the people of a mentorship can agree to, each for themselves; so far
 * `self-review-first`. Without arguments it says what that means and asks. Resolves to `{ clause, isAgreed, since }`,
 * `since` being `null` as long as nobody else has agreed who has to.
 */
export const agree: Command = async (deps, ...args) => {
  const named = wordArgument(args[0], 'clause', clauses);
  const given = booleanArgument(args[1], 'isAgreed');
  await deps.store.load();
  needPlace(deps);
  const clause = named ?? clauses[0];
  const isAgreed = given ?? (named === undefined ? await askWhether(deps, clause) : true);
  if (isAgreed !== hasAgreed(deps, clause))
    await deps.store.perform([{ type: 'agreement.given', payload: { clause, isAgreed } }]);
  const since = inForce(deps.store.agreements, clause);
  vscode.window.setStatusBarMessage(
    since !== null
      ? vscode.l10n.t('Cairn: self-review first is agreed.')
      : isAgreed
        ? vscode.l10n.t('Cairn: noted. It holds as soon as somebody on the other side agrees as well.')
        : vscode.l10n.t('Cairn: noted. Self-review first does not hold.'),
    8000,
  );
  return { clause, isAgreed, since };
};

/** A word of somebody who neither mentors nor is mentored would never count. */
function needPlace({ store }: Deps): void {
  const { mentorship } = store.records;
  if (!mentorship)
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'Nobody knows here who mentors whom. “Cairn: Create Space” begins a mentorship; in a shared space its mentor or mentee can agree.',
      ),
    );
  const people = [...mentorship.mentors, ...mentorship.mentees];
  if (people.some((name) => store.space?.isMe(name))) return;
  throw new CairnError(
    'not-yours',
    vscode.l10n.t(
      'Only those who mentor or are mentored here can agree: {0}.',
      people.map(nameWord).join(', '),
    ),
  );
}

function hasAgreed({ store }: Deps, clause: Clause): boolean {
  const agreed = store.agreements.find((one) => one.clause === clause)?.agreed ?? [];
  return agreed.some((name) => store.space?.isMe(name));
}

async function askWhether(deps: Deps, clause: Clause): Promise<boolean> {
  const isAgreed = hasAgreed(deps, clause);
  const since = inForce(deps.store.agreements, clause);
  const others = (deps.store.agreements.find((one) => one.clause === clause)?.agreed ?? []).filter(
    (name) => !deps.store.space?.isMe(name),
  );
  const yes = vscode.l10n.t('I Agree');
  const no = isAgreed ? vscode.l10n.t('No Longer') : vscode.l10n.t('I Do Not');
  const answer = await vscode.window.showInformationMessage(
    isAgreed
      ? vscode.l10n.t('Self-review first: you have agreed. Is that still so?')
      : vscode.l10n.t('Self-review first: do you agree?'),
    {
      modal: true,
      detail: [
        vscode.l10n.t(
          'Before asking for review, the mentee notes what reviewers will say. Until that guess is in, what they say on the pull request stays hidden from the mentee in Cairn: in the Feedback view, in the counts and beside the code. The mentor sees everything.',
        ),
        vscode.l10n.t(
          'The mentee can show it without a guess at any time. Nothing is hidden on GitHub, and nothing of pull requests whose review had begun before.',
        ),
        vscode.l10n.t('It holds while one who mentors and one who is mentored agree. Each can end it.'),
        others.length > 0 && vscode.l10n.t('Agreed so far: {0}.', others.map(nameWord).join(', ')),
        isAgreed && since === null && vscode.l10n.t('You have agreed; the other side has not yet.'),
      ]
        .filter(Boolean)
        .join('\n\n'),
    },
    ...(isAgreed ? [no] : [yes, no]),
  );
  if (answer === undefined) throw cancelled();
  return answer === yes;
}
