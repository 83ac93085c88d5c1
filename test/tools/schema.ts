import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { envelopeSchema, payloads } from '../../src/model/events.ts';
import { exportFormat, exportVersion, schemaAddress } from '../../src/model/exportSpace.ts';
import { erasedType } from '../../src/model/kinds.ts';

/*
 * `npm run schema`: writes media/space.schema.json, the published JSON Schema of what a space is exported to, from
 * the schemas of the journal's events. With --check it only says whether that file is up to date, and ends with 1
 * when it is not.
 */
const file = 'media/space.schema.json';

/** As data comes in: what is not named may be there, too. */
const schemaOf = (schema: z.core.$ZodType) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
  return rest;
};
const types = Object.entries(payloads);
const envelope = schemaOf(envelopeSchema) as { properties: Record<string, object> };

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: schemaAddress,
  title: 'A space of Cairn',
  description:
    'What was said in a mentorship, event by event, as the journal of a space holds it. Made by "Cairn: Export Space", read by "Cairn: Import Space".',
  type: 'object',
  required: ['format', 'version', 'exportedAt', 'space', 'events'],
  properties: {
    $schema: { type: 'string' },
    format: { const: exportFormat },
    version: { const: exportVersion },
    exportedAt: { description: 'ISO 8601 time, UTC.', type: 'string', maxLength: 40 },
    space: {
      type: 'object',
      required: ['id', 'name'],
      properties: {
        id: { description: 'ULID; null for a space that was never shared.', type: ['string', 'null'] },
        name: { type: 'string', maxLength: 200 },
      },
    },
    events: {
      description: 'In the order in which they count: by time, ties by id.',
      type: 'array',
      items: { $ref: '#/$defs/event' },
    },
  },
  $defs: {
    event: {
      ...envelope,
      properties: {
        ...envelope.properties,
        type: { ...envelope.properties.type, not: { const: erasedType } },
        writer: {
          description: 'Folder of the journal in which it stood: one for each clone of the space.',
          type: 'string',
          pattern: '^[a-z0-9]{8,32}$',
        },
        isPrivate: {
          description: 'It stood in the journal that its user keeps to themselves, and goes into such a one.',
          const: true,
        },
      },
      // A type or a version that is not named here was written by a newer Cairn: it is kept as it is.
      allOf: types.map(([type]) => ({
        if: { properties: { type: { const: type }, version: { const: 1 } } },
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        then: { properties: { payload: { $ref: `#/$defs/${type}` } } },
      })),
    },
    ...Object.fromEntries(types.map(([type, payload]) => [type, schemaOf(payload)])),
  },
};

const text = `${JSON.stringify(schema, null, 2)}\n`;
if (process.argv.includes('--check')) {
  const isCurrent = (await readFile(file, 'utf8').catch(() => '')) === text;
  console.log(
    `schema: ${types.length} types, ${isCurrent ? 'up to date' : 'out of date; run npm run schema'}`,
  );
  process.exitCode = isCurrent ? 0 : 1;
} else {
  await writeFile(file, text);
}
