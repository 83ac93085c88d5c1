import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import { daysAfter, othersOf, type Sign, talkAction, type Way } from '../../programme/health/index.ts';
import { ask } from '../commands/ask.ts';
import { listWords } from '../growth/panelWords.ts';
import { commands, views } from '../ids.ts';
import { nameWord } from '../words/whose.ts';
import type { Health } from './look.ts';

/**
 * Goes a way out: each is a command of its own, which asks what it has to know. Rejects with what that rejects with.
 * Resolves to whether it was gone: whoever leaves the questions has not.
 */
export async function goWay(way: Way, about: string | null, look: Health): Promise<boolean> {
  return (await goneWith(way, about, look)) !== undefined;
}

async function goneWith(way: Way, about: string | null, look: Health): Promise<unknown> {
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  switch (way) {
    case 'readCharter':
      return run(commands.openCharter);
    case 'acceptCharter':
      return run(commands.acceptCharter);
    case 'answerTrial':
      return run(commands.answerTrial, ...(about === null ? [] : [{ day: Number(about) }]));
    case 'givePulse':
      return run(commands.pulse);
    case 'shareSpace':
      return run(commands.showSpace);
    case 'planSession':
      return run(commands.prepareSession);
    case 'prepare':
      return run(commands.prepareSession, {});
    case 'openPromises':
      return run(`${views.sessions}.focus`);
    case 'nextStep':
      return run(commands.addNextAction, { goal: about, fromPage: true });
    case 'editGoal':
      return run(commands.editGoal, about);
    case 'archiveGoal':
      return run(commands.archiveGoal, about);
    case 'resetGoals': {
      const date = daysAfter(dayOf(look.now), 7);
      return run(commands.prepareSession, { kind: 'retrospective', date });
    }
    case 'editPeople':
      return run(commands.editMentorship);
    case 'changeRhythm':
      return run(commands.editMentorship, undefined, { asks: 'rhythmDays' });
    case 'changeBudget':
      return run(commands.editMentorship, undefined, { asks: 'hoursPerMonth' });
    case 'showLoad':
      return run(commands.showLoad);
    case 'pause':
    case 'pauseAgain':
      return run(commands.pauseMentorship);
    case 'resume':
      return run(commands.resumeMentorship);
    case 'handOver':
      return run(commands.handOverMentorship);
    case 'end':
      return run(commands.endMentorship);
    case 'talk':
      return talk(look);
  }
}

/** Nothing is arranged over anybody's head: what is noted is to ask the other side first. */
async function talk(look: Health): Promise<unknown> {
  const others = othersOf(look).slice(0, 5).map(nameWord);
  const text = await ask({
    prompt: vscode.l10n.t(
      'Noted as your next action; only you see it until you share it. A third person is asked in only if you both agree.',
    ),
    value:
      others.length === 0
        ? vscode.l10n.t('Ask whether we talk with our manager or programme lead together')
        : vscode.l10n.t(
            'Ask {0} whether we talk with our manager or programme lead together',
            listWords(others),
          ),
    validate: (typed) => (typed.trim() === '' ? vscode.l10n.t('Write what you want to do.') : undefined),
  });
  return vscode.commands.executeCommand(commands.addNextAction, talkAction(text, look));
}

/** The thing that a way is about, as its command takes it. */
export const wayAbout = ({ kind, about }: Pick<Sign, 'kind' | 'about'>): string | null =>
  kind === 'goal' || kind === 'trial' ? about : null;
