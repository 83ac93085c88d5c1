import { join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../../model/errors.ts';
import {
  fields,
  isOwnName,
  type Person,
  peopleVersion,
  readFolder,
  readPerson,
  sameLogin,
} from '../../../programme/roster/index.ts';
import { invalid } from '../../commands/ask.ts';
import { programmeFolder, readProgramme, writeOwn } from '../folder.ts';

/** One's own file as it stands: what it says, and what is kept of it that Cairn does not know. */
export type OwnFile = {
  name: string;
  path: string;
  isThere: boolean;
  json: Record<string, unknown>;
  person: Person;
};

/** A field of a file that a person may change; `null` takes it out. */
export type OwnChange = Partial<Record<keyof typeof fields, unknown>>;

/**
 * The file of a login: the one that is named so, else the one that says so, else a new one. Throws CairnError
 * 'no-programme' and 'bad-programme', the second also for a file of that name that cannot be read: what stands in it
 * would be lost.
 */
export async function readOwn(login: string): Promise<OwnFile> {
  // Says what is wrong with the folder.
  await readProgramme();
  const folder = programmeFolder()!;
  const { files, problems } = await readFolder(folder, 'people', '.json');
  const isNamed = (file: string) => file.toLowerCase() === `people/${login.toLowerCase()}.json`;
  const broken = problems.find(({ file }) => isNamed(file));
  const own = files
    .map((one) => ({ ...one, person: readPerson(one.file, one.text).person }))
    .filter(({ file, person }) => (person ? sameLogin(person.login, login) : isNamed(file)));
  const found = own.find(({ file }) => isNamed(file)) ?? own[0];
  if (broken || (found && !found.person)) {
    const path = join(folder, broken?.file ?? found!.file);
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t('Your file {0} cannot be read. Mend it in the editor, or delete it.', path),
      { detail: path },
    );
  }
  // It may be among those: written anew, what it says would be lost.
  if (!found && problems.some(({ kind }) => kind === 'too-many' || kind === 'too-large-together'))
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t(
        'The folder {0} holds more than is read, and no file of yours was found in it. Take out what does not belong there.',
        join(folder, 'people'),
      ),
      { detail: folder },
    );
  const name = found ? found.file.slice('people/'.length, -'.json'.length) : login;
  if (!isOwnName(name))
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t(
        'Your file {0} has a name that Cairn does not write. Name it {1}.json.',
        found!.file,
        login,
      ),
    );
  const json: Record<string, unknown> = found ? JSON.parse(found.text) : { version: peopleVersion, login };
  const person = found?.person ?? readPerson(`people/${login}.json`, JSON.stringify(json)).person!;
  return { name, path: join(folder, 'people', `${name}.json`), isThere: found !== undefined, json, person };
}

/** Writes changed fields into one's own file; all others stay as they are. Throws as `readOwn`, and 'invalid-argument'. */
export async function writeFields(own: OwnFile, change: OwnChange): Promise<OwnFile> {
  const json = { ...own.json };
  for (const [name, value] of Object.entries(change)) {
    if (!Object.hasOwn(fields, name))
      throw invalid(vscode.l10n.t('A person\'s file has no "{0}".', name.slice(0, 40)));
    if (value === null) delete json[name];
    else if (value !== undefined) {
      if (!fields[name as keyof typeof fields].safeParse(value).success)
        throw invalid(
          vscode.l10n.t('"{0}" is not as a person\'s file takes it. The file\'s schema says how.', name),
        );
      json[name] = value;
    }
  }
  const path = await writeOwn('people', own.name, json);
  const person = readPerson(`people/${own.name}.json`, JSON.stringify(json)).person!;
  return { ...own, path, isThere: true, json, person };
}
