import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { needMentorship } from '../mentorship/place.ts';
import { longestReason, type StatusWords, setStatus } from '../mentorship/status.ts';
import { booleanArgument, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { text } from './mentorshipInput.ts';
import { askPick, askSteps, back, type Step } from './steps.ts';

/**
 * `cairn.endMentorship({ reason?, isReasonPrivate? }?)`: ends the mentorship of the space that is shown; everything stays
 * readable, and it can be resumed. The reason is nobody's due, and may stay with its author. Without an argument it asks,
 * offers other ways, and afterwards the close-out report and thanks. Resolves to `{ status }`.
 */
export const endMentorship: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const { status } = await needMentorship(deps);
  if (given) {
    const reason = textArgument(given.reason, 'reason', longestReason)?.trim() ?? null;
    const isReasonPrivate = booleanArgument(given.isReasonPrivate, 'isReasonPrivate') ?? false;
    return setStatus(deps, 'ended', { reason, isReasonPrivate });
  }
  if (status === 'ended') {
    offerClosing(vscode.l10n.t('This mentorship has ended already.'));
    return undefined;
  }
  const draft: Asked = { way: 'end', reason: '', isReasonPrivate: false };
  await askSteps(vscode.l10n.t('End the mentorship'), () => stepsFor(draft));
  if (draft.way !== 'end') return vscode.commands.executeCommand(commands[draft.way]);
  const words: StatusWords = { reason: draft.reason || null, isReasonPrivate: draft.isReasonPrivate };
  const ended = await setStatus(deps, 'ended', words);
  offerClosing(
    vscode.l10n.t(
      'The mentorship has ended. What was worth it is worth writing down, and a thank-you lasts.',
    ),
  );
  return ended;
};

type Way = 'end' | 'pauseMentorship' | 'handOverMentorship';
type Asked = { way: Way; reason: string; isReasonPrivate: boolean };

function stepsFor(draft: Asked): Step[] {
  const steps: Step[] = [
    async (place) => {
      const way = await askPick<Way>(
        place,
        vscode.l10n.t('Ending is no failure. Which way fits?'),
        [
          {
            label: `$(flag) ${vscode.l10n.t('End it')}`,
            detail: vscode.l10n.t(
              'All see that it has ended. Everything stays readable, and it can be resumed.',
            ),
            value: 'end',
          },
          {
            label: `$(debug-pause) ${vscode.l10n.t('Pause it instead…')}`,
            detail: vscode.l10n.t('For a busy month: nothing is due until then.'),
            value: 'pauseMentorship',
          },
          {
            label: `$(arrow-swap) ${vscode.l10n.t('Hand it over to another mentor instead…')}`,
            detail: vscode.l10n.t('Goals and history stay with the mentee.'),
            value: 'handOverMentorship',
          },
        ],
        draft.way,
      );
      if (way === back) return back;
      draft.way = way;
      return undefined;
    },
  ];
  if (draft.way !== 'end') return steps;
  steps.push(
    text(
      vscode.l10n.t('Why does it end? You need not say; Enter goes on without'),
      '',
      () => draft.reason,
      (typed) => {
        if (typed.length > longestReason)
          return vscode.l10n.t('That is too long: {0} characters at most.', longestReason);
        draft.reason = typed.trim();
        return undefined;
      },
    ),
  );
  if (draft.reason !== '') steps.push((place) => askForWhom(place, draft));
  return steps;
}

async function askForWhom(place: Parameters<Step>[0], draft: Asked): Promise<typeof back | undefined> {
  const isPrivate = await askPick(
    place,
    vscode.l10n.t('Who may read the reason?'),
    [
      {
        label: `$(organization) ${vscode.l10n.t('Everybody in the space')}`,
        description: vscode.l10n.t('it stays in the remote’s history'),
        value: false,
      },
      {
        label: `$(lock) ${vscode.l10n.t('Only me')}`,
        description: vscode.l10n.t('it stays on this machine'),
        value: true,
      },
    ],
    draft.isReasonPrivate,
  );
  if (isPrivate === back) return back;
  draft.isReasonPrivate = isPrivate;
  return undefined;
}

/** What ends it well, for whoever wants to; nothing waits for the answer. */
function offerClosing(words: string): void {
  const report = vscode.l10n.t('Write Close-Out Report');
  const thanks = vscode.l10n.t('Say Thanks');
  void vscode.window.showInformationMessage(words, report, thanks).then((answer) => {
    if (answer === undefined) return;
    void vscode.commands.executeCommand(answer === report ? commands.writeReport : commands.kudos);
  });
}

/** Throws 'invalid-argument' for what is over: it would have to be resumed first. */
export function needRunning(status: string): void {
  if (status === 'ended')
    throw invalid(
      vscode.l10n.t('This mentorship has ended. “Cairn: Resume Mentorship” brings it back first.'),
    );
}
