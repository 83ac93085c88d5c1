import type { JournalEvent } from '../../model/events.ts';
import { excerptFields, type Field, shapeOf } from './shapes.ts';

/** A line of a journal file: an event, or why it is none, or nothing that this version knows. */
export type Line = { event: JournalEvent } | { problem: string } | null;

/** Where a line stands: the writer's folder, `null` for the private journal; and what it has in common with others. */
export type From = { writer: string | null; author: string };

/**
 * Checks what a line says. A type or version of a newer Cairn is `null`: it stays in the file. The payload becomes
 * a copy with the known fields alone, in the order of the schema: `__proto__` and the like never get further, and
 * one event has one form wherever its line comes from.
 */
export function checkEvent(value: unknown): Line {
  if (!isEnvelope(value)) return { problem: notAnEvent };
  const shape = value.version === 1 ? shapeOf.get(value.type) : undefined;
  if (!shape) return null;
  const copied = copy(value.payload, shape.fields, 'payload');
  if ('problem' in copied) return copied;
  const { id, time, author, act } = value;
  return {
    event: { id, time, author, act, type: shape.type, version: 1, payload: copied.value } as JournalEvent,
  };
}

/**
 * The same for a parsed line of a file, which is hot: the event is the caller's, a payload that already has the
 * right form is taken as it is, and equal strings are kept once.
 */
export function checkLine(value: unknown, from: From): JournalEvent | string | null {
  if (!isEnvelope(value)) return notAnEvent;
  const shape = value.version === 1 ? shapeOf.get(value.type) : undefined;
  if (!shape) return null;
  let { payload } = value;
  if (!hasForm(payload, shape.fields)) {
    const copied = copy(payload, shape.fields, 'payload');
    if ('problem' in copied) return copied.problem;
    payload = copied.value;
  }
  if (value.author !== from.author) from.author = value.author;
  const { author } = from;
  const { id, time } = value;
  const act = value.act === id ? id : value.act;
  const { type } = shape;
  return (
    from.writer === null
      ? { id, time, author, act, type, version: 1, payload, isPrivate: true }
      : { id, time, author, act, type, version: 1, payload, writer: from.writer }
  ) as JournalEvent;
}

const notAnEvent = 'The line is JSON, but no event of a journal.';

type Raw = Omit<JournalEvent, 'payload' | 'type'> & { type: string; payload: object };

/** The envelope's schema by hand: see `envelopeSchema`. */
export function isEnvelope(value: unknown): value is Raw {
  if (typeof value !== 'object' || value === null) return false;
  const { id, time, author, act, type, version, payload } = value as Record<string, unknown>;
  return (
    isId(id) &&
    isId(act) &&
    Array.isArray(time) &&
    time.length === 2 &&
    isCount(time[0]) &&
    isCount(time[1]) &&
    typeof author === 'string' &&
    author.length <= 200 &&
    typeof type === 'string' &&
    type.length <= 100 &&
    isCount(version) &&
    version > 0 &&
    typeof payload === 'object' &&
    payload !== null &&
    !Array.isArray(payload)
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Whether an object has these fields, in this order, and no others. */
export function hasForm(value: object, fields: readonly Field[]): boolean {
  let at = 0;
  for (const name in value) {
    let field = fields[at++];
    while (field !== undefined && field.name !== name) {
      if (!field.isOptional) return false;
      field = fields[at++];
    }
    if (field === undefined || !fits((value as Record<string, unknown>)[name], field)) return false;
  }
  while (at < fields.length) if (!(fields[at++] as Field).isOptional) return false;
  return true;
}

function fits(value: unknown, field: Field): boolean {
  if (typeof value === 'string') {
    if (field.kind === 'text') return value.length <= field.most && value.length >= field.least;
    if (field.kind === 'choice') return field.choices.includes(value);
    return field.kind === 'date' && isDate(value);
  }
  if (value === null) return field.isNullable;
  switch (field.kind) {
    case 'flag':
      return typeof value === 'boolean';
    case 'whole':
      return Number.isSafeInteger(value) && isWithin(value as number, field);
    case 'number':
      return Number.isFinite(value) && isWithin(value as number, field);
    case 'texts':
      return (
        Array.isArray(value) &&
        value.length <= field.most &&
        value.every((one) => isText(one, field.longest) && one.length >= field.least)
      );
    case 'list':
      return (
        Array.isArray(value) &&
        value.length <= field.most &&
        value.every((one) => isOfForm(one, field.fields))
      );
    case 'fields':
      return (
        typeof value === 'object' &&
        (field.fields === excerptFields ? isExcerpt(value) : hasForm(value, field.fields))
      );
    default:
      return false;
  }
}

const excerptNames = excerptFields.map(({ name }) => name);
const excerptKinds: readonly string[] = excerptFields[0]?.choices ?? [];

/** `hasForm` for excerpts, written out: most lines have one, and it has the most fields. */
export function isExcerpt(value: object): boolean {
  let at = 0;
  for (const name in value) if (name !== excerptNames[at++]) return false;
  if (at !== excerptNames.length) return false;
  const { kind, author, text, url, repository, isPrivate, number, title, path, line, createdAt } =
    value as Record<string, unknown>;
  return (
    isText(author, 200) &&
    isText(text, 500) &&
    (url === null || isText(url, 2000)) &&
    (repository === null || isText(repository, 300)) &&
    (isPrivate === null || typeof isPrivate === 'boolean') &&
    (number === null || Number.isSafeInteger(number)) &&
    (title === null || isText(title, 500)) &&
    (path === null || isText(path, 4000)) &&
    (line === null || Number.isSafeInteger(line)) &&
    isText(createdAt, 40) &&
    excerptKinds.includes(kind as string)
  );
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const isOfForm = (value: unknown, fields: readonly Field[]) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && hasForm(value, fields);
const isWithin = (value: number, { least, most }: Field) => value >= least && value <= most;

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return longest !== undefined && day >= 1 && day <= longest;
}

/** The known fields in the schema's order, or which of them is wrong and how. */
function copy(
  value: object,
  fields: readonly Field[],
  where: string,
): { value: object } | { problem: string } {
  const into: Record<string, unknown> = {};
  for (const field of fields) {
    const { name } = field;
    const found: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (found === undefined && field.isOptional) continue;
    if (field.kind === 'fields' && typeof found === 'object' && found !== null && !Array.isArray(found)) {
      const inner = copy(found, field.fields, `${where}.${name}`);
      if ('problem' in inner) return inner;
      into[name] = inner.value;
    } else if (field.kind === 'list' && Array.isArray(found) && found.length <= field.most) {
      const list: object[] = [];
      for (const [i, one] of found.entries()) {
        if (typeof one !== 'object' || one === null || Array.isArray(one))
          return wrong(`${where}.${name}`, field);
        const inner = copy(one, field.fields, `${where}.${name}[${i}]`);
        if ('problem' in inner) return inner;
        list.push(inner.value);
      }
      into[name] = list;
    } else if (!fits(found, field)) {
      return wrong(`${where}.${name}`, field);
    } else {
      into[name] = Array.isArray(found) ? found.slice() : found;
    }
  }
  return { value: into };
}

function wrong(where: string, field: Field): { problem: string } {
  return { problem: `The event's ${where} is not valid: it has to be ${wanted(field)}.` };
}

function wanted({ kind, least, most, longest, choices, isNullable }: Field): string {
  const bounds = least > Number.MIN_SAFE_INTEGER ? ` from ${least} to ${most}` : '';
  const words = {
    text: `text of ${least > 0 ? `${least} to ` : 'at most '}${most} characters`,
    choice: `one of ${choices.join(', ')}`,
    flag: 'true or false',
    date: 'a date, yyyy-mm-dd',
    whole: `a whole number${bounds}`,
    number: `a number${bounds}`,
    texts: `a list of at most ${most} texts, each of ${least > 0 ? `${least} to ` : 'at most '}${longest} characters`,
    fields: 'an object with its fields',
    list: `a list of at most ${most} objects with their fields`,
  }[kind];
  return isNullable ? `${words}, or null` : words;
}
