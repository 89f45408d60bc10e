import { type Bilingual, UserError } from '@yangguang/domain/errors/user-error';

/** A command line that cannot be understood. */
export class UsageError extends UserError {
  constructor(code: `SRV-1${number}`, what: Bilingual) {
    super(code, {
      what,
      why: { zh: '命令行写法不对。', en: 'The command line is not as it should be.' },
      remedy: {
        zh: '用法见 yangguang 命令 --help。',
        en: 'For the usage: yangguang COMMAND --help.',
      },
    });
    this.name = 'UsageError';
  }
}
