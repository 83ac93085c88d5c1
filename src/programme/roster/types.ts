/** Days of a week as `Date` counts them: 0 is Sunday. */
export type Hours = { from: string; to: string; days: number[] };

/** Where somebody's work stands; for templates of goals only, no match looks at it. */
export const stages = ['junior', 'mid', 'senior'] as const;
export type Stage = (typeof stages)[number];

/**
 * Somebody who offers or looks for mentoring, as their file says it. What a file does not say, or says in a way that
 * cannot be read, is `null`, empty or "no": nobody becomes a mentor by a mistake. All texts are untrusted.
 */
export type Person = {
  /** As written; compared by `sameLogin`. */
  login: string;
  /** Other logins of the same person. */
  otherLogins: string[];
  name: string | null;
  team: string | null;
  mentors: boolean;
  /** Looks for a mentor. */
  isMentored: boolean;
  /** Would also mentor, or be mentored by, somebody who stands elsewhere in their career. */
  offersReverse: boolean;
  /** Skills. */
  offers: string[];
  wants: string[];
  /** IANA name or `UTC+05:45`; `null`: not known. */
  timeZone: string | null;
  /** `null`: not known. */
  hours: Hours | null;
  /** Mentees whom they take on now, beside those whom they have; 0: not now. */
  capacity: number;
  hoursPerMonth: number | null;
  styles: string[];
  languages: string[];
  stage: Stage | null;
  /** The files that say so, without their folder; more than one where one person has two logins. */
  files: string[];
};

/** What is wrong with a file. `ui/words/programme` says each in words, with what to do. */
export const problemKinds = [
  /** A link, a folder, a pipe: anything but an ordinary file. */
  'not-a-file',
  /** Named otherwise than Cairn's files are: letters, digits and `-`. */
  'odd-name',
  'too-large',
  /** More files than are read. */
  'too-many',
  /** More bytes in all files than are read; `detail`: how many files are left out. */
  'too-large-together',
  /** The disk refused. */
  'unreadable',
  'not-json',
  /** JSON, but no object with a version. */
  'not-a-record',
  /** Written by a newer Cairn: read as far as it is known. */
  'newer-version',
  /** No login, or none that GitHub could have given. */
  'no-login',
  /** A field that cannot be read; `detail` names it. */
  'bad-field',
  /** The file's name is not its login. */
  'other-name',
  /** Another file says the same login, and counts; `detail` names that file. */
  'doubled',
  /** It claims another file's login, which does not claim it back; `detail` names the login. */
  'unconfirmed',
  /** Several files claim the same other login; `detail` names it. */
  'claimed-twice',
  /** Two files of one person differ; `detail` names the fields. */
  'contradictory',
  /** Mentors, but offers nothing; or looks for a mentor and wants nothing. */
  'says-little',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type ProgrammeProblem = {
  /** From the programme's folder on, like `people/ada.json`. Untrusted. */
  file: string;
  kind: ProblemKind;
  /** A field, a login, a file, bytes; untrusted. */
  detail: string | null;
};

/** A file of `spaces/` as it stands there; `programme/shared` reads what it says. */
export type PublishedFile = { file: string; json: unknown };

/** What a programme's folder holds, whatever the order in which a disk lists it. */
export type Programme = {
  folder: string;
  /** By login. */
  people: Person[];
  spaces: PublishedFile[];
  problems: ProgrammeProblem[];
};

/** GitHub takes upper and lower case for the same. */
export const sameLogin = (one: string, other: string): boolean => loginKey(one) === loginKey(other);

/** What logins are compared and sorted by. */
export const loginKey = (login: string): string => login.toLowerCase();

/** Whether GitHub could have given this login: with `_` for those that a company manages. Safe as a file's name. */
export const isLogin = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(text);
