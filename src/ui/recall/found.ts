import type { Answer, Idea, Recalled } from '../../growth/recall/index.ts';
import type { StagedFile } from './watch.ts';

/** What was said before about what is staged in one repository. */
export type Said = { files: readonly StagedFile[]; answer: Answer };

/** The same of all repositories: a reminder for each file, and what is worth most. */
export type Found = { files: { file: StagedFile; recalled: Recalled }[]; ideas: Idea[] };

const mostIdeas = 3;

/**
 * Puts the answers for several repositories together. A file shows what was said about code like it only where that is
 * among the ideas; else half a folder would say the same.
 */
export function join(said: readonly Said[]): Found {
  const ideas = said.flatMap(({ answer }) => answer.ideas).slice(0, mostIdeas);
  const isIdea = new Set(ideas.map(({ feedback }) => feedback));
  const files = said.flatMap(({ files, answer }) => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return answer.files
      .filter(({ because, feedback }) => because === 'file' || isIdea.has(feedback))
      .flatMap((recalled) => {
        const file = byPath.get(recalled.path);
        return file ? [{ file, recalled }] : [];
      });
  });
  return { files, ideas };
}
