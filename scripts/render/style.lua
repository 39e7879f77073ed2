-- The look of a report as a web page: on a screen, light and dark, and on A4.  It names no
-- side: what begins a line is on the left in one language and on the right in another.

return [[
:root {
  color-scheme: light dark;
  --paper: #ffffff; --desk: #eceeef; --ink: #1d2327; --soft: #59636b;
  --line: #d5dadd; --fill: #f4f6f6; --accent: #1f4e5f;
  --major: #a3211b; --minor: #95570a; --observation: #245f92; --fine: #24683f;
  --open: #5e4b8b; --none: #59636b;
  --mono: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia,
    "DejaVu Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171b1e; --desk: #0d1012; --ink: #e4e8ea; --soft: #a3adb4;
    --line: #353d43; --fill: #1f2529; --accent: #8fc3d6;
    --major: #ff938a; --minor: #f0b45e; --observation: #86bcec;
    --fine: #7fcf9d; --open: #bda9ec; --none: #a3adb4;
  }
}
* { box-sizing: border-box; }
html { background: var(--desk); }
body {
  max-width: 58rem; margin: 2rem auto; padding: 3rem 3.25rem;
  background: var(--paper); color: var(--ink);
  font: 0.9375rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue",
    "Liberation Sans", Arial, sans-serif;
  box-shadow: 0 1px 6px rgb(0 0 0 / 18%);
  overflow-wrap: break-word;
}
h1, h2, h3 { font-family: var(--serif); line-height: 1.25; }
h1 { font-size: 1.85rem; font-weight: 600; margin: 0.15rem 0 1rem; }
h2 {
  font-size: 1.3rem; font-weight: 600; margin: 2.75rem 0 0.75rem;
  padding-bottom: 0.3rem; border-bottom: 2px solid var(--accent);
}
h3 { font-size: 1.05rem; margin: 1.75rem 0 0.6rem; }
h4, article h3 {
  font-family: inherit; font-size: 1rem; line-height: 1.4; margin: 0 0 0.35rem;
}
p { margin: 0 0 0.6rem; }
a { color: var(--accent); }
code { font-family: var(--mono); font-size: 0.8em; overflow-wrap: anywhere; }
bdi { overflow-wrap: anywhere; }
th bdi { overflow-wrap: break-word; }
.eyebrow, .label {
  font-size: 0.72rem; letter-spacing: 0.07em; text-transform: uppercase;
  color: var(--soft);
}
.eyebrow { color: var(--accent); font-weight: 600; margin: 0; }
.soft { color: var(--soft); }
.small { font-size: 0.84rem; }
.notice {
  border: 1px solid var(--line); border-inline-start: 4px solid var(--accent);
  background: var(--fill); padding: 0.65rem 0.9rem; margin: 0 0 1rem;
  font-weight: 600;
}

.verdict {
  display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem 2.5rem;
  margin: 1.75rem 0 0; align-items: start;
}
.rating {
  border-inline-start: 6px solid var(--tone);
  padding-block: 0.1rem; padding-inline: 1rem 0;
}
.rating strong {
  display: block; font: 600 1.6rem/1.2 var(--serif); color: var(--tone);
  margin: 0.15rem 0 0.2rem;
}
.rating p { margin: 0.3rem 0 0; }
.tone-major { --tone: var(--major); }
.tone-minor { --tone: var(--minor); }
.tone-observation { --tone: var(--observation); }
.tone-fine { --tone: var(--fine); }
.tone-open { --tone: var(--open); }
.tone-none { --tone: var(--none); }
.tone { color: var(--tone); }

dl.facts {
  display: grid; grid-template-columns: max-content 1fr;
  gap: 0.3rem 1.1rem; margin: 0;
}
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }

.counts {
  display: grid; grid-template-columns: repeat(6, 1fr); list-style: none;
  margin: 1.5rem 0 0; padding: 0; border: 1px solid var(--line);
}
.counts li { padding: 0.5rem 0.75rem; border-inline-start: 1px solid var(--line); }
.counts li:first-child { border-inline-start: 0; }
.counts b {
  display: block; font-size: 1.3rem; line-height: 1.25; font-weight: 600;
  font-variant-numeric: tabular-nums;
}

.range { display: inline-flex; gap: 2px; margin-inline-end: 0.5rem; }
.range i {
  width: 0.85rem; height: 0.5rem; border: 1px solid var(--line);
  background: var(--fill);
}
.range .on-none { background: var(--none); border-color: var(--none); }
.range .on-fine { background: var(--fine); border-color: var(--fine); }
.range .on-minor { background: var(--minor); border-color: var(--minor); }
.range .on-major { background: var(--major); border-color: var(--major); }

.bar { display: block; width: 100%; height: 0.7rem; margin: 0.15rem 0; }
.bar path { fill: none; stroke: var(--tone); stroke-width: 8; }
.bar .open { stroke-width: 6; stroke-dasharray: 1 1.5; }
.bar .rest { stroke: var(--line); stroke-width: 1; }
.matrix table { table-layout: fixed; min-width: 32rem; }
.matrix th:first-child { width: 22%; }
.matrix td { font-size: 0.8rem; font-variant-numeric: tabular-nums; }
.about { margin-top: 1.75rem; font-size: 0.88rem; }
details { margin-top: 0.5rem; font-size: 0.88rem; }
summary { cursor: pointer; color: var(--soft); }

nav ul {
  display: flex; flex-wrap: wrap; gap: 0.3rem 1.3rem; list-style: none;
  padding: 0; margin: 1.5rem 0 0; font-size: 0.88rem;
}

table { width: 100%; border-collapse: collapse; font-size: 0.88rem; }
th, td {
  text-align: start; vertical-align: top;
  padding-block: 0.42rem; padding-inline: 0 0.75rem;
  border-bottom: 1px solid var(--line);
}
table:has(th:nth-child(9)) :is(th, td) { padding-inline-end: 0.4rem; }
thead th {
  font-size: 0.72rem; letter-spacing: 0.05em; text-transform: uppercase;
  color: var(--soft); font-weight: 600; border-bottom: 1px solid var(--soft);
}
tbody th { font-weight: 600; min-width: 4.2rem; }
td.number, th.number {
  text-align: end; font-variant-numeric: tabular-nums; width: 4.6rem;
}
th.id, td.id { width: 5.2rem; white-space: nowrap; }
td.part { width: 6.6rem; font-size: 0.8rem; }
.note { margin-top: 0.6rem; }
caption { text-align: start; color: var(--soft); padding-bottom: 0.3rem; }
caption.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}

article {
  border: 1px solid var(--line); border-inline-start: 4px solid var(--tone);
  padding: 0.85rem 1.1rem 0.9rem; margin: 0 0 0.9rem;
}
article .label { color: var(--tone); font-weight: 700; margin: 0; }
article .reason { font-size: 1rem; }
article table { font-size: 0.82rem; margin: 0.35rem 0 0.6rem; }
article table td, article table th { padding-top: 0.28rem;
  padding-bottom: 0.28rem; }
article dl.facts { font-size: 0.88rem; }
article dl.facts + .small, article .small { margin: 0.55rem 0 0; }

ol.asks { padding: 0; list-style: none; margin: 0; }
ol.asks > li {
  border-top: 1px solid var(--line); padding: 0.6rem 0 0.65rem;
}
ol.asks > li > p { margin: 0 0 0.2rem; }
ol.asks .question { font-weight: 600; }
ul.plain { list-style: none; padding: 0; margin: 0 0 0.4rem; }
ul.plain > li { margin-bottom: 0.25rem; }

.sign {
  display: grid; grid-template-columns: 1fr 1fr; gap: 2.2rem 2.5rem;
  margin-top: 2.4rem;
}
.sign div {
  border-top: 1px solid var(--ink); padding-top: 0.25rem; min-height: 2rem;
}
footer { margin-top: 2.5rem; border-top: 1px solid var(--line);
  padding-top: 0.8rem; }

@media (max-width: 46rem) {
  body { margin: 0; padding: 1.25rem 1rem; box-shadow: none; }
  .verdict, .sign { grid-template-columns: 1fr; }
  .counts { grid-template-columns: repeat(3, 1fr); }
  .wide { overflow-x: auto; }
}
@page { size: A4; margin: 17mm 16mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages);
    font: 8pt sans-serif; color: #59636b; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --desk: #fff; --ink: #000; --soft: #444c52;
    --line: #c3c9cc; --fill: #f4f6f6; --accent: #1f4e5f;
    --major: #a3211b; --minor: #864c05; --observation: #1f5584;
    --fine: #1f5c37; --open: #54427f; --none: #444c52;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 9.6pt; }
  body { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  nav, details { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, h2 + p, article .label { break-after: avoid; }
  article, tr, ol.asks > li, .keep, .verdict, .counts {
    break-inside: avoid; }
  thead { display: table-header-group; }
}
]]
