import type { County } from '../county.ts';
import { STANDARD } from '../households.ts';

/** A monthly standard in yuan and last year's consumption per head in yuan a year. */
type Pair = readonly [standard: number, consumption: number];

interface Year {
  readonly region: string;
  readonly year: number;
  readonly open: boolean;
  readonly urban: Pair;
  readonly rural: Pair;
}

/** The lines of one region and year: dibao (rural by the year, as published) and tekun at 1.3 times. */
function standardRows(county: County, { region, year, open, urban, rural }: Year): void {
  const period = { year, from_on: `${year}-07-01`, to_on: open ? null : `${year + 1}-06-30` };
  const paper = { region, document_no: `沂青政办字〔${year}〕23号`, minimum_wage: 1900, ...period };
  const dibao = { ...paper, programme: '低保' };
  county.add('standard', {
    ...dibao,
    scheme: '城市',
    amount: urban[0],
    unit: '元/月',
    consumption: urban[1],
  });
  county.add('standard', {
    ...dibao,
    scheme: '农村',
    amount: rural[0] * 12,
    unit: '元/年',
    consumption: rural[1],
  });
  for (const [scheme, base] of [
    ['城市', urban[0]],
    ['农村', rural[0]],
  ] as const) {
    const tekun = { ...paper, programme: '特困', scheme, support_form: '分散' };
    county.add('standard', { ...tekun, amount: Math.ceil(base * 1.3), unit: '元/月', consumption: null });
  }
}

/** STD-01 and STD-02: this county below the guidance band; its neighbours inside. */
export function planStandards(county: County): void {
  const year = Number(county.asOf.slice(0, 4)) - (county.asOf.slice(5, 7) < '07' ? 2 : 1);
  const years: readonly (readonly [string, number, Pair, Pair])[] = [
    ['沂青县', year - 2, [680, 26_500], [500, 13_900]],
    ['沂青县', year - 1, [720, 27_800], [540, 15_400]],
    ['沂青县', year, [STANDARD.urban, 38_600], [STANDARD.rural, 20_600]],
    ['沂北县', year, [765, 30_400], [590, 17_200]],
    ['蒙东县', year, [758, 29_900], [584, 16_500]],
  ];
  for (const [region, first, urban, rural] of years) {
    standardRows(county, { region, year: first, open: first === year, urban, rural });
  }
  county.plant('STD-01', { kind: 'unit', subjectName: '沂青县' }, '城市低保标准占上年消费支出23.6%，低于25%');
  county.plant('STD-02', { kind: 'unit', subjectName: '沂青县' }, '农村低保标准占上年消费支出33.8%，低于35%');
  for (const region of ['沂北县', '蒙东县']) {
    county.decoy('STD-01', { kind: 'unit', subjectName: region }, '比例在25%—35%之间');
    county.decoy('STD-02', { kind: 'unit', subjectName: region }, '比例在35%—45%之间');
  }
}
