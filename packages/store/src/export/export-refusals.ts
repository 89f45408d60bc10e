import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals of exports. Codes are permanent. */
const words = {
  'EXP-101': {
    what: { zh: '导出完整号码须写明理由。', en: 'Full numbers are exported with a reason only.' },
    why: {
      zh: '号码默认遮盖；完整号码离开系统要说得清为什么。',
      en: 'Numbers are masked; why full ones leave must be told.',
    },
    remedy: { zh: '请写明理由，或导出遮盖后的号码。', en: 'Give the reason, or export masked numbers.' },
  },
  'EXP-102': {
    what: { zh: '这个导出编号已经用过。', en: 'This export id is taken.' },
    why: {
      zh: '每次导出单独登记，编号由客户端产生。',
      en: 'Every export is registered by itself; clients make the ids.',
    },
    remedy: { zh: '请换一个新编号重新导出。', en: 'Export again with a new id.' },
  },
} as const satisfies Record<string, ErrorWords>;

export function exportRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
