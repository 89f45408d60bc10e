import type { Bilingual } from '../errors/user-error.ts';
import type { Difference } from './compare-values.ts';
import type { Aspect } from './identity-ladder.ts';

/** Each kind of difference in a word or two, for a tag. */
export const differenceWords: Readonly<Record<Difference, Bilingual>> = {
  same: { zh: '一致', en: 'Same' },
  written_otherwise: { zh: '写法不同、内容一致', en: 'Same, written otherwise' },
  traditional: { zh: '繁简、异体写法', en: 'Traditional form' },
  homophone: { zh: '同音不同字', en: 'Sounds the same' },
  look_alike: { zh: '形近字', en: 'Looks alike' },
  incomplete: { zh: '有缺字，其余相符', en: 'A character is lost' },
  pinyin: { zh: '一方为拼音', en: 'One in pinyin' },
  truncated: { zh: '一方像被截短', en: 'One is cut off' },
  contained: { zh: '一方更详细', en: 'One says more' },
  transposed: { zh: '相邻数字互换', en: 'Digits changed places' },
  differs: { zh: '不一致', en: 'Differs' },
  missing: { zh: '一方缺失', en: 'Missing on one side' },
};

/** What the fields that speak of identity are called. */
export const aspectWords: Readonly<Record<Aspect, Bilingual>> = {
  id: { zh: '身份证号', en: 'ID number' },
  name: { zh: '姓名', en: 'Name' },
  birth: { zh: '出生日期', en: 'Birth date' },
  sex: { zh: '性别', en: 'Sex' },
  town: { zh: '乡镇（街道）', en: 'Town' },
  village: { zh: '村（居）', en: 'Village' },
  address: { zh: '住址', en: 'Address' },
  phone: { zh: '联系电话', en: 'Telephone' },
  account: { zh: '账号', en: 'Account' },
  relation: { zh: '关系', en: 'Relation' },
};
