import { stripTypeScriptTypes } from 'node:module';
import { type AnyNode, type Expression, type Node, parse, type TemplateLiteral } from 'acorn';

/** A regular expression of a source file; `pattern` is `null` where it is not made of constants. */
export type Found = { line: number; written: string; pattern: RegExp | null };

/**
 * All regular expressions of a TypeScript module: literals, and `RegExp(…)` of texts that are put together from
 * texts and constants of the same module.
 */
export function patternsOf(source: string): Found[] {
  const script = stripTypeScriptTypes(source);
  const program = parse(script, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const constants = new Map<string, Expression>();
  const found: Found[] = [];
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
      constants.set(node.id.name, node.init);
  });
  visit(program, (node) => {
    const line = node.loc?.start.line ?? 0;
    const written = script.slice(node.start, node.end).replace(/\s+/g, ' ').slice(0, 120);
    if (node.type === 'Literal' && node.regex) {
      found.push({ line, written, pattern: new RegExp(node.regex.pattern, node.regex.flags) });
    } else if (
      (node.type === 'NewExpression' || node.type === 'CallExpression') &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'RegExp'
    ) {
      const [text, flags] = node.arguments.map((argument) => textOf(argument as Expression, constants));
      const pattern = text === null || text === undefined || flags === null ? null : new RegExp(text, flags);
      found.push({ line, written, pattern });
    }
  });
  return found;
}

function visit(node: Node, see: (node: AnyNode) => void): void {
  see(node as AnyNode);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof child.type === 'string') visit(child, see);
  }
}

/** What text an expression is; `null` where it is not made of constants. */
function textOf(node: Expression, constants: ReadonlyMap<string, Expression>): string | null {
  if (node.type === 'Literal') {
    if (node.regex) return node.regex.pattern;
    return typeof node.value === 'string' ? node.value : null;
  }
  if (node.type === 'TemplateLiteral') return templateOf(node, constants);
  if (node.type === 'BinaryExpression' && node.operator === '+' && node.left.type !== 'PrivateIdentifier') {
    const [left, right] = [textOf(node.left, constants), textOf(node.right, constants)];
    return left === null || right === null ? null : left + right;
  }
  if (node.type === 'Identifier') {
    const init = constants.get(node.name);
    return init ? textOf(init, constants) : null;
  }
  if (
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'source'
  )
    return node.object.type === 'Super' ? null : textOf(node.object, constants);
  return null;
}

function templateOf(node: TemplateLiteral, constants: ReadonlyMap<string, Expression>): string | null {
  let text = '';
  for (const [at, quasi] of node.quasis.entries()) {
    text += quasi.value.cooked ?? '';
    const expression = node.expressions[at];
    if (!expression) continue;
    const part = textOf(expression, constants);
    if (part === null) return null;
    text += part;
  }
  return text;
}
