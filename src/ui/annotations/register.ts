import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ActiveSpace } from '../activeSpace.ts';
import { createController } from '../commentController.ts';
import { dataFolder } from '../dataFolder.ts';
import type { Failures } from '../failures.ts';
import { annotationController, pullRequestScheme } from '../ids.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import type { Annotations } from './annotations.ts';

export type AnnotationParts = {
  store: Store;
  signIn: SignIn;
  activeSpace: ActiveSpace;
  failures: Failures;
  log: vscode.LogOutputChannel;
};

/** What commands use of the annotations; their code is loaded with the first use. */
export type LazyAnnotations = vscode.Disposable & { load(): Promise<Annotations> };

/** A file of the workspace, one that is opened by itself, or a side of a pull request's file. */
export const canBeAnnotated = (uri: vscode.Uri): boolean =>
  uri.scheme === 'file' ||
  uri.scheme === pullRequestScheme ||
  vscode.workspace.getWorkspaceFolder(uri) !== undefined;

/**
 * Registers the comment controller. It is made at once, since one that is made while threads are shown draws them
 * twice; all else is loaded when a file is in view and there may be something to draw.
 */
export function registerAnnotations(parts: AnnotationParts): LazyAnnotations {
  const controller = createController(annotationController, vscode.l10n.t('Cairn note'));
  let loaded: Promise<Annotations> | undefined;
  const load = () => {
    loaded ??= import('./annotations.ts').then(
      ({ Annotations }) => new Annotations({ ...parts, controller }),
    );
    return loaded;
  };
  const fail = (error: unknown) => parts.log.error(error instanceof Error ? error : String(error));
  const look = () => {
    const isRead = vscode.window.visibleTextEditors.some(({ document }) => canBeAnnotated(document.uri));
    if (isRead && (parts.store.isLoaded || hasSomething(parts.activeSpace))) void load().catch(fail);
  };
  const owned = [
    controller,
    vscode.window.onDidChangeVisibleTextEditors(look),
    parts.store.onDidChange(look),
  ];
  // Whoever reads a file wants to see what was said about it; whatever the window has to do first goes first.
  const soon = setTimeout(look, 500);
  return {
    load,
    dispose() {
      clearTimeout(soon);
      void loaded?.then((annotations) => annotations.dispose());
      for (const one of owned) one.dispose();
    },
  };
}

/** Whether there may be something to draw: who does not use Cairn has nothing of it loaded. */
function hasSomething(activeSpace: ActiveSpace): boolean {
  try {
    const slug = activeSpace.slug();
    return ['spaces', 'private', 'drafts'].some((kind) => existsSync(join(dataFolder(), kind, slug)));
  } catch {
    // A bad data folder is said where the space is opened.
    return false;
  }
}
