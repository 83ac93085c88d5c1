/** Stands before each line that mocha prints in the extension host, to tell it from the host's other output. */
export const reportMark = '[suites] ';
