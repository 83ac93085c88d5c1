import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';

let schema: GraphQLSchema | undefined;

/**
 * GitHub's own GraphQL schema, built once a process. Its published text repeats a field, which the strict
 * build refuses, so it is taken as valid.
 */
export function githubSchema(): GraphQLSchema {
  if (!schema) {
    // The package does not export its text by name, so it is found beside its entry.
    const entry = fileURLToPath(import.meta.resolve('@octokit/graphql-schema'));
    schema = buildSchema(readFileSync(join(dirname(entry), 'schema.graphql'), 'utf8'), {
      assumeValidSDL: true,
      assumeValid: true,
      noLocation: true,
    });
  }
  return schema;
}
