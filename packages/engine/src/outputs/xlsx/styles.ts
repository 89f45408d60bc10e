import { xmlText } from './xml-text.ts';

/** How a column's or cell's value is written: money takes integer fen, date takes 'YYYY-MM-DD'. */
export type CellKind = 'text' | 'int' | 'money' | 'date' | 'wrap';

/** A look: everything about a cell but its number format. Colours are RRGGBB. */
interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly border?: 'thin' | 'bottom' | 'none';
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'center';
  readonly wrap?: boolean;
  /** May be typed in when the sheet is protected. */
  readonly open?: boolean;
}

const INK = '1F2933';
const BLUE = '1F4E79';

/** The looks a sheet may use. Severity is always told by words as well: colour never stands alone. */
const LOOKS = {
  body: { border: 'thin', down: 'center' },
  zebra: { border: 'thin', down: 'center', fill: 'F7F9FB' },
  strong: { border: 'thin', down: 'center', bold: true },
  centre: { border: 'thin', across: 'center', down: 'center', wrap: true },
  header: {
    border: 'thin',
    bold: true,
    colour: 'FFFFFF',
    fill: BLUE,
    across: 'center',
    down: 'center',
    wrap: true,
  },
  answerHeader: { border: 'thin', bold: true, fill: 'FCE4A8', across: 'center', down: 'center', wrap: true },
  answer: { border: 'thin', fill: 'FFFBEB', down: 'top', wrap: true, open: true },
  title: { size: 16, bold: true, colour: BLUE, down: 'center' },
  formTitle: { size: 18, bold: true, across: 'center', down: 'center' },
  subtitle: { colour: '52606D', down: 'center' },
  section: { size: 12, bold: true, colour: BLUE, border: 'bottom', down: 'center' },
  cardHead: { size: 11, bold: true, fill: 'DCE6F1', border: 'thin', down: 'center', wrap: true },
  label: { border: 'thin', bold: true, fill: 'EEF2F6', down: 'center', wrap: true },
  note: { size: 9, colour: '52606D', down: 'top', wrap: true },
  notice: { bold: true, colour: '7A1F1F', fill: 'FDF3E7', border: 'thin', down: 'center', wrap: true },
  paragraph: { down: 'top', wrap: true },
  plain: {},
  figure: { size: 18, bold: true, colour: BLUE, border: 'thin', across: 'center', down: 'center' },
  figureLabel: {
    size: 9,
    colour: '52606D',
    border: 'thin',
    fill: 'F7F9FB',
    across: 'center',
    down: 'center',
    wrap: true,
  },
  serious: { border: 'thin', bold: true, colour: '8A1C1C', fill: 'FBE1E1', down: 'center' },
  suspect: { border: 'thin', colour: '7A4B00', fill: 'FFF1D0', down: 'center' },
  info: { border: 'thin', colour: '2C5066', fill: 'E6F0F6', down: 'center' },
  omission: { border: 'thin', colour: '1D5B33', fill: 'E3F4E8', down: 'center', wrap: true },
  omissionHead: { size: 12, bold: true, colour: '1D5B33', border: 'bottom', down: 'center' },
  link: { border: 'thin', colour: '0B5CAD', underline: true, down: 'center' },
  total: { border: 'thin', bold: true, fill: 'EEF2F6', down: 'center' },
  blank: { border: 'thin', down: 'center', open: true },
} as const satisfies Record<string, Look>;

/** Names of the looks that cells, rows and columns may ask for. */
export type LookName = keyof typeof LOOKS;

const FORMAT_IDS: Readonly<Record<CellKind, number>> = { text: 49, int: 3, money: 4, date: 164, wrap: 0 };
const EDGES = ['left', 'right', 'top', 'bottom'] as const;

/** Collects the styles a workbook uses and numbers them in order of first use. */
export interface StyleTable {
  /** Index of the cell format for a look and a kind; `locked` cells stay shut in a protected sheet. */
  indexOf(look: LookName, kind: CellKind, locked: boolean): number;
  /** `xl/styles.xml` with everything asked for so far. */
  xml(): string;
}

/** A fresh table; `font` is the typeface of the whole workbook. */
export function createStyleTable(font: string): StyleTable {
  const fonts = new Interned([fontXml({ size: 10 }, font)]);
  const fills = new Interned([
    '<fill><patternFill/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  const borders = new Interned(['<border><left/><right/><top/><bottom/><diagonal/></border>']);
  const formats = new Interned(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const free = new Map<LookName, Map<CellKind, number>>();
  const shut = new Map<LookName, Map<CellKind, number>>();
  const build = (look: Look, kind: CellKind, locked: boolean): number => {
    const ids = `numFmtId="${FORMAT_IDS[kind]}" fontId="${fonts.index(fontXml(look, font))}" fillId="${fills.index(fillXml(look))}" borderId="${borders.index(borderXml(look))}" xfId="0"`;
    const applied =
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    return formats.index(
      `<xf ${ids} ${applied}>${alignmentXml(look, kind)}<protection locked="${locked && !look.open ? 1 : 0}"/></xf>`,
    );
  };
  return {
    indexOf(look, kind, locked) {
      // Asked for every cell: two small maps instead of a key built from text.
      const byLook = locked ? shut : free;
      const byKind = byLook.get(look) ?? new Map<CellKind, number>();
      byLook.set(look, byKind);
      const known = byKind.get(kind);
      if (known !== undefined) return known;
      const index = build(LOOKS[look], kind, locked);
      byKind.set(kind, index);
      return index;
    },
    xml: () =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>${fonts.xml('fonts')}${fills.xml('fills')}${borders.xml('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${formats.xml('cellXfs')}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}

/** Point size of a look's text, for estimating row heights. */
export function lookSize(look: LookName): number {
  const { size }: Look = LOOKS[look];
  return size ?? 10;
}

class Interned {
  private readonly items: string[];
  constructor(items: string[]) {
    this.items = items;
  }
  index(item: string): number {
    const at = this.items.indexOf(item);
    return at >= 0 ? at : this.items.push(item) - 1;
  }
  xml(tag: string): string {
    return `<${tag} count="${this.items.length}">${this.items.join('')}</${tag}>`;
  }
}

function fontXml(look: Look, font: string): string {
  const marks = `${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${look.underline ? '<u/>' : ''}`;
  return `<font>${marks}<sz val="${look.size ?? 10}"/><color rgb="FF${look.colour ?? INK}"/><name val="${xmlText(font)}"/><family val="2"/></font>`;
}

function fillXml(look: Look): string {
  if (!look.fill) return '<fill><patternFill/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(look: Look): string {
  const edge = (name: string, on: boolean, colour: string): string =>
    on ? `<${name} style="thin"><color rgb="FF${colour}"/></${name}>` : `<${name}/>`;
  const on = (name: string): boolean =>
    look.border === 'thin' || (look.border === 'bottom' && name === 'bottom');
  const colour = look.border === 'bottom' ? BLUE : 'B8C2CC';
  return `<border>${EDGES.map((name) => edge(name, on(name), colour)).join('')}<diagonal/></border>`;
}

function alignmentXml(look: Look, kind: CellKind): string {
  const natural = kind === 'int' || kind === 'money' ? 'right' : kind === 'date' ? 'center' : 'left';
  const wrap = look.wrap || kind === 'wrap' ? ' wrapText="1"' : '';
  const across = look.across ?? natural;
  const indent = across === 'right' ? ' indent="1"' : '';
  return `<alignment horizontal="${across}"${indent} vertical="${look.down ?? 'center'}"${wrap}/>`;
}
