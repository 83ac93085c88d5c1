import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isLogin } from '../../programme/roster/types.ts';
import { type OwnChange, type OwnFile, readOwn, writeFields } from '../programme/roster/ownFile.ts';
import { changeOf, draftOf, profileSteps } from '../programme/roster/profileSteps.ts';
import { objectArgument, pick } from './ask.ts';
import { needFolder } from './chooseProgrammeFolder.ts';
import type { Command, Deps } from './deps.ts';
import { askSteps } from './steps.ts';

/**
 * `cairn.editProfile({ name?, team?, mentors?, isMentored?, offersReverse?, offers?, wants?, timeZone?, hours?, capacity?,
 * hoursPerMonth?, styles?, languages?, stage?, otherLogins? }?)`: writes one's own file in the programme's folder,
 * `people/<login>.json`; what is not named stays, `null` takes a field out. Without an argument it asks a few questions or
 * opens the file. Resolves to `{ file, person }`.
 */
export const editProfile: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const login = ownLogin(deps);
  if (given) return told(await writeFields(await readOwn(login), given as OwnChange));
  await needFolder(deps);
  const own = await readOwn(login).catch(openBroken);
  if (own.isThere && !(await wantsQuestions())) return opened(own);
  const draft = draftOf(own.person);
  await askSteps(vscode.l10n.t('Your profile in the programme'), () => profileSteps(draft));
  const written = await writeFields(own, changeOf(draft));
  await show(written);
  return told(written);
};

/** The login that somebody signed in with: a file in a roster is about an account. Throws 'not-signed-in'. */
export function ownLogin({ signIn }: Pick<Deps, 'signIn'>): string {
  const login = signIn.login();
  if (login !== null && isLogin(login)) return login;
  throw new CairnError(
    'not-signed-in',
    vscode.l10n.t('Not signed in. Use "Cairn: Sign In to GitHub" or "Cairn: Sign In with a Token".'),
  );
}

const told = ({ path, person }: OwnFile) => ({ file: path, person });

async function opened(own: OwnFile) {
  await show(own);
  return told(own);
}

const show = async ({ path }: Pick<OwnFile, 'path'>) =>
  void (await vscode.window.showTextDocument(vscode.Uri.file(path)));

/** Whoever cannot be asked about a file gets to see it. */
async function openBroken(error: unknown): Promise<never> {
  if (error instanceof CairnError && error.code === 'bad-programme' && error.detail?.endsWith('.json'))
    await show({ path: error.detail });
  throw error;
}

const wantsQuestions = () =>
  pick(vscode.l10n.t('Your file is there already. What do you want to do?'), [
    { label: `$(list-unordered) ${vscode.l10n.t('Answer a few questions')}`, value: true },
    {
      label: `$(edit) ${vscode.l10n.t('Open the file')}`,
      description: vscode.l10n.t('for everything else: languages, styles, other logins'),
      value: false,
    },
  ]);
