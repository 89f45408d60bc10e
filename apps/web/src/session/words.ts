import { defineWords } from '../words/define-words.ts';

export const sessionWords = defineWords({
  title: { zh: '登录', en: 'Sign in' },
  userName: { zh: '用户名', en: 'User name' },
  password: { zh: '口令', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  singleSignOn: { zh: '用本单位统一身份认证登录', en: 'Sign in with your office’s identity service' },
  secondFactor: { zh: '输入验证码', en: 'Second factor' },
  secondFactorHint: {
    zh: '验证器上的六位数字，或一个恢复码。每个码只能用一次。',
    en: 'Six digits of your authenticator, or a recovery code. Each works once.',
  },
  code: { zh: '验证码', en: 'Code' },
  go: { zh: '继续', en: 'Continue' },
  other: { zh: '换一个账号', en: 'Use another account' },
  newPassword: { zh: '更换口令', en: 'Change the password' },
  newPasswordWhy: {
    zh: '初始口令或已到期的口令须先更换，才能办理业务。',
    en: 'A first password, or one that has run out, has to be changed before any work.',
  },
  present: { zh: '现在的口令', en: 'Present password' },
  next: { zh: '新口令', en: 'New password' },
  nextHint: {
    zh: '自己容易记、别人猜不到的一句话最好。',
    en: 'A sentence you remember and nobody guesses is best.',
  },
  repeat: { zh: '再输一遍新口令', en: 'New password again' },
  notSame: { zh: '两次输入的新口令不一样。', en: 'The two new passwords differ.' },
  missing: { zh: (label: string) => `请填写${label}。`, en: (label: string) => `Fill in: ${label}.` },
  change: { zh: '更换口令', en: 'Change the password' },
  enrol: { zh: '绑定验证器', en: 'Set up an authenticator' },
  enrolWhy: {
    zh: '您的岗位登录须第二因素。请把密钥输入手机或硬件验证器（TOTP），再输入它显示的六位数字。',
    en: 'Your post needs a second factor. Enter the secret into an authenticator (TOTP) and give the six digits it shows.',
  },
  makeSecret: { zh: '生成密钥', en: 'Make a secret' },
  qr: { zh: '二维码', en: 'QR code' },
  scan: {
    zh: '用验证器扫描二维码；不能扫的，输入下面的密钥。二维码在本页画出，不经过别的程序。',
    en: 'Scan the code with an authenticator, or type the secret below. The code is drawn on this page and goes nowhere else.',
  },
  secret: { zh: '密钥（只显示这一次）', en: 'Secret (shown this once)' },
  uri: { zh: '验证器链接', en: 'Link for the authenticator' },
  confirm: { zh: '确认绑定', en: 'Confirm' },
  recovery: { zh: '恢复码（只显示这一次）', en: 'Recovery codes (shown this once)' },
  recoveryWhy: {
    zh: '手机丢失时用它登录，每个只能用一次。请抄下，放在安全的地方。',
    en: 'For the day your telephone is lost; each works once. Write them down and keep them safe.',
  },
  kept: { zh: '已抄好，继续', en: 'I have written them down' },
  ended: { zh: '登录已失效，请重新登录', en: 'Your session has ended: sign in again' },
  endedWhy: {
    zh: '页面上已填写的内容还在。用同一账号登录后可继续。',
    en: 'What you typed is still here. Sign in with the same account and go on.',
  },
  demoAccounts: { zh: '演示账号', en: 'Demo accounts' },
  demoWhy: {
    zh: '数据全部虚构。选一个岗位进入；口令只在本演示中有效。',
    en: 'Nobody in the data exists. Choose a post to enter; the password is good for this demo only.',
  },
  demoEnter: { zh: (role: string) => `以${role}进入`, en: (role: string) => `Enter as ${role}` },
  lead: {
    zh: '疑点不是结论：先告知、听申辩、入户核查，由具名的人作出有理由的决定。',
    en: 'A lead is never a verdict: notice, answer and visit first, then a reasoned decision by a named person.',
  },
});
