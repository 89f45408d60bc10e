interface Both {
  readonly zh: string;
  readonly en: string;
}

/** A department that is sent a list, and the least it must be told to answer. */
export interface Department extends Both {
  readonly key: string;
  /** What is asked of it. */
  readonly asks: Both;
  /** Children younger than this cannot be in its records and are left out; 0 lists everybody. */
  readonly fromAge: number;
  /** The household number is sent only where the answer concerns the household as a whole. */
  readonly household: boolean;
  /** Nobody without a written authorisation seen may be on the list. */
  readonly authorisedOnly: boolean;
}

/**
 * Departments that answer for named persons. Those that hold lists of people in need (残联, 医保, 乡村振兴,
 * 卫健) are asked for their own lists instead: to find who was missed, no name has to leave this office.
 */
export const departments: readonly Department[] = [
  {
    key: 'police-household',
    zh: '公安局（户籍）',
    en: 'Police, household register',
    asks: { zh: '户籍成员、注销及死亡日期', en: 'household members, cancellation and date of death' },
    fromAge: 0,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'funeral',
    zh: '殡仪馆',
    en: 'Funeral parlour',
    asks: { zh: '火化日期、死亡日期', en: 'dates of cremation and death' },
    fromAge: 0,
    household: false,
    authorisedOnly: false,
  },
  {
    key: 'vehicle',
    zh: '公安局（交管）',
    en: 'Police, vehicles',
    asks: { zh: '名下机动车的车型、登记日期和状态', en: 'vehicles: type, date of registration and status' },
    fromAge: 18,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'real-estate',
    zh: '自然资源局（不动产）',
    en: 'Natural resources, real estate',
    asks: { zh: '名下房产的用途、面积和登记日期', en: 'titles: use, area and date of registration' },
    fromAge: 0,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'business',
    zh: '市场监管局',
    en: 'Market regulation',
    asks: { zh: '任法定代表人、股东、经营者的市场主体', en: 'businesses represented, owned or run' },
    fromAge: 16,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'social-insurance',
    zh: '人力资源和社会保障局',
    en: 'Human resources and social security',
    asks: { zh: '职工参保、养老金领取', en: 'employee insurance and pensions drawn' },
    fromAge: 16,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'payroll',
    zh: '财政局',
    en: 'Finance',
    asks: { zh: '是否财政供养及人员类别', en: 'whether on the public payroll, and in which kind' },
    fromAge: 16,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'housing-fund',
    zh: '住房公积金管理中心',
    en: 'Housing provident fund',
    asks: { zh: '缴存状态和月缴存额', en: 'status and monthly contribution' },
    fromAge: 16,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'tax',
    zh: '税务局',
    en: 'Tax',
    asks: { zh: '工资薪金和经营所得', en: 'wages and business income' },
    fromAge: 16,
    household: true,
    authorisedOnly: false,
  },
  {
    key: 'justice',
    zh: '司法局、公安局（监所）',
    en: 'Justice and police, custody',
    asks: { zh: '是否服刑或强制戒毒及起止日期', en: 'whether in custody, and its dates' },
    fromAge: 14,
    household: false,
    authorisedOnly: false,
  },
  {
    key: 'bank',
    zh: '银行、证券、保险机构',
    en: 'Banks, securities, insurance',
    asks: { zh: '查询日的存款、证券和商业保险', en: 'deposits, securities and insurance on the day asked' },
    fromAge: 0,
    household: true,
    authorisedOnly: true,
  },
];

/** Asked for their own full lists; nothing about our people is sent to them. */
export const listHolders: readonly (Both & { readonly asks: Both })[] = [
  {
    zh: '残疾人联合会',
    en: 'Disabled persons’ federation',
    asks: { zh: '持残疾人证人员全量名册', en: 'all holders of a disability certificate' },
  },
  {
    zh: '乡村振兴部门',
    en: 'Rural revitalisation',
    asks: { zh: '脱贫人口和监测对象全量名册', en: 'all lifted and monitored persons' },
  },
  {
    zh: '医疗保障局',
    en: 'Medical security',
    asks: { zh: '自付医疗费用较高人员名册', en: 'persons with high medical costs' },
  },
  {
    zh: '组织部',
    en: 'Organisation department',
    asks: { zh: '村（居）两委成员名册', en: 'members of village committees' },
  },
];
