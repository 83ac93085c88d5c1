import * as vscode from 'vscode';
import { forOthers } from '../../programme/match/forOthers.ts';
import { readNoGo } from '../../programme/match/noGo.ts';
import { isLogin } from '../../programme/roster/types.ts';
import { commands } from '../ids.ts';
import { openPanel } from '../panel/index.ts';
import { sectionMarkdown, sectionsToTake } from '../panel/markdown.ts';
import { type MatchAsked, type Matched, matchNow, toldMatches } from '../programme/roster/matches.ts';
import { matchContent } from '../programme/roster/matchPanel.ts';
import { openNoGoFile } from '../programme/roster/noGo.ts';
import { openProblemFile } from '../programme/roster/problemSection.ts';
import { writeText } from '../report/write.ts';
import { booleanArgument, invalid, objectArgument, wordArgument } from './ask.ts';
import { needFolder } from './chooseProgrammeFolder.ts';
import type { Command, Deps } from './deps.ts';
import { fileArgument } from './fileInput.ts';

const everybody: MatchAsked = { noGo: [], running: [], people: null };

/**
 * `cairn.matchProgramme({ people?, noGo?, running?, format?, file?, show? }?)`: a mentor for everybody of the programme who
 * looks for one, as far as places go, with reasons; who stays without one and what would help. `people` are the logins who
 * take part (else all), `noGo` pairs of logins to be kept apart beside those of `<data>/programme/no-go.json`, `running`
 * pairs of [mentor, mentee] that run already. Nothing is written but `file`, as Markdown or JSON. Without an argument, or
 * with `show`, it opens a panel. Resolves to `{ pairs, unmatched, open, problems }`, with `text` for a `format` without a
 * file. Neither says who is kept apart: the panel alone does.
 */
export const matchProgramme: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  if (!given) {
    await needFolder(deps);
    return showPanel(deps, everybody);
  }
  const asked: MatchAsked = {
    noGo: pairsArgument(given.noGo, 'noGo'),
    running: pairsArgument(given.running, 'running'),
    people: peopleArgument(given.people),
  };
  const format = wordArgument(given.format, 'format', ['markdown', 'json'] as const);
  const file = fileArgument(given.file);
  if (file && !format) throw invalid(vscode.l10n.t('"format" is missing: markdown or json?'));
  const show = booleanArgument(given.show, 'show');
  const matched = await matchNow(deps, asked);
  if (show) await showPanel(deps, asked);
  const told = toldMatches(matched);
  if (!format) return told;
  const text = format === 'json' ? `${JSON.stringify(told, null, 2)}\n` : markdownOf(matched);
  if (!file) return { ...told, text };
  await writeText(file, text);
  return { ...told, file: file.fsPath };
};

/** Nobody's words mean anything in it. */
function markdownOf(matched: Matched): string {
  const content = matchContent(forOthers(matched));
  return `# ${content.title}\n\n${sectionsToTake(content).map(sectionMarkdown).join('\n')}`;
}

async function showPanel(deps: Deps, asked: MatchAsked): Promise<void> {
  let matched: Matched | undefined;
  await openPanel(deps, {
    id: 'matchProgramme',
    read: async () => {
      matched = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Cairn: matching the programme') },
        () => matchNow(deps, asked),
      );
      return matchContent(matched);
    },
    act: async (offer) => {
      if (offer === 'apart') await openNoGoFile();
      else if (matched && offer !== 'again') await openProblemFile(matched.programme, offer);
    },
    // What a caller named stays out of what VS Code keeps: pairs to be kept apart are nobody's to read.
    again: { command: commands.matchProgramme, args: [{ show: true }] },
  });
}

function pairsArgument(value: unknown, name: string): [string, string][] {
  if (value === undefined || value === null) return [];
  const pairs = readNoGo(value);
  if (!pairs) throw invalid(vscode.l10n.t('"{0}" must be a list of pairs of logins.', name));
  return pairs;
}

function peopleArgument(value: unknown): string[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string' && isLogin(one)))
    throw invalid(vscode.l10n.t('"people" must be a list of logins.'));
  return value;
}
