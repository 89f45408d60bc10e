import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals about saved views. Codes are permanent. */
const words = {
  'VIEW-101': {
    what: { zh: '没有找到您自己的这个视图。', en: 'You have no such view.' },
    why: {
      zh: '它已被删除，或是同事保存的；视图只由保存人改动。',
      en: 'It was removed, or a colleague saved it: only who saved a view changes it.',
    },
    remedy: { zh: '请另存为自己的视图。', en: 'Save it as a view of your own.' },
  },
  'VIEW-102': {
    what: { zh: '保存的视图已满 30 个。', en: 'You keep 30 views already.' },
    why: { zh: '每人最多保存 30 个视图。', en: 'Nobody keeps more than 30.' },
    remedy: { zh: '请先删除不用的视图。', en: 'Remove one you no longer use.' },
  },
} as const satisfies Record<string, ErrorWords>;

export function viewRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
