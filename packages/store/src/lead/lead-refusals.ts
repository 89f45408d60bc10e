import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals of leads beside those of their workflow. Codes are permanent. */
const words = {
  'LEAD-101': {
    what: { zh: '不能并入这条疑点。', en: 'It cannot be merged into this lead.' },
    why: {
      zh: '并入的须是同一户另一条未办结的疑点，这样并过去的事实才有人继续核查。',
      en: 'Into another open lead of the same household only, so that somebody goes on with what it says.',
    },
    remedy: {
      zh: '请在该户的户卡上选一条未办结的疑点；没有的，请继续办理本条。',
      en: 'Choose an open lead on the household’s card; if there is none, go on with this one.',
    },
  },
} as const satisfies Record<string, ErrorWords>;

export function leadRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
