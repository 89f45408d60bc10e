import type { Random } from './prng.ts';

/** A person of the benchmark county. */
export interface Somebody {
  readonly name: string;
  readonly id: string;
  readonly birthOn: string;
  readonly male: boolean;
  readonly village: number;
}

/** Comparison lists: file, share of all rows, share of its rows about recipients, headings, line. */
export interface ListPlan {
  readonly file: string;
  readonly share: number;
  readonly hits: number;
  readonly headings: string;
  readonly line: (random: Random, person: Somebody, index: number) => string;
}

export const BENCH_LISTS: readonly ListPlan[] = [
  {
    file: '机动车登记.csv',
    share: 0.2,
    hits: 0.002,
    headings: '所有人,身份证明号码,号牌号码,车辆类型,初次登记日期,机动车状态,车辆现值',
    line: (random, { name, id }, index) =>
      `${name},${id},鲁Q${String(index).padStart(7, '0')},${random.pick(['小型轿车', '小型普通客车', '普通二轮摩托车'])},20${random.int(10, 21)}-0${random.int(1, 9)}-15,${random.pick(['正常', '正常', '报废'])},${random.int(1, 12)}0000`,
  },
  {
    file: '不动产登记.csv',
    share: 0.2,
    hits: 0.004,
    headings: '权利人,身份证号,不动产权证号,坐落,规划用途,建筑面积,登记时间,权属状态',
    line: (random, { name, id }, index) =>
      `${name},${id},鲁（2019）沂青县不动产权第${String(index).padStart(7, '0')}号,沂青县人民路${index}号,${random.pick(['住宅', '住宅', '车库', '商业'])},${random.int(40, 150)},2019-0${random.int(1, 9)}-11,现势`,
  },
  {
    file: '财政供养人员.csv',
    share: 0.05,
    hits: 0.002,
    headings: '单位名称,姓名,身份证号,人员类别,工资发放状态,月应发工资',
    line: (random, { name, id }) =>
      `沂青县第${random.int(1, 90)}小学,${name},${id},${random.pick(['公务员', '事业', '退休', '遗属'])},在职,${random.int(3000, 8000)}`,
  },
  {
    file: '社会保险参保.csv',
    share: 0.2,
    hits: 0.003,
    headings:
      '姓名,社会保障号码,参保单位,险种类型,缴费人员类别,参保状态,缴费基数,缴费开始年月,最近缴费月,累计缴费月数',
    line: (random, { name, id }) =>
      `${name},${id},沂青县第${random.int(1, 900)}公司,企业职工养老,${random.pick(['单位职工', '灵活就业'])},正常参保,${random.int(3700, 9000)},2020-01,2022-07,30`,
  },
  {
    file: '养老待遇.csv',
    share: 0.13,
    hits: 0.01,
    headings: '姓名,身份证号,待遇类型,月养老金,领取起始年月,待遇状态',
    line: (random, { name, id }) =>
      `${name},${id},${random.pick(['城乡居民养老', '城乡居民养老', '企业职工养老'])},${random.int(140, 2900)},2018-0${random.int(1, 9)},正常`,
  },
  {
    file: '户籍信息.csv',
    share: 0.12,
    hits: 0.05,
    headings: '户号,户主,户主身份证号,与户主关系,姓名,公民身份号码,性别,出生日期,户籍地址,户类型',
    line: (_random, person, index) =>
      `${200000 + index},${person.name},${person.id},户主,${person.name},${person.id},${person.male ? '男' : '女'},${person.birthOn},${place(person.village)},家庭户`,
  },
  {
    file: '市场主体.csv',
    share: 0.065,
    hits: 0.003,
    headings: '企业名称,统一社会信用代码,市场主体类型,人员身份,姓名,证件号码,成立日期,登记状态',
    line: (random, { name, id }, index) =>
      `沂青县第${index}号店,92371399MA3${String(index).padStart(7, '0')},个体工商户,经营者,${name},${id},2018-0${random.int(1, 9)}-05,${random.pick(['存续', '注销'])}`,
  },
  {
    file: '火化名单.csv',
    share: 0.0175,
    hits: 0.01,
    headings: '逝者姓名,性别,身份证号,原家庭住址,死亡时间,火化时间,火化单位',
    line: (random, person) => {
      const month = `202${random.pick(['1-1', '2-0'])}${random.int(0, 2)}`.replace('2-00', '2-03');
      return `${person.name},${person.male ? '男' : '女'},${person.id},${place(person.village)},${month}-11,${month}-13,沂青县殡仪馆`;
    },
  },
  {
    file: '残疾人证.csv',
    share: 0.0175,
    hits: 0.08,
    headings: '姓名,身份证号,残疾证号,残疾类别,残疾等级,发证日期,有效期至,证件状态,乡镇,村',
    line: (random, person) => {
      const [kind, grade] = [random.int(1, 4), random.int(1, 4)];
      return `${person.name},${person.id},${person.id}${kind}${grade},${['', '视力', '听力', '言语', '肢体'][kind]},${grade}级,2016-05-04,2026-05-03,有效,${townOf(person.village)},${villageOf(person.village)}`;
    },
  },
];

export function townOf(village: number): string {
  return `青${'一二三四五六七八九十甲乙丙丁戊'[village % 15]}镇`;
}

export function villageOf(village: number): string {
  return `柳${village}村`;
}

function place(village: number): string {
  return `沂青县${townOf(village)}${villageOf(village)}`;
}
