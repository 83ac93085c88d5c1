import type * as z from 'zod/mini';

/** Longest text that a page takes, in UTF-16 code units. */
export const longest = 2000;

/** Cuts a text of any length, like a failure's, so that the page takes the message that it is in. */
export function cut(text: string, most = longest): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

/** Reads a message from the other end. What does not fit comes back as a sentence for the log. */
export function read<T>(schema: z.ZodMiniType<T>, message: unknown): { message: T } | { problem: string } {
  const result = schema.safeParse(message);
  if (result.success) return { message: result.data };
  const [first] = result.error.issues;
  return {
    problem: `A message that fits no schema: ${first?.path.join('.') || 'the whole'}: ${first?.code ?? 'unknown'}`,
  };
}
