import { markup } from '#lambdas/runtime/markup.ts';

/** Light and dark by the reader's choice, one column on a phone, black on white in print. */
export const PAGE_STYLE = markup`
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f5f7, #0e1217);
  --panel: light-dark(#ffffff, #151a21);
  --line: light-dark(#d5dce3, #2a323c);
  --text: light-dark(#1a2027, #e3e8ee);
  --quiet: light-dark(#55606c, #9ba7b4);
  --accent: light-dark(#0a5c8f, #7cc0ee);
  --more: light-dark(#9a4a06, #f2ac6b);
  --less: light-dark(#0a5c8f, #7cc0ee);
  --note: light-dark(#fdf6e3, #2a2412);
  --note-line: light-dark(#b98a1d, #a98425);
  --chart-text: var(--text);
  --chart-quiet: var(--quiet);
  --chart-grid: var(--line);
  --chart-ground: var(--panel);
  --chart-above: light-dark(#1f6fa8, #5ba7dd);
  --chart-below: light-dark(#c8641b, #f0a860);
  --chart-line: light-dark(#1a2027, #f4f6f8);
  font: 15px / 1.5 system-ui, sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 24px 16px; background: var(--ground); color: var(--text); overflow-wrap: anywhere; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1rem; margin-top: 20px; }
a { color: var(--accent); }
code { font: 0.9em ui-monospace, "DejaVu Sans Mono", monospace; }
bdi { unicode-bidi: isolate; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroller:focus-visible { outline-offset: -2px; }

header { display: grid; gap: 6px; }
.quiet, .about, .id, footer { color: var(--quiet); }
.id { font-size: 0.85em; font-weight: 400; font-variant-numeric: tabular-nums; }
.status strong { border-radius: 4px; padding: 1px 7px; border: 1px solid; }
.open strong { color: var(--more); }
.closed strong { color: var(--less); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; }
nav a { display: inline-block; padding: 4px 0; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; margin: 20px 0; }
section, .figure, .note { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; scroll-margin-top: 12px; }
.note { background: var(--note); border-color: var(--note-line); }
.note h2 { font-size: 1rem; }
.note ul { padding-left: 20px; }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 12px; }
@media (min-width: 1000px) { .figures:has(> :nth-child(4):last-child) { grid-template-columns: repeat(4, 1fr); } }
.figure dt { color: var(--quiet); }
.figure .amount { font-size: 1.45rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.figure.main .amount { font-size: 1.9rem; line-height: 1.25; }
.amount small { font-size: 0.95rem; font-weight: 400; }
.about { font-size: 0.88rem; }
.more { color: var(--more); }
.less { color: var(--less); }
.figure.more, .figure.less { color: inherit; }
.figure.more .amount { color: var(--more); }
.figure.less .amount { color: var(--less); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(400px, 100%), 1fr)); gap: 8px 32px; }
.columns h3 { margin: 0; }

svg { display: block; width: 100%; height: auto; }
.columns svg { max-width: 520px; margin-top: 8px; }
td svg { width: 110px; height: 8px; margin: 3px 0 0 auto; border-radius: 2px; }
.steps { padding-left: 20px; }
.rules { display: grid; grid-template-columns: minmax(90px, max-content) minmax(0, 1fr); gap: 4px 16px; }
.rules dt { overflow-wrap: anywhere; }
.narrow, .in-print { display: none; }
.scroller { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: 6px; }
th, td { padding: 5px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; overflow-wrap: normal; }
thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 165px; overflow-wrap: anywhere; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
.n { text-align: right; }
th button { all: unset; cursor: pointer; font: inherit; color: inherit; padding: 4px 0; }
th button:hover { text-decoration: underline; }
th button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
th[aria-sort="descending"] button::after { content: " ▼"; }
details { margin-top: 8px; }
summary { cursor: pointer; color: var(--accent); padding: 6px 0; }
.search input { font: inherit; color: inherit; background: var(--ground); border: 1px solid light-dark(#8a96a3, #5d6a78); border-radius: 5px; padding: 5px 9px; margin: 4px 0; max-width: 100%; }

@media (max-width: 640px) {
  body { padding: 16px 10px; }
  section, .figure { padding: 12px; }
  .wide { display: none; }
  .narrow { display: block; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 8px; }
  .figure.main { grid-column: 1 / -1; }
  .figure .amount { font-size: 1.15rem; }
  tbody td:not(.n) { min-width: 130px; }
  tbody th, tfoot th, thead th:first-child { position: sticky; left: 0; background: var(--panel); }
}
@media print {
  :root { color-scheme: light; font-size: 10.5px; --ground: #fff; }
  @page { margin: 14mm; }
  body { max-width: none; padding: 0; }
  nav, .search, details:not([open]) { display: none; }
  .in-print { display: block; color: var(--quiet); }
  .wide { display: block; }
  .narrow { display: none; }
  section, .figure { border-color: #bbb; }
  section { display: block; }
  section > * + * { margin-top: 8px; }
  .scroller { overflow: visible; }
  tr, svg, .figure, h2, h3 { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  .figures { grid-template-columns: repeat(3, 1fr); }
  .columns { grid-template-columns: 1fr 1fr; }
  .columns > div { break-inside: avoid; }
  section > p { break-after: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:nth-child(-n+3) { break-before: avoid; }
  tfoot { display: table-row-group; }
  a { color: inherit; text-decoration: none; }
}
`;
