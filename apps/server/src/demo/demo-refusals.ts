import { UserError } from '@yangguang/domain/errors/user-error';

/** SRV-211: a demo is opened without being told so, or the other way round. */
export function demoMismatch(isDemo: boolean): UserError {
  const what = isDemo
    ? { zh: '这个数据目录是演示数据。', en: 'This data folder holds the demo.' }
    : { zh: '这个数据目录不是演示数据。', en: 'This data folder does not hold the demo.' };
  return new UserError('SRV-211', {
    what,
    why: {
      zh: '演示账号的口令是公开显示的，不能与正式数据混在一起。',
      en: 'The accounts of the demo have a password that is shown, so it is never mixed with real work.',
    },
    remedy: {
      zh: '演示请用 npm start；正式使用请另设 DATA_DIR 或 DATABASE_URL。',
      en: 'Use npm start for the demo; for real work set another DATA_DIR or DATABASE_URL.',
    },
  });
}
