import { z } from 'zod';
import { StepId, StepTaken, stepRefusals } from './matter-parts.ts';
import { DateOn, Download, Id, Instant, operation } from './operation.ts';

/** Number of a slip or receipt: digits, letters and the usual marks; no names. */
const Number_ = z.string().regex(/^[\w.〔〕()（）号第-]{1,40}$/u, 'a number');

const Package = z.strictObject({
  number: z.string(),
  receiver: z.string(),
  fingerprint: z.string().nullable(),
  sealedAt: Instant,
  bytes: z.number().int(),
});

const Target = { matterId: Id, stepId: StepId, expectedVersion: z.number().int().min(0) } as const;

/** 问题线索移送: the content is sealed to the receiver's key; number, date and receipt stay here. */
export const referral = {
  receivers: operation({
    method: 'GET',
    path: '/referral/receivers',
    title: { zh: '可移送的机关', en: 'Bodies to refer to' },
    about: { zh: '公钥未停用的接收机关。', en: 'Those with a key that is not revoked.' },
    may: 'sealed.read',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({ id: Id, name: z.string(), algorithm: z.string(), fingerprint: z.string() }),
      ),
    }),
    refusals: [],
    logs: 'list',
  }),
  send: operation({
    method: 'POST',
    path: '/referral/send',
    title: { zh: '加密移送', en: 'Seal and send' },
    about: {
      zh: '正文为移送材料的原始字节，在内存中以接收机关公钥加密后保存密文；本系统任何人（包括数据库管理员）都打不开。办理记录只留编号和日期。',
      en: 'The body is the material as raw bytes; it is sealed to the receiver’s key in memory and kept as that. Nobody here opens it, whoever runs the database included. The journal keeps number and date.',
    },
    may: 'sealed.read',
    input: z.strictObject({
      ...Target,
      receiverKeyId: Id,
      slipNo: Number_,
      sentOn: DateOn,
      /** Sealed with the content. */
      fileName: z.string().trim().min(1).max(120),
      mediaType: z
        .string()
        .regex(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/)
        .default('application/octet-stream'),
    }),
    output: z.strictObject({ step: StepTaken, package: Package }),
    refusals: [...stepRefusals, 'SEAL-103', 'SEAL-104', 'SEAL-106'],
    logs: 'act',
    streams: 'request',
  }),
  packages: operation({
    method: 'GET',
    path: '/referral/packages',
    title: { zh: '密件登记', en: 'Packages of a referral' },
    about: { zh: '编号、接收机关、指纹和日期。', en: 'Number, receiver, fingerprint and date.' },
    may: 'sealed.read',
    input: z.strictObject({ matterId: Id }),
    output: z.strictObject({ items: z.array(Package) }),
    refusals: [],
    logs: 'list',
  }),
  download: operation({
    method: 'GET',
    path: '/referral/download',
    title: { zh: '下载密件', en: 'Download a package' },
    about: {
      zh: '密文文件，交接收机关用 yangguang open-sealed 和私钥打开；逐次留痕。',
      en: 'The sealed file, opened by the receiver with yangguang open-sealed and the private key; every download is on record.',
    },
    may: 'sealed.read',
    input: z.strictObject({ matterId: Id, number: Number_ }),
    output: Download,
    refusals: ['SEAL-105'],
    logs: 'export',
    streams: 'answer',
  }),
  receive: operation({
    method: 'POST',
    path: '/referral/receive',
    title: { zh: '登记密件回执', en: 'Register the receipt' },
    about: {
      zh: '登记接收机关的回执编号和日期；纸质回执同时登记为材料。',
      en: 'Number and date of the receiver’s slip; the paper is registered as a document with it.',
    },
    may: 'sealed.read',
    input: z.strictObject({
      ...Target,
      number: Number_,
      receiptNo: Number_,
      receivedOn: DateOn,
      isAccepted: z.boolean(),
    }),
    output: StepTaken,
    refusals: [...stepRefusals, 'SEAL-105'],
    logs: 'act',
  }),
} as const;
