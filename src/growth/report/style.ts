import { chartStyle } from '../charts/index.ts';

/** The style of a report's page: light and dark by the reader's choice, for paper, and in forced colours. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --ink: #1f2328; --quiet: #57606a; --ground: #ffffff; --line: #d0d7de; --link: #0550ae;
  --chart-keep: #1a7f37; --chart-stop: #bc4c00; --chart-start: #0550ae;
  --chart-first: #0550ae; --chart-second: #8250df; --chart-third: #1a7f37;
  --chart-quiet: var(--quiet); --chart-ground: var(--ground);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --quiet: #9198a1; --ground: #0d1117; --line: #3d444d; --link: #6cb6ff;
    --chart-keep: #3fb950; --chart-stop: #f0883e; --chart-start: #6cb6ff;
    --chart-first: #6cb6ff; --chart-second: #bc8cff; --chart-third: #3fb950;
  }
}
@media (prefers-contrast: more) {
  :root { --quiet: var(--ink); --line: var(--ink); }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem;
  color: var(--ink); background: var(--ground);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 2.2rem 0 0.6rem; padding-bottom: 0.25rem; font-size: 1.2rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.2rem 0 0.2rem; font-size: 1rem; }
p { margin: 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.lead, .sources, .facts, figcaption, footer { color: var(--quiet); }
.lead { margin-top: 0.4rem; }
.sources, .facts { font-size: 0.875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 1rem 0 0; padding: 0; list-style: none; }
ul.claims { margin: 0; padding: 0; list-style: none; }
ul.claims > li { margin: 0.7rem 0; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--line); }
ul.claims > li.private { border-inline-start-style: double; }
.mark { font-size: 0.875rem; border: 1px solid var(--line); border-radius: 0.3rem; padding: 0 0.35rem; }
figure { margin: 0.8rem 0 0.4rem; }
details { margin-top: 0.3rem; font-size: 0.875rem; }
table { border-collapse: collapse; margin-top: 0.4rem; }
caption { text-align: start; color: var(--quiet); }
th, td { padding: 0.15rem 0.7rem 0.15rem 0; text-align: start; border-bottom: 1px solid var(--line); }
td { text-align: end; font-variant-numeric: tabular-nums; }
:target { outline: 2px solid var(--link); outline-offset: 4px; }
footer { margin-top: 3rem; font-size: 0.875rem; }
@media (forced-colors: active) {
  :root {
    --ink: CanvasText; --quiet: CanvasText; --ground: Canvas; --line: CanvasText; --link: LinkText;
    --chart-keep: CanvasText; --chart-stop: CanvasText; --chart-start: CanvasText;
    --chart-first: CanvasText; --chart-second: CanvasText; --chart-third: CanvasText;
  }
  .chart { forced-color-adjust: none; color: CanvasText; }
}
@media print {
  :root {
    --ink: #000; --quiet: #333; --ground: #fff; --line: #999; --link: #000;
    --chart-keep: #1a7f37; --chart-stop: #bc4c00; --chart-start: #0550ae;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, details:not([open]) { display: none; }
  h2, h3 { break-after: avoid; }
  li, figure { break-inside: avoid; }
}
${chartStyle}`;
