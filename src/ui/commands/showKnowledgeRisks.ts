import * as vscode from 'vscode';
import { commands, views } from '../ids.ts';
import { type FolderRisks, readRisks } from '../knowledge/readRisks.ts';
import { riskContent } from '../knowledge/risksPanel.ts';
import { openPanel } from '../panel/index.ts';
import { booleanArgument, objectArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.showKnowledgeRisks({ isQuiet? }?)`: which code one active person alone touched or reviewed in the last year, in a
 * panel. Resolves to `{ repositories: [{ name, risks: [{ path, isFolder, person, kind, files, times, last }] }] }`; with
 * `isQuiet: true` to that alone, without the panel. Throws 'not-found' where there is no history to read.
 */
export const showKnowledgeRisks: Command = async (deps, argument) => {
  const isQuiet = booleanArgument(objectArgument(argument)?.isQuiet, 'isQuiet') ?? false;
  let read = await withProgress(deps);
  let isFresh = true;
  if (!isQuiet) {
    await openPanel(deps, {
      id: 'knowledge-risks',
      read: async () => {
        if (!isFresh) read = await withProgress(deps);
        isFresh = false;
        return riskContent(read, new Date());
      },
      act: (offer) => act(offer, read),
      again: { command: commands.showKnowledgeRisks },
    });
  }
  return {
    repositories: read.map(({ name, risks }) => ({
      name,
      risks: risks.map(({ weight: _, ...risk }) => risk),
    })),
  };
};

function withProgress(deps: Deps): Promise<FolderRisks[]> {
  return Promise.resolve(
    vscode.window.withProgress({ location: { viewId: views.knowledge } }, () => readRisks(deps, new Date())),
  );
}

async function act(offer: string, read: readonly FolderRisks[]): Promise<void> {
  const named: Record<string, string> = {
    pair: commands.startPairing,
    shadow: commands.logSession,
    note: commands.captureKnowledge,
    tour: commands.exportTour,
  };
  const [, folder, entry] = /^open:(\d{1,4})-(\d{1,4})$/.exec(offer) ?? [];
  if (folder === undefined) {
    // A person's act: questions are asked, and what goes wrong is shown where they look.
    if (named[offer]) void vscode.commands.executeCommand(named[offer]);
    return;
  }
  const found = read[Number(folder)];
  const risk = found?.risks[Number(entry)];
  if (!found || !risk) return;
  const uri = vscode.Uri.joinPath(found.root, ...risk.path.split('/'));
  if (risk.isFolder) await vscode.commands.executeCommand('revealInExplorer', uri);
  else await vscode.window.showTextDocument(uri);
}
