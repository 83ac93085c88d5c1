import * as z from 'zod/mini';
import { mentorshipStatuses } from '../../model/mentorship.ts';
import { mentorshipKinds } from '../../model/state.ts';
import type { ProgrammeProblem, PublishedFile } from '../roster/types.ts';
import { type PublishedSpace, rhythmWords } from './types.ts';

const id = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const count = (most: number) => z.int().check(z.minimum(0), z.maximum(most));

/** Unknown fields are left alone: a newer Cairn may say more. */
const schema = z.object({
  version: z.literal(1),
  id,
  asOf: z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)),
  kind: z.enum(mentorshipKinds),
  rhythm: z.nullable(z.enum(rhythmWords)),
  isRhythmKept: z.nullable(z.boolean()),
  status: z.enum(mentorshipStatuses),
  mentors: count(50),
  mentees: count(500),
  hoursPerMonth: z.nullable(count(1000)),
});

/**
 * The spaces that a programme's folder holds, each once, and what is wrong with its files: strangers may have put anything
 * there. A file counts only under the name that its id gives it, so that nobody's is counted twice.
 */
export function readPublished(files: readonly PublishedFile[]): {
  spaces: PublishedSpace[];
  problems: ProgrammeProblem[];
} {
  const spaces = new Map<string, PublishedSpace>();
  const problems: ProgrammeProblem[] = [];
  const say = (file: string, kind: ProgrammeProblem['kind'], detail: string | null = null) =>
    void problems.push({ file, kind, detail });
  for (const { file, json } of files) {
    const version = versionOf(json);
    if (version === null) say(file, 'not-a-record');
    else if (version > 1) say(file, 'newer-version', String(version));
    else {
      const read = schema.safeParse(json);
      if (!read.success) say(file, 'bad-field', String(read.error.issues[0]?.path[0] ?? ''));
      else if (file !== `spaces/${read.data.id}.json`) say(file, 'other-name', read.data.id);
      else spaces.set(read.data.id, read.data);
    }
  }
  return { spaces: [...spaces.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

/** `null` where it is no record with one. */
function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const version = Object.getOwnPropertyDescriptor(json, 'version')?.value;
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : null;
}
