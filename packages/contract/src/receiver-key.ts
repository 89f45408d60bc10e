import { z } from 'zod';
import { Id, Instant, operation, page, PageInput, RegionCode } from './operation.ts';

const Line = z.strictObject({
  id: Id,
  region: RegionCode,
  /** Of the receiving body. */
  name: z.string(),
  algorithm: z.string(),
  /** RFC 7638, SHA-256: read out and compared before the first use. */
  fingerprint: z.string(),
  addedAt: Instant,
  revokedAt: Instant.nullable(),
});

/** 接收机关公钥: sealed referrals are readable by who holds the private key, and by nobody here. */
export const receiverKey = {
  register: operation({
    method: 'POST',
    path: '/receiver-key/register',
    title: { zh: '登记接收机关公钥', en: 'Register a receiver’s key' },
    about: {
      zh: '登记纪检监察等机关交来的公钥（JWK），给出指纹供当面或电话核对。私钥一律拒收。',
      en: 'The public key (JWK) that a discipline body handed over; the fingerprint is given back to be compared in person. A private key is refused.',
    },
    may: 'key.manage',
    input: z.strictObject({
      id: Id,
      region: RegionCode.min(2),
      name: z.string().trim().min(2).max(80),
      publicKey: z.record(z.string().max(20), z.unknown()),
    }),
    output: Line,
    refusals: ['SEAL-101', 'SEAL-102', 'SEAL-108'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/receiver-key/list',
    title: { zh: '接收机关公钥', en: 'Keys of receivers' },
    about: { zh: '本地区及上级的公钥及指纹。', en: 'Keys of one’s area and above, with their fingerprints.' },
    may: 'key.manage',
    input: z.strictObject({ ...PageInput }),
    output: page(Line),
    refusals: [],
    logs: 'list',
  }),
  revoke: operation({
    method: 'POST',
    path: '/receiver-key/revoke',
    title: { zh: '停用接收机关公钥', en: 'Revoke a key' },
    about: {
      zh: '停用后不再用它加密；已移送的密件不受影响。',
      en: 'Nothing more is sealed to it; packages that were sent stay as they are.',
    },
    may: 'key.manage',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: [],
    logs: 'act',
  }),
} as const;
