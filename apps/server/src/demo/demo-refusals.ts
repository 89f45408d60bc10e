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

/** DEMO-101: nothing is to be removed from a real server. */
export function noDemo(): UserError {
  return new UserError('DEMO-101', {
    what: { zh: '这不是演示系统。', en: 'This is not a demo.' },
    why: {
      zh: '正式系统的数据不能由一步操作清除。',
      en: 'Nothing removes the data of a real server by one act.',
    },
    remedy: {
      zh: '个人信息到期销毁请用“保存期与销毁”。',
      en: 'Data beyond their time are erased under “Retention”.',
    },
  });
}

/** DEMO-102: the name typed is not the demo county's. */
export function otherCounty(): UserError {
  return new UserError('DEMO-102', {
    what: { zh: '县名不符，什么也没有删除。', en: 'The name does not fit; nothing was removed.' },
    why: {
      zh: '须输入演示县的名称，以免误删。',
      en: 'The name of the demo county has to be typed, so that nobody does this by mistake.',
    },
    remedy: { zh: '请按页面显示的县名输入。', en: 'Type the name as the page shows it.' },
  });
}

/** DEMO-103: the demo lies in a database of its own, which is not ours to remove. */
export function demoIsElsewhere(): UserError {
  return new UserError('DEMO-103', {
    what: { zh: '不能从这里清除演示。', en: 'The demo cannot be removed from here.' },
    why: {
      zh: '演示数据在 DATABASE_URL 所指的外部数据库里。',
      en: 'It lies in the database that DATABASE_URL names.',
    },
    remedy: {
      zh: '请停止服务器，由数据库管理员删除该库，另建空库后用 yangguang serve 启动。',
      en: 'Stop the server, have that database dropped, make an empty one and start yangguang serve.',
    },
  });
}

/** DEMO-104: it was ended, and half of it may be gone. */
export function demoEnded(): UserError {
  return new UserError('DEMO-104', {
    what: { zh: '这个演示已经清除。', en: 'This demo was ended.' },
    why: {
      zh: '管理员选择了开始正式使用，演示数据正等待删除。',
      en: 'The administrator chose to start working; what is left of it is to be removed.',
    },
    remedy: {
      zh: '请运行 npm start，它会删完演示并启动正式系统。',
      en: 'Run npm start: it removes the rest and starts the real server.',
    },
  });
}
