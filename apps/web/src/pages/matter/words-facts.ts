import { defineWords } from '../../words/define-words.ts';

/** Words of facts. */
export const factWords = defineWords({
  hidden: { zh: '已遮盖', en: 'Masked' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  comma: { zh: '、', en: ', ' },
  someone: { zh: '一名同事', en: 'a colleague' },
  toPerson: { zh: (name: string) => `交给 ${name}`, en: (name: string) => `to ${name}` },
  toOffice: {
    zh: (area: string) => `承办单位所在区划 ${area}`,
    en: (area: string) => `office of division ${area}`,
  },
  dueOn: { zh: (on: string) => `期限 ${on}`, en: (on: string) => `due ${on}` },
});
