import { defineWords } from '../words/define-words.ts';

/** Texts of the first set-up. */
export const setUpWords = defineWords({
  title: { zh: '首次设置', en: 'First set-up' },
  lead: {
    zh: '指定三名管理员，须是三个人：系统管机器，安全保密管账号和权限，审计管监督，谁也不能包办。没有默认账号。',
    en: 'Name three administrators, three people: one for the machine, one for accounts and rights, one to watch. Nobody does it all, and there is no default account.',
  },
  code: { zh: '安装码', en: 'Set-up code' },
  codeHint: {
    zh: '服务器首次启动时显示在它的窗口或日志里，只用一次。',
    en: 'Shown in the window or log of the server at its first start; good once.',
  },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全保密管理员', en: 'Security administrator' },
  auditAdmin: { zh: '安全审计员', en: 'Audit administrator' },
  userName: { zh: '用户名', en: 'User name' },
  fullName: { zh: '姓名', en: 'Name' },
  of: {
    zh: (role: string, what: string) => `${role}的${what}`,
    en: (role: string, what: string) => `${what} of the ${role}`,
  },
  missing: { zh: (label: string) => `请填写${label}。`, en: (label: string) => `Fill in: ${label}.` },
  create: { zh: '建立三名管理员', en: 'Make the three administrators' },
  made: { zh: '三名管理员已建立', en: 'The three administrators are there' },
  madeWhy: {
    zh: '初始口令只显示这一次。请分别交给三个人；首次登录必须更换并绑定验证器。',
    en: 'The first passwords are shown this once. Hand each to its person; they are changed at the first login, and an authenticator is set up.',
  },
  password: { zh: '初始口令', en: 'First password' },
  toSignIn: { zh: '都已交给本人，去登录', en: 'Handed over: go to sign in' },
});
