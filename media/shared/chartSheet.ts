import { chartStyle } from '../../src/growth/charts/index.ts';

/** Gives the page the charts' style. A sheet that is made here is no inline style: the policy stays strict. */
export function addChartSheet(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chartStyle);
  document.adoptedStyleSheets = [sheet];
}
