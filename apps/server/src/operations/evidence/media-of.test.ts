import { expect, it } from 'vitest';
import { mediaOf } from './media-of.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

it.each([
  ['核查表.PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['照片.jpg', hex('ffd8ffe0 0010'), 'image/jpeg'],
  ['照片.png', hex('89504e470d0a1a0a 00'), 'image/png'],
  ['扫描.tif', hex('49492a00 08'), 'image/tiff'],
  ['手机.heic', hex('00000018 66747970 68656963'), 'image/heic'],
  ['表.xlsx', hex('504b0304 1400'), expect.stringContaining('spreadsheetml')],
  ['公文.ofd', hex('504b0304 1400'), 'application/ofd'],
  ['旧表.xls', hex('d0cf11e0a1b11ae1'), 'application/vnd.ms-excel'],
  ['说明.txt', Buffer.from('情况说明\r\n'), 'text/plain'],
  ['名单.csv', hex('d5c5 c8fd 2c 31 0d0a'), 'text/csv'],
])('takes %s for what it is', (name, head, mediaType) => {
  expect(mediaOf(name, head)).toEqual(mediaType);
});

it.each([
  ['工具.exe', hex('4d5a9000')],
  ['图.png', hex('4d5a9000')],
  ['表.pdf', hex('504b0304')],
  ['页.html', Buffer.from('<html>')],
  ['图.svg', Buffer.from('<svg onload="x">')],
  ['宏.xlsm', hex('504b0304')],
  ['包.zip', hex('504b0304')],
  ['说明.txt', hex('4d5a 00 01')],
  ['无名', Buffer.from('%PDF-1.7')],
  ['.constructor', Buffer.from('%PDF-1.7')],
  ['空.txt', Buffer.alloc(0)],
])('does not take %s', (name, head) => {
  expect(mediaOf(name, head)).toBeNull();
});
