import {
  type DocumentNode,
  defaultFieldResolver,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { githubSchema } from '../schema.ts';
import type { Context } from './context.ts';
import {
  failure,
  type GitHubError,
  published,
  publishedInvalid,
  publishedVariable,
  samlFailure,
} from './errors.ts';
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
  const { coerced, errors } = getVariableValues(
    githubSchema(),
    operation.variableDefinitions ?? [],
    variableValues,
  );
  if (errors) return { errors: errors.map(publishedVariable) };
  const weight = weigh(githubSchema(), checked.document, operation, coerced);
  if (weight.errors.length > 0) return { data: null, errors: weight.errors.map(published) };
  context.cost = weight.cost;
  context.nodeCount = weight.nodeCount;
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

/** A field of GitHub's that this server does not model fails loudly instead of reading as `null`. */
const fieldResolver: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const name = `${info.parentType.name}.${info.fieldName}`;
  if (context.forbidden.has(name)) {
    throw failure('FORBIDDEN', 'Resource not accessible by personal access token');
  }
  if (context.isSamlMissing && (name === 'Repository.pullRequest' || name === 'Query.node'))
    throw samlFailure();
  if (typeof source === 'object' && source !== null && !(info.fieldName in source)) {
    throw new Error(`The local GitHub server does not model ${name}`);
  }
  const value: unknown = defaultFieldResolver(source, args, context, info);
  const isListOfFound = name === 'Query.nodes' || name === 'SearchResultItemConnection.nodes';
  return context.isSamlMissing && isListOfFound ? (value as unknown[]).map(samlFailure) : value;
};
