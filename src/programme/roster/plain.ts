/** What hides or reorders text: controls, marks of direction, invisible signs, halves of characters. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Somebody's words as one line without anything hidden; still untrusted. */
export const plainText = (text: string): string =>
  text.replace(hidden, ' ').replace(/\s+/g, ' ').trim().normalize('NFC');
