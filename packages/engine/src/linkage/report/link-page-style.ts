/** What the report of a linkage adds to the style sheet of the other report. */
export const linkPageStyle = `
.weight { display: block; width: 100%; height: .8rem; margin-top: .2rem; flex-basis: 100%; }
.weight line { stroke: #6b6257; stroke-width: 2; vector-effect: non-scaling-stroke; }
.tone-for { fill: #0f6b63; } .tone-against { fill: var(--suspect); }
.tone-same { fill: #0f6b63; } .tone-likely { fill: var(--suspect); } .tone-below { fill: #8593a3; }
.comparison { margin-bottom: 1.4rem; }
.pairs details { margin-bottom: 0; }
.pairs summary { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.pairs summary strong { overflow-wrap: anywhere; }
.pairs .scroll { margin: 0; border: 0; border-top: 1px solid var(--line); }
.pairs td { overflow-wrap: anywhere; }
mark { background: #ffe2a8; color: var(--ink); font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; padding: 0 .05em; }
.minus { color: var(--serious); }
@media print {
  mark, .weight { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .pairs details { break-inside: avoid; }
}
`;
