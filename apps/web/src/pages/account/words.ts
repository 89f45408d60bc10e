import { defineWords } from '../../words/define-words.ts';

/** Texts of one's own account. */
export const accountWords = defineWords({
  title: { zh: '我的账号', en: 'My account' },
  lead: {
    zh: '岗位和权限由安全保密管理员任命；口令、验证器和会话由本人管理。',
    en: 'Roles are given by the security administrator; password, authenticator and sessions are your own.',
  },
  userName: { zh: '用户名', en: 'User name' },
  fullName: { zh: '姓名', en: 'Name' },
  passwordRunsOut: { zh: '口令到期', en: 'Password runs out' },
  noPassword: { zh: '只用单点登录，没有口令', en: 'Single sign-on only; there is no password' },
  authenticator: { zh: '验证器', en: 'Authenticator' },
  hasTotp: { zh: '已绑定', en: 'Set up' },
  noTotp: { zh: '未绑定', en: 'Not set up' },
  roles: { zh: '现任岗位', en: 'Roles held now' },
  noRoles: {
    zh: '还没有任职，所以看不到办理内容。请联系安全保密管理员。',
    en: 'No role yet, so there is nothing to see. Ask the security administrator.',
  },
  role: { zh: '岗位', en: 'Role' },
  area: { zh: '地区', en: 'Area' },
  everywhere: { zh: '全部地区', en: 'Everywhere' },
  programmes: { zh: '项目', en: 'Programmes' },
  kind: { zh: '性质', en: 'Kind' },
  readsOnly: { zh: '紧急越区查看（只能看）', en: 'A look from outside (reading only)' },
  regular: { zh: '任职', en: 'Appointment' },
  password: { zh: '更换口令', en: 'Change the password' },
  passwordWhy: {
    zh: '更换后，本人在其他地方的会话随之结束。',
    en: 'Your sessions elsewhere end when it is changed.',
  },
  changed: { zh: '口令已更换，其他会话已结束。', en: 'The password is changed; other sessions ended.' },
  enrol: { zh: '绑定验证器', en: 'Set up an authenticator' },
  renew: { zh: '换一个验证器', en: 'Set up another one' },
  enrolWhy: {
    zh: '用手机或电脑上的验证器程序登记密钥，输入第一个验证码确认。原有验证器在确认前照旧有效；恢复码只显示一次，请抄下来锁好。',
    en: 'Enter the secret into an authenticator and confirm with its first code. The present one goes on until then. Recovery codes are shown once: write them down and lock them away.',
  },
  enrolled: { zh: '验证器已绑定。', en: 'The authenticator is set up.' },
  sessions: { zh: '我的会话', en: 'My sessions' },
  sessionsWhy: {
    zh: '不认识的会话请立即结束，并更换口令。',
    en: 'End at once what you do not know, and change your password.',
  },
  end: { zh: '结束会话', en: 'End the session' },
  endOthers: { zh: '结束其他全部会话', en: 'End all others' },
  endWhy: {
    zh: '该浏览器须重新登录；那里未提交的内容可能丢失。',
    en: 'That browser has to sign in again; what was not sent there may be lost.',
  },
  done: { zh: '已办理。', en: 'Done.' },
  glass: { zh: '紧急越区查看', en: 'Looks from outside' },
});
