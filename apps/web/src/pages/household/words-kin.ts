import { defineWords } from '../../words/define-words.ts';

/** Texts of kin and recusal, of looking in full, and of finding. */
export const kinWords = defineWords({
  kin: { zh: '亲属回避', en: 'Kin who keep out' },
  kinNone: { zh: '没有登记须回避的工作人员。', en: 'Nobody is on record as kin.' },
  kinHint: {
    zh: '与该户有亲属关系的工作人员须回避：不办理、不核查、不看完整信息。',
    en: 'Colleagues who are kin of the household keep out: no steps, no visits, nothing in full.',
  },
  declaredAt: { zh: (day: string) => `${day} 登记`, en: (day: string) => `recorded ${day}` },
  declare: { zh: '申报亲属关系', en: 'Declare kin' },
  declareWho: { zh: '谁', en: 'Who' },
  declareSelf: { zh: '我本人', en: 'Myself' },
  declareOther: { zh: '同事', en: 'A colleague' },
  relation: { zh: '什么关系', en: 'What relation' },
  relationHint: {
    zh: '如：叔侄、姨甥。不写姓名和号码。',
    en: 'Such as uncle and nephew. No names or numbers.',
  },
  relationMissing: { zh: '请写明什么关系。', en: 'Say what relation.' },
  colleagueMissing: { zh: '请选择同事。', en: 'Choose the colleague.' },
  declareEffect: {
    zh: '登记后即须回避；登记有误的，由县级负责人或复核撤销。',
    en: 'From then on the person keeps out. A wrong record is withdrawn by the county lead or reviewer.',
  },
  declared: { zh: '已登记，须回避。', en: 'Recorded: the person keeps out.' },
  withdraw: { zh: '撤销登记', en: 'Withdraw the record' },
  withdrawOf: {
    zh: (name: string) => `撤销 ${name} 的亲属登记`,
    en: (name: string) => `Withdraw the record of ${name}`,
  },
  withdrawEffect: {
    zh: '撤销后此人可再办理该户事项。',
    en: 'Afterwards the person may work on this household again.',
  },
  withdrawn: { zh: '登记已撤销。', en: 'The record was withdrawn.' },

  unmask: { zh: '查看完整信息', en: 'See it in full' },
  unmaskWhy: { zh: '为什么要看全', en: 'Why you need it in full' },
  unmaskHint: {
    zh: '如：入户核查前核对户主身份。至少四个字，不写号码；记入审计。',
    en: 'Such as: check who the head is before the visit. No numbers; it goes into the audit.',
  },
  reasonShort: { zh: '请写明事由，至少四个字。', en: 'Give a reason of at least four characters.' },
  reason: { zh: '事由', en: 'Reason' },
  unmaskDo: { zh: '查看并记入审计', en: 'Look, and have it recorded' },
  inFull: { zh: '完整信息', en: 'In full' },
  inFullNote: {
    zh: '只在本页显示；离开本页或点“收起”即清除，不保存。',
    en: 'Shown on this page only; gone when you leave it or fold it away, and kept nowhere.',
  },
  fullMembers: { zh: '成员（完整）', en: 'Members in full' },
  fullAccounts: { zh: '账户（完整）', en: 'Accounts in full' },
  fold: { zh: '收起', en: 'Fold away' },
  accountName: { zh: '户名', en: 'In the name of' },
  bank: { zh: '开户银行', en: 'Bank' },
  account: { zh: '账号', en: 'Account' },

  findTitle: { zh: '查人查户', en: 'Find a person or household' },
  findLead: {
    zh: '只在您的范围内查找，每次查找和事由都记入审计。查到的仍按规定遮盖。',
    en: 'Within your area only. Every search and its reason go into the audit; what is found is masked.',
  },
  by: { zh: '按什么查', en: 'Find by' },
  byId: { zh: '身份证号', en: 'ID number' },
  byAccount: { zh: '银行账号', en: 'Account' },
  byPhone: { zh: '电话', en: 'Telephone' },
  byName: { zh: '姓名', en: 'Name' },
  text: { zh: '要查的内容', en: 'What to look for' },
  textHint: {
    zh: '须完整输入。不会出现在网址、浏览记录和日志里。',
    en: 'In whole. It goes into no address, history or log.',
  },
  textMissing: { zh: '请输入完整的号码或姓名。', en: 'Type the whole number or name.' },
  findReasonHint: {
    zh: '如：群众来访反映未享受低保。至少四个字，不写号码。',
    en: 'Such as: a visitor says he gets no dibao. At least four characters, no numbers.',
  },
  search: { zh: '查找', en: 'Find' },
  searching: { zh: '正在查找…', en: 'Searching…' },
  foundCount: {
    zh: (n: number) => `查到 ${n} 户`,
    en: (n: number) => (n === 1 ? '1 household' : `${n} households`),
  },
  foundTable: { zh: '查到的家庭', en: 'Households found' },
  foundMore: {
    zh: '只列出前 50 户，还有更多。请换用号码查找。',
    en: 'The first 50 only. Use a number to find the right one.',
  },
  foundNone: {
    zh: '在您的范围内没有查到。请核对是否完整、有无错字，或换用号码查找。',
    en: 'Nothing within your area. Check that it is whole and rightly written, or use a number.',
  },
  again: { zh: '清空重查', en: 'Clear and search again' },
  open: { zh: '打开户卡', en: 'Open the card' },
  head: { zh: '户主', en: 'Head' },
  place: { zh: '所在地', en: 'Place' },
  programme: { zh: '救助项目', en: 'Programme' },
  size: { zh: '人数', en: 'Members' },
});
