import type { Context } from 'mocha';
import { closeBrowser, whatIsShown } from './workbench.ts';

/** Around each file of the browser suites: what a failing test had before its eyes, and no browser left behind. */
export const mochaHooks = {
  async afterEach(this: Context) {
    if (this.currentTest?.state === 'failed') console.error(await whatIsShown().catch(String));
  },
  async afterAll() {
    await closeBrowser();
  },
};
