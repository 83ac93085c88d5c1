import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { fields, limits } from '../../../../src/programme/roster/fields.ts';
import { readPerson } from '../../../../src/programme/roster/people.ts';

const schema = JSON.parse(readFileSync('media/people.schema.json', 'utf8'));
const person = schema.definitions.person;

describe("the published schema of a person's file", () => {
  const validate = new Ajv({ strict: false }).compile(schema);

  it('names every field that Cairn reads, and no other, each with a word about it', () => {
    assert.deepEqual(
      Object.keys(person.properties).sort(),
      ['version', 'login', ...Object.keys(fields)].sort(),
    );
    for (const [name, property] of Object.entries<{ description?: string }>(person.properties))
      if (name !== 'version') assert.ok(property.description, name);
    const { capacity, hoursPerMonth, timeZone, otherLogins, name } = person.properties;
    const words = schema.definitions.words;
    assert.deepEqual(
      {
        ...{
          text: name.maxLength,
          list: words.maxItems,
          item: words.items.maxLength,
          zone: timeZone.maxLength,
        },
        ...{ logins: otherLogins.maxItems, capacity: capacity.maximum, hoursPerMonth: hoursPerMonth.maximum },
      },
      limits,
    );
  });

  it('leaves files of others alone that happen to be called so', () => {
    assert.ok(validate({ name: 1, people: [] }));
    assert.ok(validate({ login: 'x y', capacity: 'lots' }));
    assert.ok(!validate({ version: 1, login: 'x y' }));
  });

  it('takes what Cairn takes and refuses what it refuses', () => {
    const words = fc.oneof(
      fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
      fc.string(),
      fc.constant(['x'.repeat(101)]),
    );
    const time = fc.constantFrom('09:00', '9:30', '24:00', '25:00', '9', '23:59', '24:30', '');
    const json = fc.record(
      {
        otherLogins: fc.constantFrom([], ['bo'], ['b o'], 'bo', Array(21).fill('bo')),
        name: fc.oneof(fc.string(), fc.nat(), fc.constant('x'.repeat(201))),
        team: fc.oneof(fc.string(), fc.boolean()),
        mentors: fc.oneof(fc.boolean(), fc.string()),
        offers: words,
        languages: words,
        timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 7),
        hours: fc.oneof(
          fc.nat(),
          fc.record({
            from: time,
            to: fc.constant('17:00'),
            days: fc.constantFrom([1], [], [7], [1, 1], 'x'),
          }),
        ),
        capacity: fc.constantFrom(0, 50, 51, -1, 1.5, '1'),
        hoursPerMonth: fc.constantFrom(0, 200, 201, 0.5, 'x'),
        stage: fc.constantFrom('junior', 'lead'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(json, (rest) => {
        const value = { version: 1, login: 'ada', ...rest };
        const { problems } = readPerson('people/ada.json', JSON.stringify(value));
        const bad = problems.filter(({ kind }) => kind === 'bad-field');
        // What the schema cannot say: a zone that Intl does not know, hours that begin when they end.
        assert.equal(validate(value), bad.length === 0, JSON.stringify([value, bad, validate.errors]));
      }),
      { numRuns: 1000 },
    );
  });
});
