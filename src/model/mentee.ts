import type { Mentorship } from './state.ts';

/**
 * Login of the mentee whose pull requests a space is about: the one that the settings name, else who is signed in
 * where they are one of the space's mentees, else the first of these, else who is signed in.
 */
export function menteeOf(options: {
  setting: string | null;
  mentorship: Mentorship | null;
  login: string | null;
}): string | null {
  const { setting, login } = options;
  const mentees = options.mentorship?.mentees ?? [];
  const isMe = (name: string) => name.toLowerCase() === login?.toLowerCase();
  return setting ?? mentees.find(isMe) ?? mentees[0] ?? login;
}
