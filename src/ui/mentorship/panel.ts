import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import { commands } from '../ids.ts';
import type { PanelContent, PanelSpec } from '../panel/index.ts';
import { type HealthStore, lookAt } from './look.ts';
import { aboutSection } from './sections/about.ts';
import { Around } from './sections/around.ts';
import { kudosSection, loadSection } from './sections/more.ts';
import { noticedSection } from './sections/noticed.ts';
import { pulseSection } from './sections/pulses.ts';
import { charterSection, rhythmSection } from './sections/rhythm.ts';
import { trialSection } from './sections/trial.ts';

type PanelStore = HealthStore & { readonly onDidChange: vscode.Event<unknown>; load(): Promise<void> };

/** The panel of the mentorship of whichever space is active: what it shows, and what its offers do. */
export function mentorshipPanel(store: PanelStore): PanelSpec {
  let acts = new Map<string, () => Promise<unknown>>();
  return {
    id: 'mentorship',
    onDidChange: store.onDidChange,
    again: { command: commands.showMentorship },
    async read() {
      await store.load();
      const fresh = new Map<string, () => Promise<unknown>>();
      const content = await mentorshipContent(store, fresh);
      acts = fresh;
      return content;
    },
    async act(offer) {
      try {
        await acts.get(offer)?.();
      } catch (error) {
        if (!(error instanceof CairnError && error.code === 'cancelled')) throw error;
      }
    },
  };
}

/** @param acts what each offer does, by its id; filled here */
export async function mentorshipContent(
  store: HealthStore,
  acts: Map<string, () => Promise<unknown>>,
  now = new Date(),
): Promise<PanelContent> {
  const look = await lookAt(store, now);
  const { mentorship } = store.records;
  if (!look || !mentorship) return nobody(acts);
  const around = new Around({ look, mentorship, store }, acts);
  return {
    title: plainLine(mentorship.title, 80) || vscode.l10n.t('Mentorship'),
    sections: [
      ...[aboutSection(around), noticedSection(around), rhythmSection(around), charterSection(around)],
      ...[trialSection(around), pulseSection(around), kudosSection(around), ...loadSection(around)],
    ],
  };
}

/** Where nobody is recorded, the first thing is to say who mentors whom. */
function nobody(acts: Map<string, () => Promise<unknown>>): PanelContent {
  acts.set('start', async () => vscode.commands.executeCommand(commands.startMentorship));
  return {
    title: vscode.l10n.t('Mentorship'),
    sections: [
      {
        id: 'start',
        heading: vscode.l10n.t('No mentorship yet'),
        note: vscode.l10n.t('Nobody knows here who mentors whom. Two minutes: who, what for, how often.'),
        blocks: [],
        offers: [{ id: 'start', label: vscode.l10n.t('Start a mentorship'), isPrimary: true }],
      },
    ],
  };
}
