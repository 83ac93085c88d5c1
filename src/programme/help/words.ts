/** Words of a question that say nothing about its topic. */
const empty = new Set(
  'a about all am an and any are as at be can could do does for from give has have help here how i in is it its know learn like look me mentor my of on or our please see show somebody someone teach tell that the their there this to understand us use using want was we what when where which who why will with work works would you your'.split(
    ' ',
  ),
);

/** The words of a topic by which offers and notes are found; signs of names like `c++` and `.net` stay. */
export function topicWords(text: string): string[] {
  const words =
    text
      .slice(0, 2000)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#.-]+/gu) ?? [];
  const plain = words.map(trimmed).filter((word) => word !== '' && !empty.has(word));
  return [...new Set(plain)];
}

/** Without a dash around it, and without the full stop of a sentence. */
function trimmed(word: string): string {
  let [from, to] = [0, word.length];
  while (word[from] === '-') from++;
  while (to > from && (word[to - 1] === '-' || word[to - 1] === '.')) to--;
  return word.slice(from, to);
}

/** Whether two texts are about the same: a word of the one begins as a word of the other does. */
export function shareWord(topic: readonly string[], text: string): boolean {
  const words = topicWords(text);
  return topic.some((one) => words.some((other) => isAlike(one, other)));
}

function isAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  // "test" and "testing", "deploying" and "deployment"; not "go" and "golf".
  return short === long || (same >= 4 && (same === short.length || same >= long.length * 0.6));
}
