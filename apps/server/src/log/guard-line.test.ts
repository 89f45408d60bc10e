import { checkDigit } from '@yangguang/domain/words/id-check';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardLine } from './guard-line.ts';
import { openLog } from './open-log.ts';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((d) => d.join(''));
const idNumber = digits(14)
  .map((tail) => `1101${tail.slice(0, 13)}`)
  .map((body) => body + checkDigit(body));
const telephone = digits(9).map((tail) => `13${tail}`);
const account = fc.integer({ min: 16, max: 19 }).chain(digits);
const broken = (number: string) =>
  fc.constantFrom(
    number,
    number.replace(/(\d{4})(?=\d)/g, '$1 '),
    number.replace(/(\d{6})(?=\d)/g, '$1-'),
    number.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  );
const number = fc.oneof(idNumber, telephone, account).chain(broken);

it('lets no identity, account or telephone number through, wherever and however it is written', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  fc.assert(
    fc.property(number, fc.constantFrom('message', 'field', 'inside', 'error'), (n, place) => {
      lines.length = 0;
      if (place === 'message') log.info(`找到 ${n}，继续`);
      if (place === 'field') log.info({ subject: n }, 'x');
      if (place === 'inside') log.info({ a: [{ b: `(${n})` }], [n]: 1 }, 'x');
      if (place === 'error') log.error({ err: new Error(`Key (id)=(${n}) exists`) }, 'x');
      const line = lines.join('').normalize('NFKC').replaceAll('\\u3000', ' ');
      const bare = n.normalize('NFKC').replace(/\D/g, '');
      expect(line.replace(/[ -]/g, '')).not.toContain(bare);
    }),
    { numRuns: 400 },
  );
});

it('leaves ids, instants and short numbers as they are', () => {
  const line =
    '{"time":"2026-11-21T14:50:55.108Z","id":"00000000-1111-4222-8333-444444444444","ms":1234567890,"status":200}';
  expect(guardLine(line)).toBe(line);
});
