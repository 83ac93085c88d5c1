/**
 * The style of the charts, for a page and for a file. Colours are the custom properties `--chart-<key>` of whatever
 * is around (`--chart-keep`, `--chart-stop`, `--chart-start`, `--chart-first` …), `--chart-quiet` for axes and words,
 * `--chart-ground` for what is behind the picture; each falls back to the colour of the text.
 */
export const inks = ['keep', 'stop', 'start', 'first', 'second', 'third', 'quiet'] as const;

const colour = (ink: string) => `var(--chart-${ink}, currentColor)`;

export const chartStyle = `
.chart { display: block; max-width: 100%; overflow: visible; }
.chart .word { fill: ${colour('quiet')}; }
.chart .strong { fill: currentColor; }
.chart .said { fill: currentColor; stroke: var(--chart-ground, none); stroke-width: 3; paint-order: stroke; }
.chart .grid { stroke: ${colour('quiet')}; stroke-width: 0.6; opacity: 0.35; }
.chart .base, .chart .tick { stroke: ${colour('quiet')}; stroke-width: 0.8; }
.chart .reference { stroke: currentColor; stroke-width: 1; stroke-dasharray: 5 4; }
.chart .area { fill: transparent; }
.chart .column:hover .area { fill: ${colour('quiet')}; fill-opacity: 0.15; }
.chart .framed { stroke-width: 1; }
.chart .stretch { stroke-width: 1.6; stroke-linejoin: round; }
.chart .hollow { fill: var(--chart-ground, none); stroke-width: 1.2; }
.chart .dot-occurrence { fill: currentColor; stroke: currentColor; stroke-width: 1; }
.chart .dot-clear { fill: var(--chart-ground, none); stroke: ${colour('first')}; stroke-width: 1.4; }
.chart .dot-unknown { stroke: ${colour('quiet')}; stroke-width: 1.6; }
.chart .dot-learned { stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 3 2; }
${inks.map((ink) => `.chart .ink-${ink} { fill: ${colour(ink)}; }\n.chart .line-${ink} { stroke: ${colour(ink)}; }`).join('\n')}
`;
