'use strict';
/*
 * Loaded before everything else in a VS Code whose calendar a test turns: adds the milliseconds that stand in the file
 * CAIRN_TEST_CLOCK to what `Date` says, and leaves timers as they are. Read anew at most twenty times a second.
 */
const { readFileSync } = require('node:fs');

const file = process.env.CAIRN_TEST_CLOCK;
const Real = Date;
let shift = 0;
let readAt = Number.NEGATIVE_INFINITY;

function now() {
  if (performance.now() - readAt > 50) {
    readAt = performance.now();
    try {
      shift = Number(readFileSync(file, 'utf8')) || 0;
    } catch {
      // Nobody has turned it yet.
    }
  }
  return Real.now() + shift;
}

globalThis.Date = new Proxy(Real, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
