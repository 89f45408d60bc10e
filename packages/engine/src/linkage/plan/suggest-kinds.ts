import type { ColumnProfile } from './profile-columns.ts';

/** What a column holds, as far as comparing people and things goes. */
export type ColumnKind =
  | 'record'
  | 'label'
  | 'given_name'
  | 'surname'
  | 'full_name'
  | 'person_name'
  | 'id_number'
  | 'birth'
  | 'date'
  | 'age'
  | 'sex'
  | 'town'
  | 'village'
  | 'address'
  | 'phone'
  | 'email'
  | 'account'
  | 'household'
  | 'relation'
  | 'code'
  | 'category'
  | 'number'
  | 'list'
  | 'word'
  | 'words'
  | 'note'
  | 'empty';

/** Headings without blanks, underscores and marks, in small letters; the first that fits counts. */
const headings: readonly (readonly [kind: ColumnKind, pattern: RegExp])[] = [
  [
    'label',
    /^(true|real|truth|gold)?(cluster|label|truth|groundtruth|entity|match)(id|no|key|label)?$|^ismatch$|^真值$|^标签$/,
  ],
  [
    'record',
    /^(rec|record|row|unique|source)?(id|no|num|number|index|uuid|guid|key)$|^rowid$|^unnamed\d*$|^(序号|编号|行号|记录号|记录编号|流水号|顺序号)$/,
  ],
  [
    'id_number',
    /身份证|身份号|证件号|证件编号|公民身份|公民号码|社会保障号码|^(sfz|sfzh|sfzhm|gmsfhm|zjhm|zjh|idcard|idcardno|citizenid)$/,
  ],
  ['given_name', /^(given|first|fore|christian)names?$|^(fname|givname|firstnm)$|^名$/],
  ['surname', /^(sur|last|family)names?$|^(lname|lastnm)$|^姓$|^姓氏$/],
  ['full_name', /^(full|person|complete)names?$|^names?$|^(firstandsurname|firstlast|givennameandsurname)$/],
  ['relation', /关系|^relation(ship)?$/],
  [
    'person_name',
    /^(户主|申请人|本人|救助对象|人员|对象|学生|老人)?(姓名|名字|中文姓名|真实姓名)$|^(户主|户名|xm|xingming)$/,
  ],
  [
    'birth',
    /出生(日期|年月|时间)?|^生日$|^csrq$|^(dob|birthdate|dateofbirth|birthday|bornon|birth|dateborn)$/,
  ],
  ['age', /^年龄$|^(age|birthyear|yearofbirth|yob)$/],
  ['sex', /性别|^(sex|gender)$|^xb$/],
  [
    'village',
    /^(所在|所属|户籍)?(村|村居|行政村|社区|村委会|居委会|村社区|村居委会|村名|村名称|社区名称|嘎查)(（社区）|（居委会）)?$|^village$/,
  ],
  ['town', /^(所在|所属|户籍)?(乡镇|街道|镇街|乡镇街道|镇|乡|镇街道|乡镇名称)(（街道）)?$|^town(ship)?$/],
  ['address', /住址|地址|住所|户籍地|户口所在地|^(address|addr|street)(line)?\d*$|^streetname$/],
  ['phone', /电话|手机|联系方式|^(phone|mobile|tel|telephone|cell)(no|number)?$/],
  ['email', /邮箱|^e?mail(address)?$/],
  ['account', /账号|帐号|卡号|账户|存折|^(account|acct|card|iban)(no|number)?$/],
  ['household', /^(户号|户编号|家庭编号|户编码|household(id|no|number)?)$/],
  ['note', /备注|说明|金额|人数|人口|标准|^(note|notes|remark|remarks|comment|comments)$/],
  [
    'code',
    /^(post(al)?code|zip(code)?|postcodefake|ssn|socsecid|socialsecurity(no|number)?|streetnumber|housenumber|passport(no|number)?)$/,
  ],
  ['word', /^(city|suburb|state|county|country|birthplace|placeofbirth|region|occupation|profession|job)$/],
];

/** The heading as the table of headings has it: small letters, no blanks, no underscores. */
export const bareHeading = (heading: string): string =>
  heading.toLowerCase().replace(/[\s_\-.:*'"“”()（）]/gu, '');

/** What a column holds, by its heading where its cells do not say otherwise, and by its cells alone for other headings. */
export function kindOf(profile: ColumnProfile): ColumnKind {
  if (profile.filled < 0.02 || profile.distinct === 0) return 'empty';
  const bare = bareHeading(profile.column);
  const named = headings.find(([, pattern]) => pattern.test(bare))?.[0];
  return named === undefined ? kindByContent(profile) : confirmed(named, profile);
}

/** A heading can be wrong: what must look a certain way has to. The kind in its place; null: what the content says. */
const doubts: Partial<Readonly<Record<ColumnKind, (profile: ColumnProfile) => ColumnKind | null>>> = {
  id_number: (p) => (p.idNumber < 0.3 ? null : 'id_number'),
  birth: (p) => (p.date >= 0.5 ? 'birth' : p.number > 0.9 ? 'age' : null),
  full_name: (p) => (p.hanName > 0.5 ? 'person_name' : 'full_name'),
  person_name: (p) => (p.han < 0.5 ? 'full_name' : 'person_name'),
  record: (p) => (p.unique < 0.5 ? null : p.idNumber > 0.5 ? 'id_number' : 'record'),
  word: (p) => (p.words > 1.6 ? 'words' : 'word'),
};

function confirmed(named: ColumnKind, profile: ColumnProfile): ColumnKind {
  const doubt = doubts[named];
  return doubt === undefined ? named : (doubt(profile) ?? kindByContent(profile));
}

const contentKinds: readonly (readonly [kind: ColumnKind, fits: (profile: ColumnProfile) => boolean])[] = [
  ['id_number', (p) => p.idNumber > 0.5],
  ['email', (p) => p.email > 0.8],
  ['date', (p) => p.date > 0.8],
  ['phone', (p) => p.mobile > 0.6],
  ['person_name', (p) => p.hanName > 0.9 && p.unique > 0.3 && p.meanLength < 3.5],
  ['list', (p) => p.list > 0.3],
  ['number', (p) => p.number > 0.95 && p.decimal > 0.1],
  ['category', (p) => p.distinct <= 20],
  ['code', (p) => p.digits > 0.8 || (p.letters < 0.99 && p.words < 1.6)],
  ['words', (p) => p.words > 1.6],
];

function kindByContent(profile: ColumnProfile): ColumnKind {
  return contentKinds.find(([, fits]) => fits(profile))?.[0] ?? 'word';
}
