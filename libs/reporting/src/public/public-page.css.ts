/** The look of public pages. They stand on their own: no script, no font and nothing else is loaded but the municipality's logo and pictures of the text. */
export const publicPageCss = `
:root { color-scheme: light; --accent: #1f47a3; --line: #c5c9d3; --muted: #4a5264; }
* { box-sizing: border-box; }
body { margin: 0; color: #171a2b; background: #fff; font: 1.0625rem/1.6 "Fira Sans", system-ui, -apple-system, "Segoe UI", sans-serif; hyphens: auto; overflow-wrap: break-word; }
a { color: #1f3f99; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #1f3f99; outline-offset: 2px; }
.skip { position: absolute; inset-block-start: 0; inset-inline-start: -100vw; padding: .75rem 1rem; background: #fff; }
.skip:focus { inset-inline-start: 0; }
.head { border-block-end: .375rem solid var(--accent); }
.head > div, main, .foot > div { max-inline-size: 60rem; margin-inline: auto; padding: 1rem clamp(1rem, 4vw, 2.5rem); }
.head > div { display: flex; align-items: center; gap: 1rem; font-weight: 600; }
figure { margin: 1.5rem 0; }
figure img { display: block; max-inline-size: 100%; block-size: auto; }
figcaption { margin-block-start: .375rem; color: var(--muted); font-size: 1rem; }
.single-value strong { font-size: 2rem; line-height: 1.2; margin-inline-end: .375rem; }
.head img { display: block; max-block-size: 3.5rem; max-inline-size: 12rem; }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.2; margin-block: 1rem .5rem; }
h2 { font-size: 1.625rem; line-height: 1.25; margin-block: 3rem .75rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
h3 { font-size: 1.3125rem; line-height: 1.3; margin-block: 1.75rem .5rem; }
h4, h5, h6 { font-size: 1.125rem; line-height: 1.35; margin-block: 1.5rem .5rem; }
.state, .note, .cite { color: var(--muted); }
p, li, dd { max-inline-size: 44rem; }
dl { display: grid; gap: .375rem; margin-block: 1rem; }
dl > div { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: .25rem 1.25rem; }
dt { font-weight: 600; }
dd { margin: 0; grid-column: 2; }
section[data-object] { margin-block: 1.5rem; padding: .25rem 1.25rem 1rem; border: 1px solid var(--line); border-inline-start: .375rem solid var(--accent); border-radius: .5rem; }
section[data-object]:target, tr:target { background: #fff6d6; }
section[data-object] h3, section[data-object] h4 { margin-block-start: 1rem; }
.cite { font-size: 1rem; margin-block-end: 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 1rem; hyphens: none; }
th, td { padding: .5rem .625rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: #eef1f7; }
code { overflow-wrap: anywhere; font-size: .9375rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid var(--line); }
nav ol { padding-inline-start: 0; list-style: none; }
nav ol ol { padding-inline-start: 1.5rem; }
nav li { margin-block: .25rem; }
.foot { margin-block-start: 4rem; border-block-start: 1px solid var(--line); }
.foot ul { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
.languages { margin-inline-start: auto; font-weight: 400; }
.languages ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none; }
.languages [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.kw-series svg { display: block; inline-size: 100%; max-inline-size: 44rem; block-size: auto; font-size: 13px; }
.kw-series .kw-series__narrow { display: none; }
@media screen and (max-width: 40rem) { .kw-series .kw-series__wide { display: none; } .kw-series .kw-series__narrow { display: block; } }
.kw-series text { fill: #171a2b; }
.kw-series__grid { stroke: #dfe2ea; }
.kw-series__axis { stroke: #4a5264; }
.kw-series__line { fill: none; stroke: var(--series); stroke-width: 2.5; stroke-linejoin: round; }
.kw-series__gap { stroke: var(--series, #171a2b); stroke-width: 1.75; stroke-dasharray: 1.75 6; }
.kw-series__mark { fill: var(--series); stroke: #fff; stroke-width: 1.5; }
.kw-series__path { fill: none; stroke: #171a2b; stroke-width: 1.5; stroke-dasharray: 2 4; }
.kw-series__corridor { fill: #e6ecf8; }
.kw-series__break { stroke: #4a5264; stroke-dasharray: 6 4; }
.kw-series__hidden { fill: none; stroke: #4a5264; stroke-width: 1.5; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.legend svg { flex: none; }
[data-series='0'] { --series: #0b5fa5; }
[data-series='1'] { --series: #a83c00; }
[data-series='2'] { --series: #2e7031; }
[data-series='3'] { --series: #7a3a97; }
[data-series='4'] { --series: #7a5600; }
[data-series='5'] { --series: #4a5361; }
@media (max-width: 36rem) { dl > div { grid-template-columns: minmax(0, 1fr); } dd { grid-column: 1; } }
@media print {
  body { font-size: 10.5pt; }
  .skip, .cite, .foot nav { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4 { break-after: avoid; }
  section[data-object], tr { break-inside: avoid; }
  .table { overflow: visible; }
  table { font-size: 8pt; line-height: 1.35; hyphens: auto; }
  th, td { padding: .2rem .3rem; overflow-wrap: anywhere; }
  thead th { overflow-wrap: break-word; }
  .foot { margin-block-start: 1.5rem; break-inside: avoid; }
}
`;
