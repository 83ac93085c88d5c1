import {
  type DocumentNode,
  defaultFieldResolver,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { githubSchema } from '../schema.ts';
import type { Context } from './context.ts';
import { failure, type GitHubError, published, publishedInvalid } from './errors.ts';
import { weigh } from './limits.ts';
import { root } from './query.ts';

export type GraphQLRequest = {
  query?: unknown;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
};
export type GraphQLAnswer = { data?: unknown; errors?: GitHubError[] };

/** Documents that were parsed and found valid, or why not: a client sends the same few again and again. */
const documents = new Map<string, { document: DocumentNode } | { errors: GitHubError[] }>();

/** Runs one request. All answers are HTTP 200, as GitHub's are; `context.cost` is what it took. */
export async function runGraphQL(request: GraphQLRequest, context: Context): Promise<GraphQLAnswer> {
  if (typeof request.query !== 'string')
    return { errors: [{ message: 'A query attribute must be specified and must be a string.' }] };
  const checked = check(request.query);
  if ('errors' in checked) return { errors: checked.errors };
  const operation = getOperationAST(checked.document, request.operationName);
  if (!operation) return { errors: [{ message: 'No operation with that name, or several without one.' }] };
  const variableValues = request.variables ?? {};
  try {
    const weight = weigh(
      githubSchema(),
      checked.document,
      operation,
      withDefaults(operation, variableValues),
    );
    if (weight.errors.length > 0) return { data: null, errors: weight.errors.map(published) };
    context.cost = weight.cost;
    context.nodeCount = weight.nodeCount;
  } catch (error) {
    // A variable without a value, or of the wrong type: execution says so in its own words, below.
    if (!(error instanceof GraphQLError)) throw error;
  }
  if (!context.rateLimit.take(context.cost)) {
    const message = `API rate limit exceeded for user ID ${context.viewer.id}.`;
    return { errors: [{ type: 'RATE_LIMITED', message }] };
  }
  const result = await execute({
    schema: githubSchema(),
    document: checked.document,
    operationName: request.operationName ?? undefined,
    variableValues,
    rootValue: root(context),
    contextValue: context,
    fieldResolver,
  });
  return {
    ...('data' in result ? { data: result.data } : {}),
    ...(result.errors ? { errors: result.errors.map(published) } : {}),
  };
}

function check(query: string): { document: DocumentNode } | { errors: GitHubError[] } {
  const known = documents.get(query);
  if (known) return known;
  let result: { document: DocumentNode } | { errors: GitHubError[] };
  try {
    const document = parse(query);
    const errors = validate(githubSchema(), document);
    result = errors.length > 0 ? { errors: errors.map(publishedInvalid) } : { document };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    result = { errors: [published(error)] };
  }
  documents.set(query, result);
  return result;
}

/** A variable that was not given has its default from the operation. */
function withDefaults(
  operation: NonNullable<ReturnType<typeof getOperationAST>>,
  given: Record<string, unknown>,
) {
  const values = { ...given };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === 'IntValue') values[variable.name.value] ??= Number(defaultValue.value);
    if (defaultValue?.kind === 'BooleanValue') values[variable.name.value] ??= defaultValue.value;
  }
  return values;
}

/** A field of GitHub's that this server does not model fails loudly instead of reading as `null`. */
const fieldResolver: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const name = `${info.parentType.name}.${info.fieldName}`;
  if (context.forbidden.has(name))
    throw failure('FORBIDDEN', 'Resource not accessible by personal access token');
  if (typeof source === 'object' && source !== null && !(info.fieldName in source)) {
    throw new Error(`The local GitHub server does not model ${name}`);
  }
  return defaultFieldResolver(source, args, context, info);
};
