import { type StreamedRow, text } from '../stream-rows.ts';

const names: Readonly<Record<string, { zh: string; en: string }>> = {
  dibao: { zh: '低保', en: 'Dibao' },
  'dibao/urban': { zh: '城市低保', en: 'Urban dibao' },
  'dibao/rural': { zh: '农村低保', en: 'Rural dibao' },
  tekun: { zh: '特困', en: 'Tekun' },
  edge: { zh: '低收入', en: 'Low income (edge)' },
  temporary_relief: { zh: '临时救助', en: 'Temporary relief' },
  orphan: { zh: '孤儿', en: 'Orphan' },
  unattended: { zh: '事实无人抚养儿童', en: 'De facto unattended child' },
  disability: { zh: '残疾人补贴', en: 'Disability subsidy' },
  disability_living: { zh: '困难残疾人生活补贴', en: 'Living subsidy for disabled people' },
  disability_care: { zh: '重度残疾人护理补贴', en: 'Care subsidy for severely disabled people' },
  elder: { zh: '高龄津贴', en: 'Old-age subsidy' },
  lifted: { zh: '脱贫户', en: 'Lifted out of poverty' },
  unstable: { zh: '脱贫不稳定户', en: 'Unstable household' },
  marginal: { zh: '边缘易致贫户', en: 'Marginal household' },
  sudden: { zh: '突发严重困难户', en: 'Sudden hardship' },
  poor: { zh: '未脱贫户', en: 'Registered poor' },
  instant_aid: { zh: '即时帮扶户', en: 'Instant aid' },
  other: { zh: '其他', en: 'Other' },
};

/** The programme or category of a base-roll row in words; the code itself when it is a local one. */
export function kindName(row: StreamedRow, lang: 'zh' | 'en'): string {
  const kind = text(row, 'kind');
  return (names[`${kind}/${text(row, 'scheme')}`] ?? names[kind])?.[lang] ?? kind;
}

/** A programme code in words. */
export function programmeWord(programme: string, lang: 'zh' | 'en'): string {
  return names[programme]?.[lang] ?? programme;
}

const exitReasons: Readonly<Record<string, { zh: string; en: string }>> = {
  income: { zh: '收入超过标准', en: 'Income above the standard' },
  death: { zh: '死亡', en: 'Death' },
  moved: { zh: '迁出', en: 'Moved away' },
  labour: { zh: '有劳动能力', en: 'Able to work' },
  assets: { zh: '财产超过规定', en: 'Assets above the limit' },
  voluntary: { zh: '主动放弃', en: 'Given up voluntarily' },
  to_tekun: { zh: '转为特困', en: 'Moved to tekun' },
  imprisoned: { zh: '服刑', en: 'Imprisoned' },
  other: { zh: '其他', en: 'Other' },
};

/** The reason of an exit in words; what the list says itself stays as it is. */
export function reasonWord(reason: string, lang: 'zh' | 'en'): string {
  return exitReasons[reason]?.[lang] ?? reason;
}
