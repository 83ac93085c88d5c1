import * as vscode from 'vscode';
import { type FoundPlaybook, findPlaybook, listPlaybooks } from '../playbooks/library.ts';
import { label } from '../playbooks/words.ts';
import { objectArgument, pick, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.openPlaybook({ name }?)`: opens a playbook by the name of its file without `.md`, the team's before a shipped one.
 * Resolves to `{ uri }`.
 */
export const openPlaybook: Command = async (_, argument) => {
  const name = textArgument(objectArgument(argument)?.name, 'name', 200);
  return showPlaybook(name === undefined ? await choosePlaybook() : await findPlaybook(name));
};

export async function showPlaybook({ uri }: Pick<FoundPlaybook, 'uri'>): Promise<{ uri: string }> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return { uri: String(uri) };
}

/** The order of a mentorship; what is not named here comes after it, by its file's name. */
const groups = () => [
  { name: vscode.l10n.t('Begin'), files: ['first-session', 'second-session', 'third-session', 'onboarding'] },
  {
    name: vscode.l10n.t('Work side by side'),
    files: ['pairing', 'shadowing', 'reverse-shadowing', 'incident-review'],
  },
  {
    name: vscode.l10n.t('Prepare and train'),
    files: [
      'preparing-as-mentee',
      'training-listening',
      'training-questions',
      'training-feedback',
      'training-boundaries',
      'training-inclusive-words',
    ],
  },
  {
    name: vscode.l10n.t('Further, together, and to the end'),
    files: ['career-conversation', 'lunch-and-learn', 'reset', 'ending-well'],
  },
];

type Row = vscode.QuickPickItem & { value: FoundPlaybook };

/** Lets a person choose one: each with what it is for and when; the team's first, and marked. Throws 'cancelled'. */
export async function choosePlaybook(): Promise<FoundPlaybook> {
  const rows = (await listPlaybooks()).map((value): Row => {
    const { name, isTeams, playbook } = value;
    const when = label(playbook.when, 60);
    return {
      label: `$(${isTeams ? 'organization' : 'book'}) ${label(playbook.title, 80) || name}`,
      description: isTeams ? [vscode.l10n.t('your team’s'), when].filter(Boolean).join(' · ') : when,
      detail: playbook.for === '' ? '' : vscode.l10n.t('For {0}', label(playbook.for, 160)),
      value,
    };
  });
  return pick(vscode.l10n.t('Which playbook?'), ordered(rows));
}

function ordered(rows: readonly Row[]): Row[] {
  const own = rows.filter(({ value }) => value.isTeams);
  const shipped = rows.filter(({ value }) => !value.isTeams);
  const separator = (name: string) =>
    ({ label: name, kind: vscode.QuickPickItemKind.Separator }) as unknown as Row;
  const named = groups().map(({ name, files }) => ({
    name,
    rows: files.flatMap((file) => shipped.find(({ value }) => value.name === file) ?? []),
  }));
  const rest = shipped.filter((row) => !named.some((group) => group.rows.includes(row)));
  const all = [
    { name: vscode.l10n.t('Your team’s'), rows: own },
    ...named,
    { name: vscode.l10n.t('More'), rows: rest },
  ];
  return all.flatMap((group) => (group.rows.length > 0 ? [separator(group.name), ...group.rows] : []));
}
