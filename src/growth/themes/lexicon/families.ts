/**
 * Topics that are next to each other, `name | topics`: where a mentee got too little feedback on each for a theme of
 * its own, what there is makes one theme of the family. A topic that is in no family stays alone.
 */
export const families = `
Typos and wording | typos grammar
Documentation and comments | comments docs readme changelog links examples license
Style and naming | formatting naming consistency
Commits and scope | history scope
Tests and their data | tests vectors
Checks and error handling | checks errors returns nulls edge
Types, constants and macros | types constness magic macros includes
Tidier code | dead simple duplicate control structure
API and compatibility | api compat
Build, tools and platforms | build ci dependencies tools config portable warnings
Security and secrets | secrets ctime security randomness
Performance and memory | performance memory
Interface and translation | ui accessibility i18n
`;
