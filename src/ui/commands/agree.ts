import * as vscode from 'vscode';
import { agreementWord } from '../../model/agreementWord.ts';
import { CairnError } from '../../model/errors.ts';
import { type Clause, clauses } from '../../model/growth.ts';
import { inForce } from '../../model/growthOf.ts';
import { clauseWords } from '../words/clauses.ts';
import { nameWord } from '../words/whose.ts';
import { booleanArgument, cancelled, pick, wordArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.agree(clause?, isAgreed = true)`: what the people of a mentorship can agree to, each for themselves:
 * `self-review-first`, `publish-to-programme`. Without arguments it says what that means and asks. Resolves to
 * `{ clause, isAgreed, since }`, `since` being `null` as long as somebody else has not agreed who has to.
 */
export const agree: Command = async (deps, ...args) => {
  const named = wordArgument(args[0], 'clause', clauses);
  const given = booleanArgument(args[1], 'isAgreed');
  await deps.store.load();
  needPlace(deps);
  const clause = named ?? (await askClause(deps));
  const isAgreed = given ?? (named === undefined ? await askWhether(deps, clause) : true);
  return say(deps, clause, isAgreed);
};

/** Explains a clause and asks the user for their word on it. Throws 'cancelled', 'not-found', 'not-yours'. */
export async function decide(deps: Deps, clause: Clause) {
  needPlace(deps);
  return say(deps, clause, await askWhether(deps, clause));
}

async function say(deps: Deps, clause: Clause, isAgreed: boolean) {
  if (isAgreed !== hasAgreed(deps, clause))
    await deps.store.perform([{ type: 'agreement.given', payload: { clause, isAgreed } }]);
  const { since, mayBeLeft } = await standing(deps, clause, isAgreed);
  const said = clauseWords(clause)[agreementWord({ isAgreed, since, mayBeLeft })];
  vscode.window.setStatusBarMessage(said, 8000);
  return { clause, isAgreed, since };
}

/**
 * Since when it holds. What is published no longer holds with the first who says so: then its file goes, where this machine
 * can reach it. Where it found none, another member may have published it elsewhere.
 */
async function standing(deps: Deps, clause: Clause, isAgreed: boolean) {
  const since = inForce(deps.store.agreements, clause);
  if (clause !== 'publish-to-programme') return { since, mayBeLeft: false };
  const { isPublishable, withdraw } = await import('../programme/publish.ts');
  if (isPublishable(deps.store)) return { since, mayBeLeft: false };
  const mayBeLeft = !isAgreed && !(await withdraw(deps));
  return { since: null, mayBeLeft };
}

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
  const people = [...new Set([...mentorship.mentors, ...mentorship.mentees])];
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

const askClause = (deps: Deps): Promise<Clause> =>
  pick(
    vscode.l10n.t('What do you want to agree to, or not any more?'),
    clauses.map((clause) => ({
      label: clauseWords(clause).label,
      description: hasAgreed(deps, clause) ? vscode.l10n.t('you have agreed') : '',
      value: clause,
    })),
  );

async function askWhether(deps: Deps, clause: Clause): Promise<boolean> {
  const isAgreed = hasAgreed(deps, clause);
  const since = inForce(deps.store.agreements, clause);
  const others = (deps.store.agreements.find((one) => one.clause === clause)?.agreed ?? []).filter(
    (name) => !deps.store.space?.isMe(name),
  );
  const yes = vscode.l10n.t('I Agree');
  const no = isAgreed ? vscode.l10n.t('No Longer') : vscode.l10n.t('I Do Not');
  const words = clauseWords(clause);
  const answer = await vscode.window.showInformationMessage(
    isAgreed ? words.again : words.ask,
    {
      modal: true,
      detail: [
        ...words.detail,
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
