import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Deps } from '../commands/deps.ts';
import { commands } from '../ids.ts';
import { heldName, topicsWords } from '../sessionsView/words.ts';
import { nameWord } from '../words/whose.ts';

/** What shows a skill: something of the space, or an address. */
export type Evidence = {
  kind: 'feedback' | 'session' | 'goal' | 'address' | 'gone';
  /** One plain line. */
  label: string;
  about: string;
};

/** Only what a browser opens. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S{1,1990}$/.test(text);

/** What an id or an address stands for, as far as it is here: what is private to somebody else, or gone, is not. */
export function evidenceOf({ store }: Pick<Deps, 'store'>, id: string): Evidence {
  if (isAddress(id)) return { kind: 'address', label: plainLine(id, 300), about: '' };
  const goal = store.goals.find((one) => one.id === id);
  if (goal) return { kind: 'goal', label: plainLine(goal.title, 200), about: vscode.l10n.t('goal') };
  const session = store.sessions.find((one) => one.id === id);
  if (session)
    return {
      kind: 'session',
      label: heldName(session, new Date()),
      about: plainLine(topicsWords(session), 200),
    };
  const feedback = store.feedback.find((one) => one.id === id);
  if (!feedback)
    return { kind: 'gone', label: vscode.l10n.t('Something that is not here (any more)'), about: '' };
  const { body, author, pullRequest } = feedback;
  const about = [nameWord(author), pullRequest && `${pullRequest.repository}#${pullRequest.number}`];
  return { kind: 'feedback', label: plainLine(body, 200), about: about.filter(Boolean).join(' · ') };
}

/** Shows it: code and conversation, the session's text, the goal's growth, or the page in a browser. */
export async function openEvidence(deps: Pick<Deps, 'store' | 'open'>, id: string): Promise<void> {
  const { kind } = evidenceOf(deps, id);
  const feedback = deps.store.getFeedback(id);
  if (kind === 'address') await vscode.env.openExternal(vscode.Uri.parse(id, true));
  else if (kind === 'session') await vscode.commands.executeCommand(commands.openSession, id);
  else if (kind === 'goal') await vscode.commands.executeCommand(commands.showGrowth, { goal: id });
  else if (kind === 'feedback' && feedback) await deps.open(feedback);
}
