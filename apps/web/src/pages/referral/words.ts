import { defineWords } from '../../words/define-words.ts';

/** Texts of sealed referrals. */
export const referralWords = defineWords({
  title: { zh: '问题线索移送', en: 'Referrals' },
  card: { zh: '移送', en: 'Referral' },
  lead: {
    zh: '只有纪检联络员和县级负责人看得到。内容用接收机关的公钥加密，本系统任何人都打不开；这里只有编号、日期和回执。别处查不到这些事项。',
    en: 'Seen by the discipline liaison and the county lead only. What it says is sealed to the receiver’s key; nobody here opens it. Numbers, dates and receipts stay here; no search finds them elsewhere.',
  },
  superior: {
    zh: '反映本级或上级领导的线索：不录入、不留副本，原件直接送交有管辖权的机关。',
    en: 'A clue about leaders of this level or above is not keyed in and not copied: the original goes straight to the body in charge.',
  },
  none: {
    zh: '没有移送事项。发现问题线索后登记编号，审签后加密移送。',
    en: 'No referrals. Register a clue by its number; it is sealed and sent once approved.',
  },
  noneEnded: { zh: '没有已归档的移送。', en: 'No closed referrals.' },
  open: { zh: '登记问题线索', en: 'Register a clue' },
  openLead: {
    zh: '只写编号，不写姓名和内容。内容在移送时加密，不在这里录入。',
    en: 'A number only, no name and no content: that is sealed when it is sent, and never typed here.',
  },
  number: { zh: '线索编号', en: 'Number of the clue' },
  numberHint: {
    zh: '数字、字母和〔〕（）-号第，如 2026-31号。',
    en: 'Digits, letters and 〔〕（）-号第, such as 2026-31号.',
  },
  numberWrong: {
    zh: '编号只能有数字、字母和〔〕（）-号第。',
    en: 'A number has digits, letters and 〔〕（）-号第 only.',
  },
  noticedOn: { zh: '发现日期', en: 'Noticed on' },
  missing: { zh: (what: string) => `请填写${what}`, en: (what: string) => `${what} is missing` },
  packages: { zh: '密件', en: 'Sealed packages' },
  noPackages: {
    zh: '还没有密件。审签后用“移送”加密寄送。',
    en: 'No package yet. Once it is approved, “Send” seals and sends one.',
  },
  receiver: { zh: '接收机关', en: 'Receiver' },
  fingerprint: { zh: '公钥指纹', en: 'Fingerprint of the key' },
  sealedAt: { zh: '加密时间', en: 'Sealed' },
  size: { zh: '大小', en: 'Size' },
  slip: { zh: '移送编号', en: 'Slip' },
  download: { zh: '下载密件', en: 'Download' },
  downloadNamed: { zh: (n: string) => `下载密件 ${n}`, en: (n: string) => `Download ${n}` },
  downloadHint: {
    zh: '每次下载都有记录。交给接收机关，由其用 yangguang open-sealed 和私钥打开。',
    en: 'Every download is on record. The receiver opens it with yangguang open-sealed and the private key.',
  },
  send: { zh: '加密移送', en: 'Seal and send' },
  sendLead: {
    zh: '选定的文件在服务器内存中用接收机关公钥加密，只保存密文；文件名和内容都在密件里。移送后请删除本机上的原件。',
    en: 'The file is sealed in the memory of the server and kept as that only; its name and content are in the package. Delete the original on this machine afterwards.',
  },
  noReceivers: {
    zh: '还没有可用的接收机关公钥。请安全保密管理员先登记。',
    en: 'No receiver has a key yet. Ask the security administrator to register one.',
  },
  file: { zh: '移送材料', en: 'Material' },
  fileHint: {
    zh: '一个文件，不超过 10 MB（多个材料请先打包）：事实、佐证及其哈希、对家庭的处理，不写对人的结论。',
    en: 'One file of up to 10 MB (pack several into one): facts, evidence with hashes, what was decided for the family; no opinion on the person.',
  },
  sentOn: { zh: '移送日期', en: 'Sent on' },
  compare: { zh: '请核对指纹：', en: 'Compare the fingerprint: ' },
  sent: { zh: '已加密移送。', en: 'Sealed and sent.' },
  receive: { zh: '登记回执', en: 'Register the receipt' },
  receiveLead: {
    zh: '登记接收机关回执上的编号和日期。办理方式、结果和人名不在这里登记。',
    en: 'Number and date of the receiver’s slip. How it is handled, its result and names are not entered here.',
  },
  whichPackage: { zh: '哪一件', en: 'Which package' },
  receiptNo: { zh: '回执编号', en: 'Number of the receipt' },
  receivedOn: { zh: '回执日期', en: 'Date of the receipt' },
  outcome: { zh: '是否接收', en: 'Accepted' },
  accepted: { zh: '已接收', en: 'Accepted' },
  notAccepted: { zh: '未接收', en: 'Not accepted' },
  registered: { zh: '已登记回执。', en: 'The receipt is registered.' },
  kept: { zh: '本系统留下的', en: 'What stays here' },
  keptWhy: {
    zh: '编号、日期、回执、密件的密文和指纹。内容、人名和处理结果不在本系统。',
    en: 'Number, dates, receipt, the sealed file and its fingerprint. Content, names and outcome are not in this system.',
  },
});
