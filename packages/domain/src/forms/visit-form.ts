import type { Bilingual } from '../errors/user-error.ts';

/** One question of the visit form. Answers are texts; `choice` takes one of its words. */
export interface Question extends Bilingual {
  readonly id: string;
  readonly kind: 'line' | 'lines' | 'amount' | 'choice';
  readonly choices?: Readonly<Record<string, Bilingual>>;
  /** Asked of some households only; left empty it says nothing. */
  readonly optional?: true;
}

export interface FormSection extends Bilingual {
  readonly id: string;
  readonly questions: readonly Question[];
}

const yesNo = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const;
const line = (id: string, zh: string, en: string): Question => ({ id, kind: 'line', zh, en });
const lines = (id: string, zh: string, en: string): Question => ({ id, kind: 'lines', zh, en });
const amount = (id: string, zh: string, en: string): Question => ({ id, kind: 'amount', zh, en });

/**
 * 入户核查表: the questions of a visit, the same on paper, at the desk and on the telephone (domain §7.3; a design of this
 * product after M57 and the forms in use). Nothing is left blank: what is not there is 无. Photos and position are no part
 * of it.
 */
export const visitForm: readonly FormSection[] = [
  {
    id: 'members',
    zh: '家庭成员',
    en: 'Members',
    questions: [
      lines(
        'membersChecked',
        '逐人核对：姓名、与户主关系、健康、残疾、劳动能力、就业就学，与在册不一致的写明',
        'Each member: name, relation, health, disability, work ability, job or school; what differs from the roll',
      ),
      line(
        'membersChange',
        '人口变动（出生、死亡、婚嫁、迁移、服刑等）',
        'Changes: births, deaths, marriages, moves, custody',
      ),
    ],
  },
  {
    id: 'income',
    zh: '收入（家庭全年，元）',
    en: 'Income of the household in a year, CNY',
    questions: [
      amount('wages', '工资性收入', 'Wages'),
      amount('workCost', '就业成本', 'Cost of employment'),
      amount(
        'business',
        '经营净收入（种养殖写明面积、头数）',
        'Net business income, with area and head of stock',
      ),
      amount('property', '财产净收入', 'Net income from property'),
      amount('transfers', '转移净收入（养老金、赡养费等）', 'Transfers: pension, support by relatives'),
      line('notCounted', '按规定不计入的项目', 'Items not counted by rule'),
      amount('incomeTotal', '合计', 'Total'),
    ],
  },
  {
    id: 'assets',
    zh: '财产',
    en: 'Assets',
    questions: [
      line('housing', '住房（套数、面积、产权、结构）', 'Housing: number, area, title, structure'),
      line('vehicles', '车辆', 'Vehicles'),
      line('machines', '农机具', 'Farm machinery'),
      line('savings', '存款、证券（只写结论）', 'Savings and securities, the conclusion only'),
      line('companies', '市场主体', 'Registered businesses'),
      line('otherAssets', '其他', 'Other'),
    ],
  },
  {
    id: 'expenses',
    zh: '刚性支出（全年，元）',
    en: 'Unavoidable expenses in a year, CNY',
    questions: [
      amount('medical', '医疗自付', 'Medical, self-paid'),
      amount('schooling', '教育', 'Schooling'),
      amount('care', '康复、护理', 'Rehabilitation and care'),
      line('otherExpenses', '其他', 'Other'),
    ],
  },
  {
    id: 'obligors',
    zh: '赡养、抚养、扶养义务人',
    en: 'Relatives obliged to support',
    questions: [
      lines('obligorsChecked', '姓名、关系、状况、应付和实付', 'Name, relation, situation, due and paid'),
    ],
  },
  {
    id: 'living',
    zh: '生活状况',
    en: 'Living conditions',
    questions: [
      lines('livingFacts', '吃、穿、住、用、水、电', 'Food, clothing, housing, goods, water, power'),
      {
        ...line(
          'selfCare',
          '生活自理能力（特困人员填六项结果）',
          'Self-care, for tekun recipients the six items',
        ),
        optional: true,
      },
    ],
  },
  {
    id: 'questions',
    zh: '整治专问',
    en: 'Questions of the campaign',
    questions: [
      {
        id: 'isKin',
        kind: 'choice',
        zh: '是否工作人员、村干部近亲属',
        en: 'Kin of staff or of village cadres',
        choices: yesNo,
      },
      lines(
        'leadsChecked',
        '疑点逐条核对：疑点、看到的事实、本户说明（原话）',
        'Each lead: what it says, what was seen, what the family says in its own words',
      ),
      {
        id: 'stillPoor',
        kind: 'choice',
        zh: '救助后是否仍困难',
        en: 'Still in hardship with the aid',
        choices: yesNo,
      },
      line('needs', '需求', 'Needs'),
    ],
  },
  {
    id: 'finding',
    zh: '核查意见',
    en: 'Finding',
    questions: [
      {
        id: 'proposal',
        kind: 'choice',
        zh: '建议',
        en: 'Proposal',
        choices: {
          keep: { zh: '维持', en: 'Keep' },
          increase: { zh: '增发', en: 'Increase' },
          reduce: { zh: '减发', en: 'Reduce' },
          stop: { zh: '停发', en: 'Stop' },
          phaseOut: { zh: '渐退', en: 'Phase out' },
          convert: { zh: '转类', en: 'Convert' },
          add: { zh: '新增', en: 'Add' },
          other: { zh: '其他（理由中写明）', en: 'Other, said in the reason' },
        },
      },
      lines('proposalReason', '理由', 'Reason'),
    ],
  },
];

/** What stands where there is nothing: a form with blanks is not accepted. */
export const nothingThere = { zh: '无', en: 'None' } as const;

export type Answers = Readonly<Record<string, string>>;

/** Ids of the questions that still want an answer, in the order of the form. */
export function unanswered(answers: Answers): string[] {
  return visitForm
    .flatMap(({ questions }) => questions)
    .filter(({ id, optional }) => optional !== true && (answers[id] ?? '').trim() === '')
    .map(({ id }) => id);
}

/** The same answers with 无 in what is blank: for texts and amounts, never for a choice, which somebody has to make. */
export function withNothing(answers: Answers): Answers {
  const filled: Record<string, string> = { ...answers };
  for (const { id, kind, optional } of visitForm.flatMap(({ questions }) => questions))
    if (kind !== 'choice' && optional !== true && (filled[id] ?? '').trim() === '')
      filled[id] = nothingThere.zh;
  return filled;
}

/** The filled form as plain text in Chinese, as the file of a case is kept. @param head lines above it, such as place and day */
export function visitFormText(head: readonly string[], answers: Answers): string {
  const sections = visitForm.flatMap(({ zh, questions }, i) => [
    '',
    `${'一二三四五六七八九十'[i] ?? ''}、${zh}`,
    ...questions.flatMap((question) => {
      const said = wordsOf(question, answers[question.id] ?? '');
      return said === '' ? [] : [`${question.zh}：${said}`];
    }),
  ]);
  return ['入户核查表', ...head, ...sections, '', '谁调查、谁签字、谁负责', ''].join('\n');
}

function wordsOf({ choices }: Question, said: string): string {
  const text = said.trim();
  return choices !== undefined && Object.hasOwn(choices, text) ? (choices[text]?.zh ?? text) : text;
}
