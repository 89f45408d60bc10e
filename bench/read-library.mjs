/** The bare reading of an .xlsx by the library that opens every spreadsheet format: node read-library.mjs FILE */
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const [file = ''] = process.argv.slice(2);
const book = read(readFileSync(file), { dense: true });
const sheet = book.Sheets[book.SheetNames[0]];
if (sheet === undefined) {
  // Its reader puts a sheet's XML into one string, which V8 allows 512 MB.
  console.log('it could not read the sheet');
} else {
  let cells = 0;
  for (const row of sheet['!data']) cells += row.filter((cell) => cell !== undefined).length;
  console.log(`${sheet['!data'].length} rows, ${cells} cells`);
}
