import { type StreamedRow, text } from '../stream-rows.ts';

const ID_IN_TEXT = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g;

// Columns that hold sentences, which may name anybody.
const TEXTS = ['summary', 'subject_name', 'match_for', 'match_against', 'address'] as const;

/**
 * The row with every ID number in its sentences that is neither its subject's nor its household head's taken out:
 * a lead may speak of people of other towns, and their numbers never travel there, whatever was asked for.
 */
export function withOwnNumbersOnly(row: StreamedRow): StreamedRow {
  const own = new Set([text(row, 'id_number'), text(row, 'household_head_id')]);
  const cleaned = (value: string): string => value.replace(ID_IN_TEXT, (id) => (own.has(id) ? id : '******'));
  const texts = TEXTS.map((column) => [column, cleaned(text(row, column))] as const);
  return { ...row, ...Object.fromEntries(texts) };
}
