import { type EvidenceKind, evidenceKinds } from '@yangguang/domain/workflows/evidence';
import { z } from 'zod';
import { Colleague, StepId } from './matter-parts.ts';
import { Download, Id, Instant, operation } from './operation.ts';

const Kind = z.enum(Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]]);
const Title = z.string().trim().min(1).max(120);

const EvidenceLine = z.strictObject({
  id: Id,
  kind: z.string(),
  title: z.string(),
  fileName: z.string().nullable(),
  mediaType: z.string().nullable(),
  bytes: z.number().int().nullable(),
  /** SM3 of the file, hex: entered in the journal. */
  sm3: z.string().nullable(),
  paperNo: z.string().nullable(),
  addedBy: Colleague.nullable(),
  addedAt: Instant,
});

const Added = z.strictObject({ id: Id, matterId: Id, version: z.number().int() });

/** 佐证材料: encrypted on disk, their hashes in the journal. A paper kept in the office counts as much as a file. */
export const evidence = {
  upload: operation({
    method: 'POST',
    path: '/evidence/upload',
    title: { zh: '上传材料', en: 'Upload a document' },
    about: {
      zh: '正文为原始字节流：PDF、OFD、图片、表格、文书和文本，按内容核对，不收可执行内容。编号即步骤编号。',
      en: 'The body is the raw bytes: PDF, OFD, pictures, sheets, letters and text, checked by content; nothing that runs. Its id is the step’s.',
    },
    may: 'evidence.add',
    input: z.strictObject({
      matterId: Id,
      stepId: StepId,
      kind: Kind,
      title: Title,
      fileName: z
        .string()
        .trim()
        .min(1)
        .max(120)
        .regex(/^[^/\\\p{Cc}]+$/u),
    }),
    output: Added,
    refusals: ['MAT-101', 'MAT-103', 'WF-105', 'EVI-101', 'FILE-101'],
    logs: 'act',
    streams: 'request',
  }),
  register: operation({
    method: 'POST',
    path: '/evidence/register',
    title: { zh: '登记纸质材料', en: 'Register a paper' },
    about: {
      zh: '存放在办公室的纸质材料，凭编号登记。',
      en: 'A paper kept in the office, by its number.',
    },
    may: 'evidence.add',
    input: z.strictObject({
      matterId: Id,
      stepId: StepId,
      kind: Kind,
      title: Title,
      paperNo: z.string().trim().min(1).max(60),
    }),
    output: Added,
    refusals: ['MAT-101', 'MAT-103', 'WF-105'],
    logs: 'act',
  }),
  list: operation({
    method: 'GET',
    path: '/evidence/list',
    title: { zh: '材料列表', en: 'Documents of a matter' },
    about: { zh: '一件事项的全部材料。', en: 'All documents of a matter.' },
    may: 'evidence.read',
    input: z.strictObject({ matterId: Id }),
    output: z.strictObject({ items: z.array(EvidenceLine) }),
    refusals: [],
    logs: 'list',
  }),
  download: operation({
    method: 'GET',
    path: '/evidence/download',
    title: { zh: '下载材料', en: 'Download a document' },
    about: {
      zh: '与收到时一字不差的原文件，逐次留痕；被改动过的不予提供，当事人的近亲属不得下载。',
      en: 'The file as it was received, not for kin of the family; one that was changed is refused, and every download is on record.',
    },
    may: 'evidence.read',
    input: z.strictObject({ id: Id }),
    output: Download,
    refusals: ['FILE-102', 'WF-105'],
    logs: 'export',
    streams: 'answer',
  }),
} as const;
