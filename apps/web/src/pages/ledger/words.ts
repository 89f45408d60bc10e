import { defineWords } from '../../words/define-words.ts';

export const words = defineWords({
  title: { zh: '台账', en: 'Ledgers' },
  lead: {
    zh: '专项整治规定的台账、统计表和三张清单。能由事项得出的都已填好，其余填一次即可。',
    en: 'Ledgers, tables and lists of the campaign. What cases say is filled in; the rest is typed once.',
  },
  noCampaign: {
    zh: '还没有选定专项整治。请在页面上方选择，或先建立一个。',
    en: 'No campaign is chosen. Choose one above, or create one first.',
  },
  toCampaigns: { zh: '查看专项整治', en: 'Go to campaigns' },
  none: { zh: '这个专项整治没有规定台账。', en: 'This campaign asks for no ledger.' },
  ledger: { zh: '台账', en: 'Ledger' },
  kind: { zh: '每行是', en: 'A row for each' },
  'rows.division': { zh: '一个单位', en: 'office' },
  'rows.task': { zh: '一项任务', en: 'task' },
  'rows.inBenefit': { zh: '一户在保家庭', en: 'household on aid' },
  'rows.rejected': { zh: '一件未批准的申请', en: 'refused application' },
  fromTo: { zh: '报送', en: 'From and to' },
  'unit.province': { zh: '省', en: 'province' },
  'unit.city': { zh: '市', en: 'city' },
  'unit.county': { zh: '县', en: 'county' },
  'unit.town': { zh: '乡镇', en: 'town' },
  'unit.village': { zh: '村', en: 'village' },
  between: {
    zh: (from: string, to: string) => `${from}报${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  nextDue: { zh: '本期到期', en: 'Due' },
  noPeriod: { zh: '没有到期日', en: 'No due day' },
  locked: { zh: '已锁定各期', en: 'Locked periods' },
  lockedCount: { zh: (n: number) => `${n} 份`, en: (n: number) => `${n}` },
  loading: { zh: '正在从事项填写台账', en: 'Filling the ledger from the cases' },
  // One ledger
  period: { zh: '报送期', en: 'Period' },
  region: { zh: '地区', en: 'Division' },
  show: { zh: '查看', en: 'Show' },
  townFirst: {
    zh: '这张统计表逐户填写，由乡镇（街道）填报。请选择一个乡镇。',
    en: 'This table has a row for each household and is the towns’. Choose one town.',
  },
  print: { zh: '打印台账', en: 'Print the ledger' },
  asOf: { zh: (at: string) => `数据时点 ${at}`, en: (at: string) => `Figures as of ${at}` },
  unitLine: { zh: (unit: string) => `填报单位：${unit}`, en: (unit: string) => `Unit: ${unit}` },
  filled: {
    zh: (cells: number, filled: number, typed: number, empty: number) =>
      `共 ${cells} 格：由事项自动填写 ${filled} 格，人工填写 ${typed} 格，还空 ${empty} 格`,
    en: (cells: number, filled: number, typed: number, empty: number) =>
      `${cells} cells: ${filled} filled from cases, ${typed} typed, ${empty} still empty`,
  },
  isLocked: {
    zh: (by: string, at: string, hash: string) =>
      `已由${by}于 ${at} 锁定，校验 ${hash}。内容不再变化，再次打印与此相同。`,
    en: (by: string, at: string, hash: string) =>
      `Locked by ${by} on ${at}, check ${hash}. It does not change; printed again it is the same.`,
  },
  isOpen: { zh: '还没有锁定，数字随事项变化。', en: 'Not locked: figures follow the cases.' },
  clause: { zh: (clause: string) => `依据 ${clause}`, en: (clause: string) => `After ${clause}` },
  total: { zh: '合计', en: 'Total' },
  ownLevel: { zh: (name: string) => `${name}本级`, en: (name: string) => `${name} itself` },
  office: { zh: '单位', en: 'Office' },
  empty: { zh: '没有可填的行。', en: 'There is no row to fill.' },
  emptyHouseholds: {
    zh: '这个乡镇没有可列的家庭。导入底册并核查后，这里逐户列出。',
    en: 'This town has no household to list. They appear after the rosters were imported and checked.',
  },
  openHousehold: {
    zh: (no: string) => `打开第 ${no} 户的户卡`,
    en: (no: string) => `Open the card of household ${no}`,
  },
  typedBy: {
    zh: (by: string, at: string) => `${by} 于 ${at} 填写`,
    en: (by: string, at: string) => `Typed by ${by}, ${at}`,
  },
  fill: { zh: '填写', en: 'Fill in' },
  change: { zh: '改填', en: 'Change' },
  fillCell: {
    zh: (column: string, row: string) => `填写“${column}”（${row}）`,
    en: (column: string, row: string) => `Fill in “${column}” (${row})`,
  },
  changeCell: {
    zh: (column: string, row: string) => `改填“${column}”（${row}）`,
    en: (column: string, row: string) => `Change “${column}” (${row})`,
  },
  fillTitle: { zh: (column: string) => `填写“${column}”`, en: (column: string) => `Fill in “${column}”` },
  fillHint: {
    zh: '事项里得不出这一格，填一次即可；记下您的姓名和时间。不要写身份证号、账号、手机号。',
    en: 'No case says this; it is typed once, with your name and the time. No identity, account or telephone numbers.',
  },
  fillLabel: { zh: '内容', en: 'Content' },
  save: { zh: '保存这一格', en: 'Save the cell' },
  cancel: { zh: '不填', en: 'Leave it' },
  saved: { zh: '已填写', en: 'Filled in' },
  needText: { zh: '请填内容。', en: 'Type something.' },
  // Lock
  lock: { zh: '锁定本期', en: 'Lock this period' },
  lockTitle: { zh: '锁定本期台账', en: 'Lock this period' },
  lockWhat: {
    zh: (period: string, place: string) =>
      `${place} ${period} 一期的内容将按现在的样子固定，以后不能再填、不能再改。`,
    en: (period: string, place: string) =>
      `The table of ${place} for ${period} is kept as it is now; nothing can be typed or changed afterwards.`,
  },
  lockEmpty: { zh: (n: number) => `还有 ${n} 格是空的。`, en: (n: number) => `${n} cells are still empty.` },
  lockDone: { zh: '本期已锁定', en: 'The period is locked' },
  notYet: { zh: '暂不锁定', en: 'Not yet' },
  // Download
  download: { zh: '导出 .xlsx', en: 'Download .xlsx' },
  downloadTitle: { zh: '导出台账', en: 'Take the ledger out' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: {
    zh: '至少 4 个字，会登记在导出登记簿。',
    en: '4 characters at least; it goes into the register of exports.',
  },
  copy: { zh: '给谁', en: 'For whom' },
  upward: { zh: '报上级', en: 'The level above' },
  upwardHint: {
    zh: '只有数字和已遮盖姓名、号码的行。',
    en: 'Counts and rows with masked names and numbers.',
  },
  own: { zh: '本级留存（已遮盖）', en: 'This office, masked' },
  full: { zh: '本级留存（含完整姓名和号码）', en: 'This office, names and numbers in full' },
  fullHint: { zh: '须写明理由，逐次登记。', en: 'A reason is required; every copy is registered.' },
  reason: { zh: '理由', en: 'Reason' },
  needPurpose: { zh: '请写明用途（至少 4 个字）。', en: 'Say what for (4 characters at least).' },
  needReason: { zh: '请写明理由（至少 4 个字）。', en: 'Say why (4 characters at least).' },
  take: { zh: '导出', en: 'Download' },
  noDownload: {
    zh: '您的岗位不能导出，可打印或请县级负责人导出。',
    en: 'Your office does not export: print it, or ask the county’s lead.',
  },
});
