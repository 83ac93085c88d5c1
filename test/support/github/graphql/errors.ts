import { GraphQLError, type GraphQLFormattedError, print } from 'graphql';

/** An error of GitHub's GraphQL: octokit reads `type`, which graphql-js has no place for but `extensions`. */
export type GitHubError = GraphQLFormattedError & { type?: string };

/** To be thrown in a resolver; `type` as GitHub names it (`NOT_FOUND`, `FORBIDDEN`, ...). */
export function failure(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** The answer's form of an error of an execution, with `type` where GitHub has it. */
export function published(error: GraphQLError): GitHubError {
  const { type, ...extensions } = error.extensions as { type?: string };
  return {
    ...(type ? { type } : {}),
    ...(error.path ? { path: error.path } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
    message: error.message,
  };
}

/** The answer's form of an error of validation: GitHub says it in other words, and with a code. */
export function publishedInvalid(error: GraphQLError): GitHubError {
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (!unknown) return published(error);
  const [, fieldName, typeName] = unknown;
  return {
    path: ['query', fieldName ?? ''],
    extensions: { code: 'undefinedField', typeName, fieldName },
    locations: error.locations ?? [],
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
  };
}

/** The answer's form of a variable that is missing or of the wrong type. */
export function publishedVariable(error: GraphQLError): GitHubError {
  const name = /^Variable "(\$\w+)"/.exec(error.message)?.[1] ?? '';
  const definition = error.nodes?.find((node) => node.kind === 'VariableDefinition');
  const type = definition?.kind === 'VariableDefinition' ? ` of type ${print(definition.type)}` : '';
  return { ...published(error), message: `Variable ${name}${type} was provided invalid value` };
}

/** What a 200 says about an organisation whose SAML sign-on this token has not gone through. */
export function samlFailure(): GraphQLError {
  return new GraphQLError(samlMessage, { extensions: { type: 'FORBIDDEN', saml_failure: true } });
}

export const samlMessage =
  'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.';
