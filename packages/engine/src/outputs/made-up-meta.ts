import type { RunMeta } from '../run/run-meta.ts';
import { emptyMeta } from './made-up-run.ts';

/** What the made-up run says about itself. Test support. */
export const madeUpMeta: RunMeta = {
  ...emptyMeta,
  combinations: [{ pair: ['dibao', 'tekun'], is: 'forbidden', zh: '只能享受其一', en: 'only one of them' }],
  files: [
    {
      file: '低保花名册.xlsx',
      sheet: 'Sheet1',
      table: 'dibao_household',
      titleZh: '低保花名册',
      titleEn: 'Dibao roster',
      confidence: 0.97,
      rowsIn: 1206,
      rowsTaken: 1198,
      rowsSetAside: 3,
      rowsStructure: 5,
      alarms: [
        {
          zh: '8 个身份证号末位被截断，请按文本格式重新导出',
          en: '8 ID numbers lost their last digit: export again as text',
        },
      ],
      mapping: [],
      sourceOn: '2022-06-30',
    },
    {
      file: '会议通知.xlsx',
      sheet: '1',
      table: null,
      titleZh: '',
      titleEn: '',
      confidence: 0.1,
      rowsIn: 20,
      rowsTaken: 0,
      rowsSetAside: 0,
      rowsStructure: 20,
      alarms: [],
      mapping: [],
      sourceOn: null,
    },
  ],
  silentRules: [
    {
      rule: 'INC-05',
      titleZh: '名下有机动车',
      titleEn: 'Owns a vehicle',
      missing: [{ table: 'vehicle', zh: '机动车登记（公安交管）', en: 'vehicle register (traffic police)' }],
    },
  ],
  numbersToFill: [
    {
      name: 'dibao.standard.rural',
      zh: '农村低保标准',
      en: 'Rural dibao standard',
      why: { zh: '2022年标准未知，INC-24 等按疑点处理', en: 'unknown for 2022; INC-24 falls back' },
    },
  ],
  rules: [
    {
      rule: 'INC-01',
      family: 'INC',
      titleZh: '死亡后仍在领取',
      titleEn: 'Paid after death',
      what: { zh: '死亡次月以后仍有发放的人。', en: 'People paid in months after the month of death.' },
      innocent: [
        { zh: '补发生前的月份', en: 'Arrears for months in life' },
        { zh: '火化名单身份证号登记错误', en: 'Wrong number on the cremation list' },
      ],
      verify: {
        zh: '查看户口簿注销页或死亡证明，问清账户由谁支取。',
        en: 'See the register or the death certificate; ask who drew the money.',
      },
      basis: ['民发〔2021〕57号 第三十一条'],
      parameters: [{ name: 'death.seriousYuan', value: '1000' }],
      evidence: {},
      hits: 6,
    },
    {
      rule: 'OMI-08',
      family: 'OMI',
      titleZh: '残疾人未享受护理补贴',
      titleEn: 'Disabled, no care subsidy',
      what: {
        zh: '一、二级残疾人不在护理补贴名册。',
        en: 'Holders of grade 1–2 certificates on no care-subsidy roster.',
      },
      innocent: [{ zh: '正在享受工伤护理费', en: 'Draws work-injury nursing' }],
      verify: {
        zh: '查看残疾人证，问是否申请过、为什么没有。',
        en: 'See the certificate; ask whether they applied.',
      },
      basis: ['国发〔2015〕52号'],
      parameters: [],
      evidence: {},
      hits: 6,
    },
  ],
};
