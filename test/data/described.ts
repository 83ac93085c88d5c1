import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, OpenAPIBackend } from 'openapi-backend';

const data = join(import.meta.dirname, '../../../shared/data/github');

/** `POST /user/repos`, which the subset leaves out: after GitHub's page on it. */
const makeRepository = {
  operationId: 'repos/create-for-authenticated-user',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            private: { type: 'boolean' },
            auto_init: { type: 'boolean' },
          },
        },
      },
    },
  },
  responses: {
    201: {
      description: 'Made',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/full-repository' } } },
    },
    422: {
      description: 'Refused',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/validation-error' } } },
    },
  },
};

/** GitHub's description, with what real data needs: the place of an outdated comment is `null`. */
export async function described(): Promise<OpenAPIBackend> {
  const definition = JSON.parse(await readFile(join(data, 'openapi-subset.json'), 'utf8'));
  definition.paths['/user/repos'] = { post: makeRepository };
  const comment = definition.components.schemas['pull-request-review-comment'].properties;
  for (const field of ['line', 'original_line', 'position', 'start_line', 'start_side']) {
    comment[field].nullable = true;
    if (comment[field].enum) comment[field].enum.push(null);
  }
  // A deleted fork leaves `null` in lists, too.
  const head = definition.components.schemas['pull-request-simple'].properties.head.properties;
  head.repo = { anyOf: [head.repo, { type: 'object', nullable: true, enum: [null] }] };
  const api = new OpenAPIBackend({
    definition: definition as Document,
    quick: true,
    ajvOpts: { strict: false, validateFormats: false, allErrors: true, logger: false },
  });
  await api.init();
  return api;
}
