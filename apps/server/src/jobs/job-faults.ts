import { UserError } from '@yangguang/domain/errors/user-error';

/** JOB-101: tried as often as it may be, and every time a fault of ours came. */
export function jobFailed(): UserError {
  return new UserError('JOB-101', {
    what: { zh: '后台任务没有完成。', en: 'The background job was not completed.' },
    why: {
      zh: '程序多次出错或多次被中断，已不再自动重试；没有写入一半的结果。',
      en: 'It failed or was interrupted several times and is not tried again; no half of a result was entered.',
    },
    remedy: {
      zh: '请系统管理员查看日志中的任务编号，处理后重新提交。',
      en: 'Ask the system administrator to look at the log under the number of the job, then start it again.',
    },
  });
}
