const letters: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};
const code = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/;

/**
 * What a string says that is written as Go writes one, in double quotes or in backquotes; `null` where it is not
 * written so. See `strconv.Unquote` (https://pkg.go.dev/strconv#Unquote), by which `mob` reads its settings.
 */
export function unquoteGo(written: string): string | null {
  const quote = written[0];
  if (written.length < 2 || written.at(-1) !== quote) return null;
  const inner = written.slice(1, -1);
  if (quote === '`') return inner.includes('`') ? null : inner.replaceAll('\r', '');
  if (quote !== '"') return null;
  const bytes: Buffer[] = [];
  for (let i = 0; i < inner.length; ) {
    const next = inner.slice(i).search(/["\\\n]/);
    const end = next < 0 ? inner.length : i + next;
    bytes.push(Buffer.from(inner.slice(i, end), 'utf8'));
    i = end;
    if (i === inner.length) break;
    const sign = escaped(inner.slice(i, i + 10));
    if (!sign) return null;
    bytes.push(sign.bytes);
    i += sign.length;
  }
  return Buffer.concat(bytes).toString('utf8');
}

/** The escape with which these characters begin. */
function escaped(text: string): { bytes: Buffer; length: number } | null {
  if (text[0] !== '\\') return null;
  const letter = letters[text[1] ?? ''];
  if (letter !== undefined) return { bytes: Buffer.from(letter), length: 2 };
  const [all, x, u, U, octal] = code.exec(text) ?? [];
  if (all === undefined) return null;
  const length = all.length;
  const byte = x ? Number.parseInt(x, 16) : octal ? Number.parseInt(octal, 8) : null;
  if (byte !== null) return byte > 255 ? null : { bytes: Buffer.of(byte), length };
  const point = Number.parseInt((u ?? U) as string, 16);
  const isHalf = point >= 0xd800 && point <= 0xdfff;
  return point > 0x10ffff || isHalf ? null : { bytes: Buffer.from(String.fromCodePoint(point)), length };
}
