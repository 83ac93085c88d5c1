import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { PublishedSpace } from '../../programme/shared/index.ts';
import { nameWord } from '../words/whose.ts';
import { decide } from './agree.ts';
import { booleanArgument, cancelled, objectArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.publishSpace({ isPublished?: boolean, isPreview?: boolean }?)`: writes what the active space tells its programme
 * into the programme's folder, and keeps it up to date from then on, at most once a day; `isPublished: false` takes it away
 * again. Only where everybody whom the mentorship names has agreed to `publish-to-programme`. Without arguments the exact
 * file is shown first. Resolves to `{ isPublished, file, json }`; `isPreview` writes nothing. Throws 'not-found',
 * 'not-yours' where somebody has not agreed, 'no-programme', 'bad-programme'.
 */
export const publishSpace: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const isPublished = booleanArgument(given?.isPublished, 'isPublished') ?? true;
  const isPreview = booleanArgument(given?.isPreview, 'isPreview') ?? false;
  await deps.store.load();
  const { fileOf, mentorshipToPublish, publish, withdraw } = await import('../programme/publish.ts');
  if (!isPublished) {
    await withdraw(deps);
    return { isPublished: false, file: null, json: null };
  }
  mentorshipToPublish(deps.store);
  await needAgreement(deps, given === undefined);
  const json = await fileOf(deps.store);
  if (isPreview) return { isPublished: false, file: null, json };
  if (!given) await show(json, await needFolder());
  const file = await publish(deps, json);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Cairn: published, and kept up to date at most once a day.'),
    8000,
  );
  return { isPublished: true, file, json };
};

/** Throws 'not-yours' where somebody has not agreed; who can agree here is asked whether they do. */
async function needAgreement(deps: Deps, isAsking: boolean): Promise<void> {
  const { isPublishable, missing } = await import('../programme/publish.ts');
  if (isPublishable(deps.store)) return;
  const isMine = () => missing(deps.store).some((name) => deps.store.space?.isMe(name));
  if (isAsking && isMine()) {
    const answer = vscode.l10n.t('Read and Decide…');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('A space is published only where everybody in it has agreed. You have not said so yet.'),
      { modal: true },
      answer,
    );
    if (chosen !== answer) throw cancelled();
    await decide(deps, 'publish-to-programme');
    if (isPublishable(deps.store)) return;
  }
  throw new CairnError(
    'not-yours',
    vscode.l10n.t(
      'This space is published when everybody in it has agreed: {0} has not yet. “Cairn: Agree” is where each of them can.',
      missing(deps.store).map(nameWord).join(', '),
    ),
  );
}

async function needFolder(): Promise<string> {
  const { programmeFolder } = await import('../programme/folder.ts');
  const folder = programmeFolder();
  if (folder !== null) return folder;
  throw new CairnError(
    'no-programme',
    vscode.l10n.t('No programme folder is chosen. Use "Cairn: Choose Programme Folder".'),
  );
}

/** The exact file, before it is written. Throws 'cancelled'. */
async function show(json: PublishedSpace, folder: string): Promise<void> {
  const yes = vscode.l10n.t('Publish');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Publish this?'),
    {
      modal: true,
      detail: [
        JSON.stringify(json, null, 2),
        vscode.l10n.t(
          'This is all of it, as spaces/{0}.json in {1}. It is brought up to date at most once a day, and taken away once somebody here agrees no longer: at once where they reach this folder, else when you next open this space in Cairn.',
          json.id,
          folder,
        ),
      ].join('\n\n'),
    },
    yes,
  );
  if (answer !== yes) throw cancelled();
}
