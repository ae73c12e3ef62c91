/** The look of reports in HTML, on screen and printed. */
import { palette } from './palette.ts';

export const htmlStyle = `
:root { color-scheme: light; --ink: ${palette.ink}; --ink-2: ${palette.ink2}; --ink-3: ${palette.ink3}; --hair: ${palette.hair};
  --rule: ${palette.rule}; --side: ${palette.side}; --accent: ${palette.accent}; }
* { box-sizing: border-box; }
html { background: var(--side); }
body { margin: 0; color: var(--ink); font: 14px/1.5 Inter, Roboto, "Segoe UI", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 860px; margin: 0 auto; padding: 56px 64px 40px; background: #fff; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin: 4px 0 6px; font-size: 34px; font-weight: 650; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { margin: 48px 0 12px; padding-top: 14px; border-top: 2px solid var(--ink); font-size: 20px; font-weight: 650; }
h3 { margin: 28px 0 8px; font-size: 15px; font-weight: 650; overflow-wrap: anywhere; }
p { margin: 0 0 10px; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.kind { margin: 0; color: var(--ink-3); font-weight: 560; }
.subtitle { color: var(--ink-2); font-size: 17px; }
.notice { padding: 6px 10px; border: 1px solid ${palette.warn}; color: ${palette.warn}; }
.outcome { margin: 22px 0; padding: 10px 16px; border-left: 4px solid var(--ink-3); background: var(--side); }
.outcome p { margin: 0; font-size: 18px; font-weight: 600; }
.outcome .note { margin-top: 4px; font-size: 14px; font-weight: 400; }
.outcome.good { border-color: ${palette.good}; } .outcome.warn { border-color: ${palette.warn}; } .outcome.stop { border-color: ${palette.stop}; }
.facts { margin: 0 0 12px; }
.facts div { display: grid; grid-template-columns: 128px 1fr; gap: 12px; padding: 4px 0; border-bottom: 1px solid var(--hair); break-inside: avoid; }
.facts.two { display: grid; grid-template-columns: 1fr 1fr; column-gap: 28px; }
.facts.two div { grid-template-columns: 112px 1fr; }
dt { color: var(--ink-3); }
dd { margin: 0; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); margin: 24px 0; border-top: 1px solid var(--rule); }
.figures div { padding: 10px 12px 10px 0; border-bottom: 1px solid var(--rule); }
.figures dd { font-size: 22px; font-weight: 600; line-height: 1.25; }
.figures small { display: block; color: var(--ink-3); font-size: 12px; font-weight: 400; }
.summary { margin: 0 0 8px; padding-left: 18px; }
.summary li { margin-bottom: 6px; }
nav { margin-top: 28px; padding: 12px 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
nav ol { margin: 0; padding: 0; columns: 2; list-style: none; }
.table { overflow-x: auto; margin: 0 0 14px; }
table { width: 100%; min-width: 640px; border-collapse: collapse; table-layout: fixed; font-size: 13px; line-height: 1.4; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 1px solid var(--rule); color: var(--ink-3); font-size: 12px; font-weight: 500; vertical-align: bottom; overflow-wrap: normal; }
td:last-child, th:last-child { padding-right: 0; }
.group th { padding-top: 14px; border-bottom-color: var(--rule); font-weight: 600; }
.n { text-align: right; }
.n + th:not(.n), .n + td:not(.n) { padding-left: 12px; }
.sign td { padding-bottom: 40px; }
.mark { display: grid; grid-template-columns: 12px 1fr; gap: 6px; align-items: baseline; }
.mark svg { transform: translateY(1px); }
.outcome .mark, .status .mark { display: inline-grid; }
.status span { color: var(--ink-2); }
.status b span { color: var(--ink); font-weight: 600; }
.quiet { color: var(--ink-3); } .good { color: ${palette.good}; } .warn { color: ${palette.warn}; } .stop { color: ${palette.stop}; }
.outcome.good, .outcome.warn, .outcome.stop { color: inherit; }
figure { margin: 16px 0 20px; break-inside: avoid; }
figcaption { margin-bottom: 8px; font-weight: 600; }
figure svg { display: block; width: 100%; height: auto; }
footer { max-width: 860px; margin: 0 auto; padding: 12px 64px 32px; color: var(--ink-3); font-size: 12px; overflow-wrap: anywhere; background: #fff; }
@media (max-width: 760px) {
  main, footer { padding-left: 20px; padding-right: 20px; }
  .facts.two, .figures { grid-template-columns: 1fr; } nav ol { columns: 1; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  html { background: none; }
  body { font-size: 10pt; }
  main, footer { max-width: none; padding: 0; }
  h1 { font-size: 24pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }
  h2, h3, thead { break-after: avoid; }
  tr, .figures, .status { break-inside: avoid; }
  .page { break-before: page; }
  .table { overflow: visible; } table { min-width: 0; font-size: 8.5pt; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
}
`;
