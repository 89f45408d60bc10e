/** The thinnest streaming reading of an .xlsx: unzip, parse, count the cells; nothing is kept. node read-thin.mjs FILE */
import { pipeline } from 'node:stream/promises';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

const [file = ''] = process.argv.slice(2);
const zip = await new Promise((resolve, reject) => {
  yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, opened) =>
    error ? reject(error) : resolve(opened),
  );
});
const entries = await new Promise((resolve, reject) => {
  const found = new Map();
  zip.on('entry', (entry) => {
    found.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.on('end', () => resolve(found));
  zip.on('error', reject);
  zip.readEntry();
});

const strings = [];
if (entries.has('xl/sharedStrings.xml')) {
  let text = '';
  await parse('xl/sharedStrings.xml', {
    opentag: ({ name }) => {
      if (name === 'si') text = '';
    },
    text: (piece) => {
      text += piece;
    },
    closetag: ({ name }) => {
      if (name === 'si') strings.push(text);
    },
  });
}
const count = { rows: 0, cells: 0, characters: 0 };
let type = '';
let value = '';
await parse('xl/worksheets/sheet1.xml', {
  opentag: ({ name, attributes }) => {
    if (name === 'row') count.rows += 1;
    else if (name === 'c') {
      type = attributes.t ?? 'n';
      value = '';
    }
  },
  text: (piece) => {
    value += piece;
  },
  closetag: ({ name }) => {
    if (name !== 'c') return;
    const cell = type === 's' ? (strings[Number(value)] ?? '') : value;
    count.cells += 1;
    count.characters += cell.length;
  },
});
zip.close();
console.log(`${count.rows} rows, ${count.cells} cells, ${count.characters} characters`);

async function parse(name, listeners) {
  const stream = await new Promise((resolve, reject) => {
    zip.openReadStream(entries.get(name), (error, opened) =>
      error ? reject(new Error(String(error))) : resolve(opened),
    );
  });
  const parser = new SaxesParser();
  for (const [event, listener] of Object.entries(listeners)) parser.on(event, listener);
  stream.setEncoding('utf8');
  await pipeline(stream, async (pieces) => {
    for await (const piece of pieces) parser.write(piece);
  });
  parser.close();
}
