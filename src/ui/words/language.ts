import * as vscode from 'vscode';

/** VS Code's display language where Intl knows it; the pseudo-language and the like fall back to English. */
export function languageTag(): string {
  try {
    return Intl.getCanonicalLocales(vscode.env.language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * Picks the form that the user's language wants for a number. A language with more than two forms gets `other`
 * for the rest: its translation is to be written so that it fits them all ("feedback to tag: {0}").
 */
export function plural(n: number, one: string, other: string): string {
  return rules().select(n) === 'one' ? one : other;
}

let cached: { language: string; rules: Intl.PluralRules } | undefined;
function rules(): Intl.PluralRules {
  const language = languageTag();
  if (cached?.language !== language) cached = { language, rules: new Intl.PluralRules(language) };
  return cached.rules;
}
