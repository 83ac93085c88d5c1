import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const mostNodes = 500_000;
const longestPage = 100;
type Variables = Record<string, unknown>;

/** What a query asks for at most, by GitHub's rules, before it runs. */
export type Weight = { cost: number; nodeCount: number; errors: GraphQLError[] };

/**
 * GitHub's published rules: every connection needs `first` or `last` from 1 to 100; the nodes of all
 * connections together (each page times the pages it is nested in) are at most 500,000; the cost is the
 * number of requests that filling all connections takes, divided by 100 and rounded, at least 1.
 */
export function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Weight {
  const fragments = new Map(
    document.definitions.flatMap((d) =>
      d.kind === 'FragmentDefinition' ? [[d.name.value, d] as const] : [],
    ),
  );
  const errors: GraphQLError[] = [];
  let nodeCount = 0;
  let requests = 0;

  function walk(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    times: number,
    path: string[],
  ): void {
    for (const selection of set.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) continue;
      if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value);
        if (fragment)
          walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), times, path);
      } else if (selection.kind === 'InlineFragment') {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        walk(selection.selectionSet, on, times, path);
      } else if (isObjectType(type) || isInterfaceType(type)) {
        visit(selection, type.getFields()[selection.name.value], times, path);
      }
    }
  }

  function visit(node: FieldNode, field: FieldOf | undefined, times: number, path: string[]): void {
    if (!field) return;
    const here = [...path, node.alias?.value ?? node.name.value];
    const args = getArgumentValues(field, node, variables);
    let inner = times;
    if (getNamedType(field.type).name.endsWith('Connection') && field.args.some((a) => a.name === 'first')) {
      const size = (args.first ?? args.last) as number | null | undefined;
      const problem = pageProblem(node.name.value, args);
      if (problem)
        errors.push(
          new GraphQLError(problem.message, { nodes: node, path: here, extensions: { type: problem.type } }),
        );
      requests += times;
      inner = times * (size ?? 0);
      nodeCount += inner;
    } else if (Array.isArray(args.ids)) {
      inner = times * args.ids.length;
    }
    if (node.selectionSet) walk(node.selectionSet, getNamedType(field.type), inner, here);
  }

  walk(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 1, []);
  if (errors.length === 0 && nodeCount > mostNodes) errors.push(tooManyNodes(nodeCount));
  return { cost: Math.max(1, Math.round(requests / 100)), nodeCount, errors };
}

type FieldOf = ReturnType<import('graphql').GraphQLObjectType['getFields']>[string];

function pageProblem(
  name: string,
  args: { [key: string]: unknown },
): { type: string; message: string } | null {
  const limit = args.first !== undefined && args.first !== null ? 'first' : 'last';
  const size = args[limit] as number | null | undefined;
  if (size === undefined || size === null) {
    return {
      type: 'MISSING_PAGINATION_BOUNDARIES',
      message: `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    };
  }
  if (size > longestPage) {
    return {
      type: 'EXCESSIVE_PAGINATION',
      message: `Requesting ${size} records on the \`${name}\` connection exceeds the \`${limit}\` limit of ${longestPage} records.`,
    };
  }
  return size >= 0
    ? null
    : {
        type: 'INVALID_CURSOR_ARGUMENTS',
        message: `\`${limit}\` on the \`${name}\` connection cannot be less than zero.`,
      };
}

function tooManyNodes(count: number): GraphQLError {
  const asked = count.toLocaleString('en-US');
  return new GraphQLError(
    `This query requests up to ${asked} possible nodes which exceeds the maximum limit of ${mostNodes.toLocaleString('en-US')}.`,
    { extensions: { type: 'MAX_NODE_LIMIT_EXCEEDED' } },
  );
}
