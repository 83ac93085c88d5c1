/**
 * Topics that are next to each other, `name | topics`: where a mentee got too little feedback on each for a theme of
 * its own, what there is makes one theme of the family. Few topics are near enough for that: readers who did not know
 * the themes found that tests and their data, or style and names, say different things.
 */
export const families = `
Typos and wording | typos grammar
`;
