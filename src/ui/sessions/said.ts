/** What people type about a session, read; no words of the user interface. */

const mostMinutes = 10_000;

/** Each name once, without the `@` that people write in front of logins. */
export function namesOf(names: readonly string[]): string[] {
  const plain = names.map((name) => name.trim().replace(/^@/, '')).filter(Boolean);
  const at = (name: string) => plain.findIndex((other) => other.toLowerCase() === name.toLowerCase());
  return plain.filter((name, index) => at(name) === index);
}

/** Minutes of `25`, `25 min`, `1h`, `1.5 h`, `1h30` or `1:30`; `null` for what is none of these. */
export function minutesOf(text: string): number | null {
  const words = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,3})(?::|h\s?)(\d{1,2})(?:\s?m(?:in)?)?$/.exec(words);
  const plain = /^(\d{1,4}(?:\.\d{1,2})?)\s?([a-z]{0,7})$/.exec(words);
  let minutes: number | null = null;
  if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (plain && /^(?:m|min|mins|minute|minutes|)$/.test(plain[2]!)) minutes = Number(plain[1]);
  else if (plain && /^(?:h|hr|hour|hours|std)$/.test(plain[2]!)) minutes = Number(plain[1]) * 60;
  if (minutes === null || minutes < 1 || minutes > mostMinutes) return null;
  return Math.round(minutes);
}
