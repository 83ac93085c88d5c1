import * as z from 'zod/mini';
import { plainText } from './plain.ts';
import { isLogin, type Person, stages } from './types.ts';
import { isTimeZone, minutesOf } from './zones.ts';

/*
 * A person's file, field by field, so that one that cannot be read takes no other with it. media/people.schema.json
 * says the same to whoever writes such a file in an editor; a test holds both together.
 */

/** Lengths and counts that both know. */
export const limits = {
  text: 200,
  list: 50,
  item: 100,
  zone: 100,
  logins: 20,
  capacity: 50,
  hoursPerMonth: 200,
};

/** The version of the file that this Cairn writes. */
export const peopleVersion = 1;

const text = (longest: number) => z.pipe(z.string().check(z.maxLength(longest)), z.transform(plainText));
const words = (most: number, longest: number) =>
  z.pipe(
    z.array(text(longest)).check(z.maxLength(most)),
    z.transform((list) => [...new Set(list)].filter((word) => word !== '')),
  );
const login = z.string().check(z.refine(isLogin));
const time = z.string().check(z.refine((written) => minutesOf(written) !== null));

export const hoursSchema = z
  .object({
    from: time,
    to: time,
    days: z.pipe(
      z.array(z.int().check(z.minimum(0), z.maximum(6))).check(z.minLength(1), z.maxLength(7)),
      z.transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    ),
  })
  .check(z.refine(({ from, to }) => minutesOf(from)! % 1440 !== minutesOf(to)! || minutesOf(to) === 1440));

type Field = Exclude<keyof Person, 'files' | 'login'>;

/** What each field may say. Nothing is right about a field that is missing: its default counts. */
export const fields = {
  otherLogins: z.array(login).check(z.maxLength(limits.logins)),
  name: text(limits.text),
  team: text(limits.text),
  mentors: z.boolean(),
  isMentored: z.boolean(),
  offersReverse: z.boolean(),
  offers: words(limits.list, limits.item),
  wants: words(limits.list, limits.item),
  timeZone: z.string().check(z.refine(isTimeZone)),
  hours: hoursSchema,
  capacity: z.int().check(z.minimum(0), z.maximum(limits.capacity)),
  hoursPerMonth: z.number().check(z.minimum(0), z.maximum(limits.hoursPerMonth)),
  styles: words(limits.list, limits.item),
  languages: words(limits.list, limits.item),
  stage: z.enum(stages),
} satisfies Record<Field, z.ZodMiniType>;

/** Somebody of whom nothing is known but their login. */
export const unknownPerson = (login: string, file: string): Person => ({
  login,
  otherLogins: [],
  name: null,
  team: null,
  mentors: false,
  isMentored: false,
  offersReverse: false,
  offers: [],
  wants: [],
  timeZone: null,
  hours: null,
  capacity: 0,
  hoursPerMonth: null,
  styles: [],
  languages: [],
  stage: null,
  files: [file],
});
