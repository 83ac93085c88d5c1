/** Questions to ask instead of giving an order, by what the comment is about. */
const topics: readonly { about: RegExp; questions: readonly string[] }[] = [
  {
    about: /\b(?:nam(?:e|es|ed|ing)|renam\w{1,4}|call(?:ed)? (?:it|this))\b/,
    questions: ['What would somebody who sees only this name expect it to do?'],
  },
  {
    about: /\b(?:test\w{0,4}|spec|assert\w{0,7}|mock\w{0,3}|coverage|fixtures?)\b/,
    questions: ['Which case would break this without a test going red?'],
  },
  {
    about:
      /\b(?:error\w{0,2}|exceptions?|throws?|catch\w{0,3}|fail\w{0,4}|null|undefined|nil|none|retry|timeout)\b/,
    questions: ['What happens here when this fails?'],
  },
  {
    about:
      /\b(?:fast\w{0,3}|slow\w{0,3}|performance|loops?|cach\w{1,3}|memory|quer(?:y|ies)|index\w{0,3}|o\(n\w{0,3}|batch)\b/,
    questions: ['How does this behave with a hundred times as much data?'],
  },
  {
    about:
      /\b(?:secur\w{1,4}|escap\w{1,3}|inject\w{0,4}|sanitiz\w{1,3}|tokens?|passwords?|secrets?|auth\w{0,12}|permissions?)\b/,
    questions: ['What could somebody with bad intentions send here?'],
  },
  {
    about: /\b(?:threads?|lock\w{0,3}|async|await|race|concurren\w{2,4}|mutex|parallel|atomic)\b/,
    questions: ['What happens when two of these run at the same time?'],
  },
  {
    about:
      /\b(?:split\w{0,4}|extract\w{0,3}|move\w{0,1}|refactor\w{0,3}|class(?:es)?|modules?|functions?|methods?|duplicat\w{1,4}|reuse|helper|inline)\b/,
    questions: ['What would make this easier to change next time?'],
  },
  {
    about: /\b(?:librar(?:y|ies)|packages?|dependenc(?:y|ies)|framework|version)\b/,
    questions: ['What speaks for and against this dependency?'],
  },
];
const always = ['What alternatives did you consider?', 'What led you to this way?'];

/** At most two questions that fit what a sentence is about, the nearest first. */
export function questionsFor(prose: string): string[] {
  const fitting = topics.filter(({ about }) => about.test(prose)).flatMap(({ questions }) => questions);
  return [...fitting.slice(0, 1), ...always].slice(0, 2);
}
