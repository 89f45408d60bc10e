import pg from 'pg';

const { builtins } = pg.types;
const int8Array = 1016;
const dateArray = 1182;
const textArray = 1009;
type Parser = (text: string) => unknown;

const asText: Parser = (text) => text;
// The driver's types know fewer types than the driver.
const parserOf = pg.types.getTypeParser as (oid: number, format?: string) => Parser;
const toTexts = parserOf(textArray) as (text: string) => (string | null)[];

const ours: Readonly<Record<number, Parser>> = {
  [builtins.INT8]: BigInt,
  // A date has no hour, so it is no Date.
  [builtins.DATE]: asText,
  [builtins.NUMERIC]: asText,
  [builtins.TIMESTAMP]: asText,
  [int8Array]: (text) => toTexts(text).map((one) => (one === null ? null : BigInt(one))),
  [dateArray]: toTexts,
};

/** How values come out: int8 as bigint, dates as 'YYYY-MM-DD', numeric as text, instants as Date. */
export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours[oid]) || parserOf(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};
