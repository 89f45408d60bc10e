import type { CellObject } from '@e965/xlsx';
import { isLongNumber, isoCellText, type NumberLook, numberLook, numericCellText } from './cell-text.ts';
import { type FileAlarm, makeAlarm } from './raw-sheet.ts';

const errorTexts: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Texts of one sheet's cells as the general reader gives them, under the same rules as for .xlsx. */
export class XlsCellTexts {
  private longNumbers = 0;
  private readonly longColumns = new Set<number>();
  private readonly looks = new Map<string, NumberLook>();
  private readonly date1904: boolean;

  constructor(date1904: boolean) {
    this.date1904 = date1904;
  }

  alarms(): FileAlarm[] {
    return this.longNumbers > 0 ? [makeAlarm('long_number', this.longNumbers, this.longColumns)] : [];
  }

  /** Null for an empty cell. */
  text(cell: CellObject | undefined, column: number): string | null {
    const value = cell?.v;
    if (!cell || value === undefined) return null;
    if (value instanceof Date) return isoCellText(value.toISOString());
    if (cell.t === 'b') return String(value).toUpperCase();
    if (cell.t === 'e') return errorTexts[Number(value)] ?? '#N/A';
    // Damaged files hold NUL characters, which no later step expects.
    const text = String(value).replaceAll('\0', '');
    return cell.t === 'n' ? this.numberText(text, cell, column) : text === '' ? null : text;
  }

  private numberText(raw: string, cell: CellObject, column: number): string {
    if (isLongNumber(raw)) {
      this.longNumbers += 1;
      this.longColumns.add(column);
    }
    return numericCellText(raw, this.look(String(cell.z ?? 'General')), this.date1904);
  }

  private look(code: string): NumberLook {
    let look = this.looks.get(code);
    if (look === undefined) {
      look = numberLook(0, code);
      this.looks.set(code, look);
    }
    return look;
  }
}
