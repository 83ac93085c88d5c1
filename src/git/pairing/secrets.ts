import { type AddedLine, addedLines } from './addedLines.ts';
import { isStandIn, looksDrawn, looksThoughtUp } from './secretValue.ts';
import { tokenShapes } from './tokenShapes.ts';
import type { Secret } from './types.ts';

const mostSecrets = 100;
/** Characters; what a line holds beyond that is not looked at. */
const longestLine = 20_000;

/** Of a variable: `DB_PASSWORD`, `apiKey`, `client-secret`, `auth_token`. */
const secretName =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|access|auth|private|signing|encryption|master|account)[-_]?key)s?$/i;
const passwordName = /(?:pass(?:word|wd|phrase)?|pwd)$/i;
/** `name = "value"`, `"name": 'value'`, `name := value`; the name's end and the value. */
const quoted =
  /([A-Za-z0-9_.-]{1,80})["'`\]]{0,2}[ \t]{0,8}(?::|=|:=|=>)[ \t]{0,8}["'`]([^"'`\s]{6,500})["'`]/g;
const withPassword = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"'`<>]{1,100}:([^\s:@/"'`<>]{4,200})@[a-z0-9[]/i;
const keyHeader = /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----/;
const keyBody = /[A-Za-z0-9+/=]{40}/;

const isSettings = (path: string) =>
  /(?:^|\/)\.env(?:\.[^/]{1,100})?$|\.(?:env|ini|cfg|conf|properties|toml|ya?ml)$|(?:^|\/)\.(?:npmrc|pypirc|netrc)$/i.test(
    path,
  );
const isEnv = (path: string) => /(?:^|\/)\.env(?:\.[^/]{1,100})?$|\.env$/i.test(path) && !isSample(path);
const isSample = (path: string) => /example|sample|template|\.dist$/i.test(path);
/** Made by programs, full of checksums. */
const isLock = (path: string) =>
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|go\.sum|[^/]{1,100}\.lock|pnpm-lock\.yaml)$/i.test(
    path,
  );

/**
 * Probable secrets in the lines that a diff adds; see `addedLines` for how the diff has to be made. At most 100, one a
 * line. Takes linear time; what it returns never holds the secret.
 */
export function findSecrets(diff: string): Secret[] {
  const found: Secret[] = [];
  let header: { at: AddedLine; lines: number } | null = null;
  for (const whole of addedLines(diff)) {
    const line = { ...whole, text: whole.text.slice(0, longestLine) };
    if (header && header.at.path === line.path && header.lines-- > 0) {
      if (keyBody.test(line.text)) {
        found.push({ path: line.path, line: header.at.line, kind: 'private key' });
        header = null;
      }
    }
    const begins = keyHeader.exec(line.text);
    if (begins && keyBody.test(line.text.slice(begins.index + begins[0].length))) {
      found.push({ path: line.path, line: line.line, kind: 'private key' });
    } else if (begins) header = { at: line, lines: 6 };
    else {
      const kind = kindOf(line);
      if (kind !== null) found.push({ path: line.path, line: line.line, kind });
    }
    if (found.length >= mostSecrets) break;
  }
  return found;
}

function kindOf({ path, text }: AddedLine): string | null {
  for (const [kind, shape] of tokenShapes) {
    const token = shape.exec(text)?.[0];
    if (token !== undefined && !isExample(token)) return kind;
  }
  const password = withPassword.exec(text)?.[1];
  if (password !== undefined && !isStandIn(password) && /[^a-z]/.test(password))
    return 'password in an address';
  return isLock(path) || isSample(path) ? null : assigned(path, text);
}

/** `AKIAIOSFODNN7EXAMPLE` of every manual, and what was typed to look like a token. */
function isExample(token: string): boolean {
  return /example|xxxx|0000|1234567|abcdef[^0-9a-f]/i.test(token) || new Set(token).size < 8;
}

function assigned(path: string, text: string): string | null {
  const pairs = [...text.matchAll(quoted)]
    .slice(0, 50)
    .map(([, name = '', value = '']) => [name, value] as const);
  if (isSettings(path)) pairs.push(...setting(text));
  for (const [name, value] of pairs) {
    if (!secretName.test(name) || isStandIn(value)) continue;
    if (passwordName.test(name) && looksThoughtUp(value)) return 'password';
    if (looksDrawn(value)) return 'value of a secret';
    // What stands in a .env file is there because it belongs to nobody else.
    if (isEnv(path)) return 'value of a secret';
  }
  return null;
}

/** `export NAME=value # why` of a settings file, where nothing need be quoted. */
function setting(text: string): [name: string, value: string][] {
  const line = text.trim().replace(/^export /, '');
  const equals = line.indexOf('=');
  const at = equals < 0 ? line.indexOf(':') : equals;
  // The name of an .npmrc begins with an address.
  const name = line.slice(0, Math.max(0, at)).split(/[:/]/).at(-1)?.trim() ?? '';
  const rest = line.slice(at + 1).trim();
  const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : '';
  const [value = '', after = ''] = quote === '' ? rest.split(/\s/) : rest.slice(1).split(quote);
  const isOne = at > 0 && /^[\w.-]{1,80}$/.test(name) && /^\s{0,9}(?:#|$)/.test(after);
  return isOne && value.length >= 6 && value.length <= 500 ? [[name, value]] : [];
}
