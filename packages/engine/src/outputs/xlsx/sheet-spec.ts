import type { LookName, CellKind } from './styles.ts';

/** A column of a sheet. */
export interface ColumnSpec {
  readonly heading: string;
  /** In characters, as the programs count them (a Han character takes two). */
  readonly width: number;
  readonly kind: CellKind;
  /** The only values that may be typed in (offered as a drop-down). */
  readonly list?: readonly string[];
  /** One locked column protects the sheet (without a password); the other columns stay open. */
  readonly locked?: boolean;
  /** Look of its cells when the row names none. */
  readonly look?: LookName;
  readonly headerLook?: LookName;
}

/** A heading over several columns; columns are counted from 0, `to` included. */
export interface GroupHeader {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** A sheet's layout. Everything but the columns may be left out. */
export interface SheetSpec {
  readonly columns: readonly ColumnSpec[];
  readonly title?: string;
  readonly subtitle?: readonly string[];
  /** Keep title and header in view while scrolling; default true when there is a header row. */
  readonly freeze?: boolean;
  /** Columns kept in view at the left; default 0. */
  readonly freezeColumns?: number;
  /** Filter buttons on the header row; default false. */
  readonly filter?: boolean;
  readonly landscape?: boolean;
  /** Print scale in percent, with `fitToWidth: false`: fitting would make Excel forget the page breaks. */
  readonly scale?: number;
  /** Scale so that the columns fill `pagesWide` pages; default true. */
  readonly fitToWidth?: boolean;
  /** Default 1; the frozen columns are repeated on every page. */
  readonly pagesWide?: number;
  /** Header row on every printed page; default true when there is a header row. */
  readonly repeatHeader?: boolean;
  readonly groupHeaders?: readonly GroupHeader[];
  /** RRGGBB. */
  readonly tabColour?: string;
  /** False for a free-form sheet (cover, cards, printed forms): no header row is written. */
  readonly header?: boolean;
  /** Grid lines on screen; default false for free-form sheets, true otherwise. */
  readonly gridLines?: boolean;
  /** Text at the left of every printed page's head and foot; the page number stands in the middle. */
  readonly pageHeader?: string;
  readonly pageFooter?: string;
  /** Place among the tabs, when it is not the order of writing (a sheet that others link into is written first). */
  readonly tabOrder?: number;
}

/** Where a sheet stands in its workbook, resolved once. */
export interface SheetPlace {
  readonly name: string;
  readonly headerRow: number;
  readonly lastRow: number;
  readonly spec: SheetSpec;
}
