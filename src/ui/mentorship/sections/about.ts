import * as vscode from 'vscode';
import { dayOf } from '../../../model/isoDate.ts';
import { plainLine } from '../../../model/plainLine.ts';
import { dayOfTime, sideOf } from '../../../programme/health/index.ts';
import { listWords } from '../../growth/panelWords.ts';
import { commands } from '../../ids.ts';
import type { PanelItem, PanelOffer, PanelSection } from '../../panel/index.ts';
import { plural } from '../../words/language.ts';
import { nameWord } from '../../words/whose.ts';
import type { Around } from './around.ts';

/** What it is for, who takes part, since when, and whether it runs. */
export function aboutSection(around: Around): PanelSection {
  const { mentorship } = around;
  const { purpose, hopes, mentors, mentees } = mentorship;
  const rows: PanelItem[] = [
    ...mentors.map((name) => person(around, name, vscode.l10n.t('Mentor'))),
    ...mentees.map((name) => person(around, name, vscode.l10n.t('Mentee'))),
    ...ownReason(around),
  ];
  const texts = [
    purpose ??
      vscode.l10n.t('No purpose is written down yet: one sentence helps both to see whether it works.'),
    ...hope(mentees, hopes?.mentees),
    ...hope(mentors, hopes?.mentors),
  ];
  return {
    id: 'about',
    heading: vscode.l10n.t('What it is for, and who'),
    note: statusWords(around),
    blocks: [
      { kind: 'text', text: texts.join('\n\n') },
      { kind: 'list', items: rows },
    ],
    ...(sideOf(around.look) ? { offers: offersOf(around) } : {}),
  };
}

/** What one side hopes to learn, with its names. */
function hope(names: readonly string[], words: string | undefined): string[] {
  if (!words) return [];
  const who = listWords(names.slice(0, 5).map(nameWord));
  return [
    names.length === 1
      ? vscode.l10n.t('What {0} hopes to learn: {1}', who, plainLine(words, 600))
      : vscode.l10n.t('What {0} hope to learn: {1}', who, plainLine(words, 600)),
  ];
}

function person({ look, mentorship }: Around, name: string, role: string): PanelItem {
  const has = look.isMe(name) || look.hasWritten(name);
  const isOld = (mentorship.startsOn ?? '') !== '' || look.since !== null;
  return {
    text: look.isMe(name) ? vscode.l10n.t('{0} (you)', nameWord(name)) : nameWord(name),
    about: role,
    ...(has || !isOld ? {} : { marks: [vscode.l10n.t('nothing from them has arrived here yet')] }),
  };
}

/** Why it rests or is over, in words that nobody else has: not among those that are copied with the section. */
function ownReason({ mentorship }: Around): PanelItem[] {
  const { status, statusReason, isReasonPrivate } = mentorship;
  if (status === 'active' || !statusReason || !isReasonPrivate) return [];
  const marks = [vscode.l10n.t('only you see it')];
  return [{ text: plainLine(statusReason, 200), marks, isOnlyHere: true }];
}

function statusWords(around: Around): string {
  const { mentorship, look } = around;
  const { status, statusUntil, statusSince, statusReason, isReasonPrivate, months } = mentorship;
  const since = dayOfTime(look.since);
  const begun = since ? [vscode.l10n.t('Since {0}', around.on(since))] : [];
  const long = months
    ? [plural(months, vscode.l10n.t('meant for 1 month'), vscode.l10n.t('meant for {0} months', months))]
    : [];
  const changed = dayOfTime(statusSince);
  const reason = statusReason && !isReasonPrivate ? [plainLine(statusReason, 200)] : [];
  if (status === 'active') return [...begun, ...long].join(' · ');
  const when = changed ? around.on(changed) : '';
  const now =
    status === 'ended'
      ? when
        ? vscode.l10n.t('Ended on {0}', when)
        : vscode.l10n.t('Ended')
      : statusUntil && statusUntil < dayOf(look.now)
        ? vscode.l10n.t('Paused until {0}, which is over: go on, or end it well', around.on(statusUntil))
        : statusUntil
          ? vscode.l10n.t('Paused until {0}: nothing is asked or noticed', around.on(statusUntil))
          : vscode.l10n.t('Paused: nothing is asked or noticed');
  return [...begun, now, ...reason].join(' · ');
}

function offersOf(around: Around): PanelOffer[] {
  const { status } = around.mentorship;
  const run = (id: string, label: string, command: string, says?: string) =>
    around.offer(id, label, async () => vscode.commands.executeCommand(command), says ? { says } : {});
  const edit = run(
    'about.edit',
    vscode.l10n.t('Edit'),
    commands.editMentorship,
    vscode.l10n.t('Edit the mentorship'),
  );
  if (status === 'ended')
    return [run('about.resume', vscode.l10n.t('Take it up again'), commands.resumeMentorship)];
  return [
    edit,
    status === 'paused'
      ? run('about.resume', vscode.l10n.t('Go on'), commands.resumeMentorship)
      : run('about.pause', vscode.l10n.t('Pause'), commands.pauseMentorship),
    ...(sideOf(around.look)?.mentors
      ? [run('about.handOver', vscode.l10n.t('Hand over'), commands.handOverMentorship)]
      : []),
    run('about.end', vscode.l10n.t('End well'), commands.endMentorship),
  ];
}
