import { expect, it } from 'vitest';
import { penaltyOf, qrCode } from './qr-code.ts';

const rowsOf = (text: string, mask?: number): string[] =>
  (qrCode(text, mask) ?? []).map((row) =>
    BigInt(`0b${row.map(Number).join('')}`)
      .toString(16)
      .padStart(Math.ceil(row.length / 4), '0'),
  );

// Rows as another encoder gives them (segno 1.6.6, byte mode, level M, the same mask), in hexadecimal.
const small =
  '1fd07f 105241 17455d 175c5d 17465d 104441 1fd57f 001300 16ea4b 0d96f5 1a7a23 058d38 096161 0019d6 1fdc74 10510d 174a2e 175faa 175908 104f71 1fd474';
const large =
  '1fc25dccf97f 105b637d0241 17590c207a5d 175116d75b5d 174a4bf9ef5d 10404d105041 1fd55555557f 001b771dcd00 10586dfc65ce 1e238637e7fe 0ae790feccce 1f13869260bf 1ce50ced11f8 0b08a018cb30 014e2ebb60f6 18ae47d5a57d 1efdcf9cac0c 190ffe98c9bc 12568c571675 02bb2887e43e 07f1bffeeff6 17114516ed1c 19566d5f6b56 191bdf1d7d1f 03f4bdf1f3f3 040ed64be9e5 1bdc5ca4578a 1b181bb1dcfc 0b6b6c206599 0a3c219af926 03e6cbd5775d 0f372e72304c 12524d1065e6 1f04b0dd6ff1 014d75bbb2a6 0f27f6b0230c 1340d7f1dbf7 00144718f917 1fc05d5ac156 10458f10fd1c 174731f8ebf2 17412f99fb77 174615e2d9f9 1042939075bc 1fd19e3041b2';

it('draws what an independent encoder draws: one block, and several with version information', () => {
  expect(rowsOf('yangguang 2026', 3).join(' ')).toBe(small);
  const link = `otpauth://totp/x:gao?issuer=x&secret=${'JBSWY3DPEHPK3PXP'.repeat(5)}ABCDE`;
  expect(rowsOf(link, 5).join(' ')).toBe(large);
});

it('takes the mask that reads best, grows with the text, and says when it is too long', () => {
  const text = 'otpauth://totp/gao?secret=JBSWY3DPEHPK3PXP';
  const chosen = qrCode(text) ?? [];
  const all = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => penaltyOf(qrCode(text, mask) ?? []));
  expect(penaltyOf(chosen)).toBe(Math.min(...all));
  expect(chosen).toHaveLength(29);
  expect([14, 15, 180, 181, 213].map((length) => qrCode('x'.repeat(length))?.length)).toEqual([
    21, 25, 53, 57, 57,
  ]);
  expect(qrCode('x'.repeat(214))).toBeNull();
});

it('fills what a short text leaves with the pad words of the standard', () => {
  // Two texts that differ in one bit of the last byte leave the same pads: the codes differ in data and correction only.
  const [one, other] = [qrCode('A', 0) ?? [], qrCode('C', 0) ?? []];
  const differing = one.flat().filter((isDark, i) => isDark !== other.flat()[i]).length;
  expect(differing).toBeGreaterThan(20);
  expect(differing).toBeLessThan(1 + 10 * 8);
});
