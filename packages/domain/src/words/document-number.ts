import { plainText } from './plain-text.ts';

export interface DocumentNumber {
  /** Code of the issuing organ: 临政办字. */
  organ: string;
  year: number;
  serial: number;
  /** The official form with hexagonal brackets: 临政办字〔2018〕81号. */
  text: string;
}

/** Reads a document number (发文字号), whatever brackets stand around the year; undefined if the text is none. */
export function findDocumentNumber(raw: string): DocumentNumber | undefined {
  const match =
    /([\p{Script=Han}]{1,20})\s*[〔[(【{<《]\s*((?:19|20)\d{2})\s*年?[〕\])】}>》]\s*第?\s*(\d{1,5})\s*号/u.exec(
      plainText(raw),
    );
  if (match === null) return undefined;
  const [organ, year, serial] = [match[1] ?? '', Number(match[2]), Number(match[3])];
  return { organ, year, serial, text: `${organ}〔${String(year)}〕${String(serial)}号` };
}
