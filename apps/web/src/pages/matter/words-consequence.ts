import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { defineWords } from '../../words/define-words.ts';

/** What a step brings about, in sentences. */
export const consequenceWords = defineWords({
  becomes: {
    zh: (to: string) => `办理后状态变为“${to}”。`,
    en: (to: string) => `It will then stand at: ${to}.`,
  },
  ends: {
    zh: (to: string) => `办理后状态变为“${to}”，本件办结。`,
    en: (to: string) => `It will then stand at: ${to}, and the matter ends.`,
  },
  stays: { zh: (at: string) => `状态不变（${at}）。`, en: (at: string) => `It goes on standing at: ${at}.` },
  issues: { zh: (title: string) => `将制发《${title}》。`, en: (title: string) => `It issues the ${title}.` },
  opens: {
    zh: (title: string) => `将另立一件“${title}”。`,
    en: (title: string) => `It opens a new matter: ${title}.`,
  },
  opensWhen: {
    zh: (title: string, when: string) => `${when}的，将另立一件“${title}”。`,
    en: (title: string, when: string) => `Where this holds (${when}), it opens a new matter: ${title}.`,
  },
  starts: {
    zh: (clock: string) => `开始计时：${clock}。`,
    en: (clock: string) => `A time begins: ${clock}.`,
  },
  stops: { zh: (clock: string) => `不再计时：${clock}。`, en: (clock: string) => `A time ends: ${clock}.` },
  pauses: {
    zh: (clock: string) => `暂停计时：${clock}（当事人的时间）。`,
    en: (clock: string) => `A time stands still: ${clock} (the family’s own time).`,
  },
  keeps: {
    zh: '此步以您的名义写入历程，不能删改；办错了只能另办一步。',
    en: 'The step goes into the record under your name and cannot be changed; a mistake takes another step.',
  },
  takesEffect: {
    zh: (amount: string, month: string) => `该户待遇将改为每月 ${amount}，自 ${month} 起。`,
    en: (amount: string, month: string) => `The household will receive ${amount} a month from ${month}.`,
  },
  takesNothing: {
    zh: (month: string) => `该户此项待遇自 ${month} 起停发。`,
    en: (month: string) => `The household receives nothing more of this programme from ${month}.`,
  },
  withKind: {
    zh: (title: string, kind: string) => `${title}（${kind}）`,
    en: (title: string, kind: string) => `${title} (${kind})`,
  },
});

/** Papers that a step issues, by the name the workflow gives them. */
export const paperTitles: Readonly<Record<string, Bilingual>> = {
  'visit-warning': { zh: '入户核查告诫书', en: 'Warning about the visit' },
  'written-notice': { zh: '告知书', en: 'Written notice' },
  'decision-letter': { zh: '救助决定书', en: 'Decision letter' },
  'recovery-order': { zh: '责令退回通知书', en: 'Order to pay back' },
  'petition-answer': { zh: '信访答复意见书', en: 'Answer to the petition' },
  'proxy-agreement': { zh: '代领社会救助金协议书', en: 'Proxy agreement' },
  'public-notice-sheet': { zh: '公示单', en: 'Public notice sheet' },
  'rectification-order': { zh: '责令整改通知书', en: 'Order to rectify' },
  'clue-transfer-sheet': { zh: '问题线索移送函', en: 'Letter of referral' },
};
