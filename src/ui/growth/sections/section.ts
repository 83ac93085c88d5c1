import * as vscode from 'vscode';
import type { Panel } from '../../../growth/panel/index.ts';
import type { Section } from '../panelProtocol.ts';

/** What a section is made from. */
export type Around = {
  panel: Panel;
  now: Date;
  mentee: string | null;
  /** Who looks at it is the mentee. */
  isMentee: boolean;
  /** What became of lines is still being worked out. */
  isFollowing: boolean;
  /** Themes could not be worked out. */
  isWithoutThemes: boolean;
  /** Pieces that wait for their mentee's guess. */
  held: number;
  /** From when until when, in words. */
  when: string;
};

type Made = Pick<Section, 'id' | 'title' | 'summary'> & Partial<Section>;

/** A section with what most have not. */
export function section(made: Made): Section {
  return {
    ...{ notes: [], figures: [], themes: [], moreThemes: null, legend: null, offers: [] },
    copyName: vscode.l10n.t('Copy as Markdown: {0}', made.title),
    tableName: vscode.l10n.t('Show as table: {0}', made.title),
    ...made,
  };
}
