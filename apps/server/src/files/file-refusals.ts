import { UserError } from '@yangguang/domain/errors/user-error';

/** FILE-101: longer than allowed. */
export function tooLong(maxBytes: number): UserError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new UserError('FILE-101', {
    what: { zh: '文件过大，没有保存。', en: 'The file is too large and was not kept.' },
    why: { zh: `上限为 ${megabytes} MB。`, en: `The limit is ${megabytes} MB.` },
    remedy: {
      zh: '请压缩、降低扫描分辨率或分成几个文件。',
      en: 'Compress it, scan at a lower resolution, or split it.',
    },
  });
}

/** FILE-102: gone, or not as it was received. */
export function notAsReceived(cause?: unknown): UserError {
  return new UserError(
    'FILE-102',
    {
      what: { zh: '文件不能打开。', en: 'The file cannot be opened.' },
      why: {
        zh: '存储中的文件缺失，或与收到时不一致。',
        en: 'It is missing from the store, or it is not as it was received.',
      },
      remedy: {
        zh: '请联系系统管理员，从备份恢复；不要重新上传顶替。',
        en: 'Tell the system administrator, who restores it from a backup; do not upload another in its place.',
      },
    },
    { cause },
  );
}
