import * as vscode from 'vscode';
import type { Visibility } from '../../github/visibility.ts';
import type { RepositoryWords } from '../../model/repositoryWords.ts';
import { cancelled, invalid, objectArgument, wordArgument } from './ask.ts';

/** Who may read a remote; a folder: whoever may read that folder. */
export type Readers = Visibility | 'folder';

/**
 * What a program says that it knows, in the place of the person who is asked otherwise: every repository that may be
 * private and whose words are in the space, and who may read the remote.
 */
export type Understood = { repositories: string[]; readers: Readers | undefined };

/** Throws 'invalid-argument'. */
export function understoodArgument(value: unknown): Understood | undefined {
  const given = objectArgument(value);
  if (!given) return undefined;
  const { repositories = [] } = given;
  if (!Array.isArray(repositories) || repositories.some((name) => typeof name !== 'string')) {
    throw invalid(vscode.l10n.t('"{0}" must be a list of names.', 'repositories'));
  }
  const all = ['private', 'internal', 'public', 'unknown', 'folder'] as const;
  return { repositories, readers: wordArgument(given.readers, 'readers', all) };
}

/**
 * The yes to sharing at all. Throws 'cancelled' where a person says no, 'invalid-argument' where a program does not
 * know whose words it gives away.
 */
export async function agree(asked: {
  name: string;
  label: string;
  isFolder: boolean;
  repositories: RepositoryWords[];
  understood: Understood | undefined;
}): Promise<void> {
  const { understood, repositories } = asked;
  if (understood) {
    const known = new Set(understood.repositories.map((name) => name.toLowerCase()));
    const missing = repositories.filter(({ repository }) => !known.has(repository.toLowerCase()));
    if (missing.length === 0) return;
    throw invalid(
      vscode.l10n.t(
        'Words from these private repositories are in the space, and "understood" does not name them: {0}.',
        missing.map(({ repository }) => repository).join(', '),
      ),
    );
  }
  await yes(
    vscode.l10n.t('Share the space “{0}” to {1}?', asked.name, asked.label),
    [
      ...wordsOfRepositories(repositories),
      asked.isFolder
        ? vscode.l10n.t(
            'Whoever can read that folder can read the space, and whoever can write there can write to it.',
          )
        : vscode.l10n.t(
            'Whoever can read that repository can read the space, and whoever can write there can write to it.',
          ),
      vscode.l10n.t('Who wrote what is self-declared, as the author of a commit is.'),
      vscode.l10n.t('What is marked as private stays on this machine.'),
    ].join('\n\n'),
    vscode.l10n.t('Share'),
  );
}

/** The second yes, where strangers may read the remote, or nobody can say. Throws as `agree`. */
export async function agreeToReaders(
  label: string,
  readers: Readers,
  understood: Understood | undefined,
): Promise<void> {
  if (readers === 'private' || readers === 'folder') return;
  if (understood) {
    if (understood.readers === readers) return;
    throw invalid(vscode.l10n.t('"understood" must say in "readers" who may read {0}: {1}.', label, readers));
  }
  const said = {
    public: [
      vscode.l10n.t('{0} is public.', label),
      vscode.l10n.t('Everybody on the internet could read what you both write in this space, for good.'),
    ],
    internal: [
      vscode.l10n.t('{0} can be read by the whole organisation.', label),
      vscode.l10n.t('Everybody in it could read what you both write in this space.'),
    ],
    unknown: [
      vscode.l10n.t('Cairn cannot find out who can read {0}.', label),
      vscode.l10n.t(
        'Look at its settings first: it may be public, and then everybody could read this space.',
      ),
    ],
  }[readers] as [string, string];
  await yes(said[0], said[1], vscode.l10n.t('Share All the Same'));
}

function wordsOfRepositories(repositories: RepositoryWords[]): string[] {
  const lines = (isPrivate: true | null) =>
    repositories
      .filter((one) => one.isPrivate === isPrivate)
      .map(({ repository, feedback, annotations, pairings, guesses, knowledge }) => {
        const line =
          guesses > 0
            ? vscode.l10n.t(
                '• {0}: comments: {1}, annotations with code: {2}, pairings with notes and names of files: {3}, guesses at what reviewers say: {4}',
                repository,
                feedback,
                annotations,
                pairings,
                guesses,
              )
            : pairings > 0
              ? vscode.l10n.t(
                  '• {0}: comments: {1}, annotations with code: {2}, pairings with notes and names of files: {3}',
                  repository,
                  feedback,
                  annotations,
                  pairings,
                )
              : annotations > 0
                ? vscode.l10n.t(
                    '• {0}: comments: {1}, annotations with code: {2}',
                    repository,
                    feedback,
                    annotations,
                  )
                : feedback === 1
                  ? vscode.l10n.t('• {0}: 1 comment', repository)
                  : vscode.l10n.t('• {0}: {1} comments', repository, feedback);
        return knowledge > 0 ? vscode.l10n.t('{0}, knowledge notes: {1}', line, knowledge) : line;
      });
  const known = lines(true);
  const unknown = lines(null);
  return [
    ...(known.length === 0
      ? []
      : [[vscode.l10n.t('Words from these private repositories are in it:'), ...known].join('\n')]),
    ...(unknown.length === 0
      ? []
      : [
          [
            vscode.l10n.t('Words from these are in it, too, and whether they are private is not known:'),
            ...unknown,
          ].join('\n'),
        ]),
  ];
}

async function yes(message: string, detail: string, button: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, button);
  if (answer !== button) throw cancelled();
}
