import * as vscode from 'vscode';
import type { Pair } from '../../../programme/match/types.ts';
import { commands } from '../../ids.ts';
import type { PanelContent, PanelItem, PanelSection } from '../../panel/content.ts';
import { plural } from '../../words/language.ts';
import { type For, personName, reasonsOf, tradeOffsOf } from '../../words/matches.ts';
import { messageTo } from './message.ts';
import { problemSection } from './problemSection.ts';
import type { Found } from './proposals.ts';
import { startOnce } from './startOnce.ts';

/** Reasons and what stands against it, in one line. */
export const pairLine = (pair: Pair, whom: For): string => {
  const [reasons, against] = [reasonsOf(pair, whom).join('; '), tradeOffsOf(pair, whom).join('; ')];
  return against === '' ? reasons : vscode.l10n.t('{0}. To know: {1}', reasons, against);
};

/** What the panel shows of proposals. */
export function findContent({ mentors, mentees, full, me, programme }: Found): PanelContent {
  const others = plural(
    full,
    vscode.l10n.t('1 other would fit and takes nobody now.'),
    vscode.l10n.t('{0} others would fit and take nobody now.', full),
  );
  const sections: (PanelSection | false)[] = [
    {
      id: 'mentors',
      heading: vscode.l10n.t('Who may be your mentor'),
      note: vscode.l10n.t(
        'By what they wrote themselves, and by code that you both know where commits or reviews of it are on this machine. Only you see this.',
      ),
      blocks:
        mentors.length > 0
          ? [{ kind: 'list', items: mentors.map((pair) => itemOf(pair, true)) }]
          : [{ kind: 'text', text: nobody(me.wants.length > 0) }],
      offers: [
        { id: 'profile', label: vscode.l10n.t('Edit Your Profile') },
        { id: 'again', label: vscode.l10n.t('Look Again') },
      ],
    },
    full > 0 && { id: 'full', heading: vscode.l10n.t('Not now'), blocks: [{ kind: 'text', text: others }] },
    mentees.length > 0 && {
      id: 'mentees',
      heading: vscode.l10n.t('Whose mentor you may be'),
      note: vscode.l10n.t('They look for somebody in what you offer, whoever has more experience.'),
      blocks: [{ kind: 'list', items: mentees.map((pair) => itemOf(pair, false)) }],
    },
    problemSection(programme),
  ];
  return { title: vscode.l10n.t('Find a mentor'), sections: sections.filter((one) => one !== false) };
}

const nobody = (hasWants: boolean) =>
  hasWants
    ? vscode.l10n.t(
        'Nobody in the programme fits now. Wider words may find more: "testing" rather than a tool. Or ask around with "Cairn: Ask for Help: Who Can Show Me".',
      )
    : vscode.l10n.t('Your profile says nothing of what you want to learn yet. A few words are enough.');

function itemOf(pair: Pair, isMyMentor: boolean): PanelItem {
  const person = isMyMentor ? pair.mentor : pair.mentee;
  const name = personName(person);
  const start = vscode.l10n.t('Start Mentorship');
  const copy = vscode.l10n.t('Copy Words to Send');
  const side = isMyMentor ? 'mentor' : 'mentee';
  return {
    text: name,
    about: pairLine(pair, isMyMentor ? 'mentee' : 'mentor'),
    marks: [
      ...(person.team === null ? [] : [person.team]),
      ...(pair.kind === 'reverse' && isMyMentor ? [vscode.l10n.t('the other way round')] : []),
    ],
    offers: [
      { id: `copy:${side}:${person.login}`, label: copy, says: vscode.l10n.t('{0}: {1}', copy, name) },
      { id: `start:${side}:${person.login}`, label: start, says: vscode.l10n.t('{0}: {1}', start, name) },
    ],
  };
}

/** The pair that an offer of the panel names. */
export function pairOf(
  { mentors, mentees }: Found,
  offer: string,
): { act: string; pair: Pair; isMyMentor: boolean } | null {
  const [act, side, login] = offer.split(':');
  const isMyMentor = side === 'mentor';
  const pairs = isMyMentor ? mentors : side === 'mentee' ? mentees : [];
  const pair = pairs.find((one) => (isMyMentor ? one.mentor : one.mentee).login === login);
  return act && pair ? { act, pair, isMyMentor } : null;
}

type Chosen = { pair: Pair; isMyMentor: boolean };

/** One click, or one row too far down, makes no space. */
const startPair = startOnce<Chosen>(
  async ({ pair, isMyMentor }) => {
    const start = vscode.l10n.t('Start Mentorship');
    const question = isMyMentor
      ? vscode.l10n.t('Start a mentorship with {0} as your mentor?', personName(pair.mentor))
      : vscode.l10n.t('Start a mentorship with {0} as your mentee?', personName(pair.mentee));
    const detail = vscode.l10n.t(
      'It gets a space of its own, which is shown then. Nobody is told: talk with each other first.',
    );
    return (await vscode.window.showInformationMessage(question, { modal: true, detail }, start)) === start;
  },
  ({ pair }) =>
    vscode.commands.executeCommand(commands.startMentorship, {
      kind: pair.kind === 'reverse' ? 'reverse' : 'one-to-one',
      mentors: [pair.mentor.login],
      mentees: [pair.mentee.login],
    }),
);

/** Copies words to send, or asks and then begins the mentorship. */
export async function actOnPair(act: string, pair: Pair, isMyMentor: boolean): Promise<unknown> {
  if (act === 'start') return startPair({ pair, isMyMentor });
  await vscode.env.clipboard.writeText(messageTo(pair, isMyMentor));
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Copied. Nothing was sent: paste it where you talk.'),
    8000,
  );
  return undefined;
}
