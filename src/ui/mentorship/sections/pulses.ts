import * as vscode from 'vscode';
import { dayOf } from '../../../model/isoDate.ts';
import { type Pulse, pulseQuestions } from '../../../model/mentorship.ts';
import { plainLine } from '../../../model/plainLine.ts';
import { type Person, type Point, pulsesByPerson, saidIn, sideOf } from '../../../programme/health/index.ts';
import { commands } from '../../ids.ts';
import type { PanelBlock, PanelItem, PanelSection } from '../../panel/index.ts';
import { plural } from '../../words/language.ts';
import { nameWord } from '../../words/whose.ts';
import { monthTicks } from '../monthTicks.ts';
import { fieldWords, pulseName, pulseSteps } from '../pulseWords.ts';
import type { Around } from './around.ts';

/** Older ones are in the table. */
const mostWords = 6;
const looks = ['solid', 'hatched', 'hollow', 'dotted'] as const;
const keys = ['first', 'second', 'third', 'quiet'] as const;

/** How it is for the user over time, whole, and what others let them see. */
export function pulseSection(around: Around): PanelSection {
  const { look } = around;
  const { people: all, undated } = pulsesByPerson(look.state.pulses, look);
  // One that its author has taken back says nothing.
  const people = all
    .map((person) => ({ ...person, points: person.points.filter((point) => saidIn(point).length > 0) }))
    .filter(({ points }) => points.length > 0);
  const own = people.find(({ isMe }) => isMe);
  const run = (id: string, label: string, command: string) =>
    around.offer(id, label, async () => vscode.commands.executeCommand(command));
  return {
    id: 'pulse',
    heading: vscode.l10n.t('Pulses'),
    note: [
      people.length === 0
        ? vscode.l10n.t(
            'None so far. Four picks say how it is for you: value, clarity, workload, relationship.',
          )
        : vscode.l10n.t(
            'From 1 to 5; more is better in each. Your own are whole, of the others’ you see what they chose to show.',
          ),
      ...(undated > 0
        ? [
            plural(
              undated,
              vscode.l10n.t('1 without a time is left out.'),
              vscode.l10n.t('{0} without a time are left out.', undated),
            ),
          ]
        : []),
    ].join(' '),
    blocks: people.flatMap((person) => blocksOf(around, person)),
    ...(sideOf(look)
      ? {
          offers: [
            run('pulse.give', vscode.l10n.t('Give a pulse'), commands.pulse),
            ...(own
              ? [run('pulse.share', vscode.l10n.t('Choose what others see'), commands.sharePulse)]
              : []),
          ],
        }
      : {}),
  };
}

function blocksOf(around: Around, { name, isMe, points }: Person<Pulse>): PanelBlock[] {
  const caption = isMe
    ? vscode.l10n.t('Your pulses')
    : vscode.l10n.t('What {0} shows of theirs', nameWord(name));
  const on = ({ at }: { at: number }) => around.on(dayOf(new Date(at)));
  const columns = [
    vscode.l10n.t('Day'),
    ...pulseQuestions.map(pulseName),
    ...(isMe ? [vscode.l10n.t('The others see')] : []),
  ];
  const rows = points.map((point) => [
    on(point),
    ...pulseQuestions.map((question) => String(point.answers[question] ?? '–')),
    ...(isMe ? [seenWords(point)] : []),
  ]);
  const { from, to, ticks } = monthTicks(
    points.map(({ at }) => at),
    around.look.now,
  );
  const series = pulseQuestions
    .map((question, i) => ({
      ...{ key: keys[i]!, look: looks[i]!, label: pulseName(question) },
      points: points.map((point) => ({
        ...{ x: point.at, y: inRange(point.answers[question]) },
        name: `${on(point)}: ${pulseName(question)} ${stepWords(question, point.answers[question])}`,
      })),
    }))
    .filter((one) => one.points.some(({ y }) => y !== null));
  const block: PanelBlock = {
    ...{ kind: 'chart', caption, columns, rows },
    picture: { ...{ kind: 'lines', label: caption, isSteps: false, from, to, ticks, max: 5 }, series },
  };
  const words = points
    .filter((point) => point.words !== null && point.words.trim() !== '')
    .slice(-mostWords)
    .toReversed()
    .map((point): PanelItem => ({ text: plainLine(point.words!, 600), about: on(point) }));
  return words.length > 0 ? [block, { kind: 'list', items: words }] : [block];
}

const seenWords = (point: Point<Pulse>): string =>
  point.seen.length === 0 ? vscode.l10n.t('nothing') : fieldWords(point.seen);

const inRange = (value: number | null): number | null =>
  value === null ? null : Math.min(5, Math.max(1, value));

const stepWords = (question: Parameters<typeof pulseSteps>[0], value: number | null): string =>
  value === null ? '–' : vscode.l10n.t('{0} of 5: {1}', value, pulseSteps(question)[value - 1] ?? '');
