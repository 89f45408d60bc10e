import { defineWords } from '../words/define-words.ts';

/** Texts of the building blocks. */
export const uiWords = defineWords({
  close: { zh: '关闭窗口', en: 'Close window' },
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Try again' },
  back: { zh: '返回上一页', en: 'Back' },
  required: { zh: '（必填）', en: '(required)' },
  choose: { zh: '请选择', en: 'Choose' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  more: { zh: '再显示一些', en: 'Show more' },
  loadingMore: { zh: '正在读取更多…', en: 'Loading more…' },
  faults: { zh: (n: number) => `有 ${n} 处需要改正`, en: (n: number) => `${n} to correct` },
  code: { zh: '错误编号', en: 'Code' },
  reference: { zh: '查询号', en: 'Reference' },
  why: { zh: '原因', en: 'Why' },
  remedy: { zh: '怎么办', en: 'What to do' },
  noNetwork: { zh: '没有连上服务器。', en: 'The server cannot be reached.' },
  noNetworkWhy: {
    zh: '网络断开，或服务器没有运行。',
    en: 'The network is down, or the server is not running.',
  },
  noNetworkRemedy: {
    zh: '已填写的内容还在本页。请检查网络后重试。',
    en: 'What you typed is still on this page. Check the network and try again.',
  },
  fault: { zh: '页面出错，刚才的操作没有生效。', en: 'Something failed on this page; nothing was changed.' },
  faultRemedy: {
    zh: '请重试；仍不行的，把本页内容告诉管理员。',
    en: 'Try again; if it persists, tell the administrator what this page says.',
  },
  info: { zh: '提示', en: 'Info' },
  suspect: { zh: '疑似', en: 'Suspect' },
  serious: { zh: '严重', en: 'Serious' },
  noDue: { zh: '无期限', en: 'No time limit' },
  dueToday: { zh: '今天到期', en: 'Due today' },
  daysLeft: {
    zh: (n: number) => `剩 ${n} 天`,
    en: (n: number) => (n === 1 ? '1 day left' : `${n} days left`),
  },
  overdueBy: {
    zh: (n: number) => `超期 ${n} 天`,
    en: (n: number) => (n === 1 ? '1 day overdue' : `${n} days overdue`),
  },
  none: { zh: '无', en: 'None' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
  breadcrumbs: { zh: '所在位置', en: 'Where you are' },
  yuanUnit: { zh: '（元）', en: ' (yuan)' },
  chosenOf: { zh: (n: number) => `已选 ${n} 项`, en: (n: number) => `${n} chosen` },
});
