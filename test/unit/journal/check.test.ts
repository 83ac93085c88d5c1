import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkEvent, checkLine } from '../../../src/journal/reading/check.ts';
import { shapeOf } from '../../../src/journal/reading/shapes.ts';
import { type EventType, envelopeSchema, payloads } from '../../../src/model/events.ts';
import { type Payload, payloadOf } from './payloads.ts';

const types = Object.keys(payloads) as EventType[];
const envelope = { id: 'e1', time: [1000, 0], author: 'ann', act: 'e1', version: 1 };
const asText = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

/** What is put in the place of a field's value, and is mostly wrong there. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1,
    1.5,
    366,
    367,
    744,
    745,
    1e7,
    1e7 + 1,
    2 ** 53,
    1e300,
    '',
    'keep',
    [],
    {},
    ['x'],
  ),
  fc.constantFrom<unknown>(
    '2026-02-29',
    '2024-02-29',
    '2000-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-01-00',
  ),
  fc.constantFrom<unknown>(
    '2026-04-31',
    '2026-4-01',
    '2026-04-01T',
    '+12026-04-01',
    ' 2026-04-01',
    '2026-04-01\n',
  ),
  fc
    .nat(3)
    .chain((over) =>
      fc.constantFrom(40, 64, 200, 300, 500, 1000, 2000, 4000, 8000).map((n) => 'x'.repeat(n - 1 + over)),
    ),
  fc.array(fc.constantFrom('a', 'x'.repeat(200), 'x'.repeat(201), 7 as unknown as string), { maxLength: 3 }),
  fc.constantFrom(100, 101).map((n) => Array.from({ length: n }, () => 'a')),
  fc.jsonValue(),
);

/** Valid payloads, some of them changed: a field replaced, missing, in another place, or one that nobody knows. */
const changed = fc.constantFrom(...types).chain((type) =>
  fc
    .record({
      payload: payloadOf(type),
      change: fc.constantFrom('none', 'replace', 'inside', 'remove', 'add', 'turn'),
      at: fc.nat(20),
      value: anything,
      name: fc.constantFrom('__proto__', 'constructor', 'extra', '0', 'toString', 'writer'),
    })
    .map(({ payload, change, at, value, name }) => {
      const inner =
        change === 'inside'
          ? ((payload.excerpt ??
              payload.anchor ??
              (payload.files as Payload[] | undefined)?.[0] ??
              null) as Payload | null)
          : null;
      const target = inner ?? payload;
      const keys = Object.keys(target);
      const key = keys[at % keys.length] as string;
      if (change === 'replace' || inner) target[key] = value;
      if (change === 'remove') delete target[key];
      let text = JSON.stringify(payload);
      if (change === 'add') {
        const field = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
        text = at % 2 ? `{${field},${text.slice(1)}` : `${text.slice(0, -1)},${field}}`;
      }
      if (change === 'turn') text = JSON.stringify(Object.fromEntries(Object.entries(payload).reverse()));
      return { type, text };
    }),
);

describe('The table of payloads', () => {
  it('knows the types that the schemas know', () => {
    assert.deepEqual([...shapeOf.keys()], types);
  });

  it('gives the verdict of the schemas, and the same payload, on what is valid and what is not', () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(changed, ({ type, text }) => {
        const schema = payloads[type].safeParse(JSON.parse(text));
        seen[schema.success ? 'valid' : 'invalid']++;
        const event = () => ({ ...envelope, type, payload: JSON.parse(text) as unknown });
        const line = checkLine(event(), { writer: 'w', author: '' });
        const given = checkEvent(event());
        if (!schema.success) {
          assert.match(String(line), /^The event's payload\..+ is not valid: it has to be .+\.$/, text);
          assert.deepEqual(given, { problem: line });
          return;
        }
        assert.ok(typeof line === 'object' && line !== null, `${text}: ${line}`);
        assert.ok(given && 'event' in given);
        for (const { payload } of [line, given.event]) {
          assert.equal(JSON.stringify(payload), JSON.stringify(schema.data));
          assert.equal(Object.getPrototypeOf(payload), Object.prototype);
        }
      }),
      { numRuns: 5000 },
    );
    assert.ok(seen.valid > 1000 && seen.invalid > 1000, JSON.stringify(seen));
  });

  it('draws every bound where the schemas draw it', () => {
    const texts = [1, 40, 200, 300, 500, 1000, 2000, 4000, 65536].flatMap((n) => [
      'x'.repeat(n),
      'x'.repeat(n + 1),
    ]);
    const others = ['', null, true, 0, 1, 366, 367, 744, 745, -1, 1.5, 2 ** 53, {}, [], ['x'], '2026-02-29'];
    const names = [...Array(101).keys()].map(String);
    const file = { path: 'a', line: 1, column: 1 };
    const files = [
      [file],
      [{ ...file, line: 0 }],
      [{ path: 'a' }],
      Array(100).fill(file),
      Array(101).fill(file),
    ];
    const values = [
      ...texts,
      ...others,
      names,
      names.slice(1),
      texts.slice(4, 6),
      texts.slice(4, 5),
      ...files,
    ];
    values.push(...[0, 600, 601, 10_000, 10_001, ['x', ''], [[]], [null]]);
    let invalid = 0;
    for (const type of types) {
      const payload: Payload = {};
      for (const one of fc.sample(payloadOf(type), { numRuns: 40, seed: 1 })) Object.assign(payload, one);
      const inner = Object.keys(payload.excerpt ?? {}).map((name) => ['excerpt', name]);
      if (payload.files) payload.files = [];
      for (const [outer, name] of [...Object.keys(payload).map((key) => [key]), ...inner] as [
        string,
        string?,
      ][]) {
        for (const value of values) {
          const put = name ? { ...(payload[outer] as Payload), [name]: value } : value;
          const changedTo = asText({ ...payload, [outer]: put });
          const isValid = payloads[type].safeParse(changedTo).success;
          const line = checkLine({ ...envelope, type, payload: changedTo }, { writer: 'w', author: '' });
          assert.equal(
            typeof line === 'object',
            isValid,
            `${type} ${outer} ${name} ${JSON.stringify(value)}`,
          );
          if (!isValid) invalid++;
        }
      }
    }
    assert.ok(invalid > 1000);
  });

  it('gives the verdict of the schema on what every line has', () => {
    const part = fc.constantFrom('id', 'time', 'author', 'act', 'type', 'version', 'payload');
    const times = fc.constantFrom<unknown>(
      [1],
      [1, 2, 3],
      [-1, 0],
      [0, -1],
      [1.5, 0],
      ['1', 0],
      [2 ** 53, 0],
      [0, 0],
    );
    fc.assert(
      fc.property(part, fc.oneof(anything, times), (name, value) => {
        const event: unknown = asText({
          ...envelope,
          type: 'act.undone',
          payload: { act: 'a' },
          [name]: value,
        });
        const isValid = envelopeSchema.safeParse(event).success;
        const line = checkLine(event, { writer: 'w', author: '' });
        assert.equal(line !== 'The line is JSON, but no event of a journal.', isValid, JSON.stringify(event));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('A checked line', () => {
  const tagged = { ...envelope, type: 'feedback.tagged', payload: { feedback: 'f', tag: 'keep' } };

  it('says where it stands, whatever it says itself, and has nothing else', () => {
    const claims = { ...tagged, writer: 'someoneelse', isPrivate: true, extra: 1 };
    assert.deepEqual(checkLine(structuredClone(claims), { writer: 'w', author: '' }), {
      ...tagged,
      writer: 'w',
    });
    assert.deepEqual(checkLine(structuredClone(claims), { writer: null, author: '' }), {
      ...tagged,
      isPrivate: true,
    });
    assert.deepEqual(checkEvent(claims), { event: tagged });
  });

  it('has a payload of its own where an event is recorded here', () => {
    const mentors = ['ann'];
    const rest = { title: '', kind: 'peer', mentees: [], rhythmDays: null, hoursPerMonth: null };
    const given = { ...envelope, type: 'mentorship.recorded', payload: { ...rest, mentors } };
    const checked = checkEvent(given);
    mentors.push('bo');
    assert.ok(checked && 'event' in checked && checked.event.type === 'mentorship.recorded');
    assert.deepEqual(checked.event.payload.mentors, ['ann']);
  });
});
