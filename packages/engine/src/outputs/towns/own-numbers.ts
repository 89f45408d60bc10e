import { type StreamedRow, text } from '../stream-rows.ts';

const ID_IN_TEXT = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g;

/**
 * The row with every ID number in its summary that is neither its subject's nor its household head's taken out:
 * a lead may speak of people of other towns, and their numbers never travel there, whatever was asked for.
 */
export function withOwnNumbersOnly(row: StreamedRow): StreamedRow {
  const own = new Set([text(row, 'id_number'), text(row, 'household_head_id')]);
  const cleaned = (value: string): string => value.replace(ID_IN_TEXT, (id) => (own.has(id) ? id : '******'));
  return { ...row, summary: cleaned(text(row, 'summary')), subject_name: cleaned(text(row, 'subject_name')) };
}
