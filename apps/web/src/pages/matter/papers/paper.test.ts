import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import type { Matter } from '../fact-words.ts';
import { paperNames, paperOf, type PaperSource, papersFor, paperTitle } from './paper.ts';

const base = {
  ...{
    id: 'm',
    kind: null,
    region: '339901001001',
    programme: 'dibao_rural',
    severity: null,
    amountFen: null,
  },
  ...{ people: [], steps: [], clocks: [], links: [], actions: [], facts: {}, title: '张*' },
};
function source(id: keyof typeof workflows, more: Partial<PaperSource> = {}): PaperSource {
  return {
    matter: { ...base, workflow: id } as unknown as Matter,
    workflow: workflows[id],
    ...{ title: '张*', facts: {}, lang: 'zh', members: null, decision: null },
    ...more,
  };
}
const all = (paper: ReturnType<typeof paperOf>): string => JSON.stringify(paper);

it('what goes on a board is name, number of members and amount, whatever else the matter and its decision hold', () => {
  const sheet = paperOf(
    'public-notice',
    source('publicNotice', {
      title: '张三',
      facts: {
        sheetNo: '东公示〔2026〕3号',
        place: '一村公示栏',
        postedOn: '2026-11-20',
        objection: '王五举报',
      },
      decision: {
        monthlyFen: 86_000,
        fromMonth: '2026-12',
        isKinCase: true,
        severity: 'serious',
        illness: '尿毒症',
      },
      members: 3,
    }),
  );
  expect(sheet.rows.map(({ text }) => text).slice(0, 3)).toEqual(['张三', '3', '860.00']);
  for (const secret of ['王五', '尿毒症', 'serious', '严重', '近亲属'])
    expect(all(sheet)).not.toContain(secret);
  expect(all(sheet)).toContain('第二十四条');
});

it('a request for evidence says that it is no finding, until when, and that silence alone stops nothing', () => {
  const clock = { name: 'reply', dueOn: '2026-12-05' } as Matter['clocks'][number];
  const office = { name: 'delivery', dueOn: '2026-11-27' } as Matter['clocks'][number];
  const asked = source('notice', {
    facts: { kind: 'evidenceRequest', points: '户内车辆一辆', letterNo: '东民告字〔2026〕1号' },
  });
  const paper = paperOf('notice', { ...asked, matter: { ...asked.matter, clocks: [office, clock] } });
  const draft = paperOf('notice', { ...asked, matter: { ...asked.matter, clocks: [office] } });
  expect(JSON.stringify(draft), 'a time of the office is no deadline of the family').not.toContain(
    '2026-11-27',
  );
  expect(paper.title).toBe('关于补充提供证明材料的告知书');
  expect(paper.no).toBe('东民告字〔2026〕1号');
  expect(paper.paragraphs.join('')).toMatch(/不是结论.*户内车辆一辆.*2026-12-05.*不会仅因没有回复就停发/);
});

it('a decision prints what was decided, why, on what basis and where to appeal; what is missing is left blank', () => {
  const step = { action: 'decide', reason: '收入高于标准' } as Matter['steps'][number];
  const facts = {
    kind: 'stop',
    cause: 'lead',
    programme: 'dibao_rural',
    monthlyFen: 0,
    fromMonth: '2026-12',
    article: '第十八条',
  };
  const from = source('decision', { facts });
  const paper = paperOf('decision', { ...from, matter: { ...from.matter, steps: [step] } });
  const text = paper.rows.map((row) => `${row.label}：${row.text}`).join('\n');
  expect(text).toContain('理由：收入高于标准');
  expect(text).toContain('决定：停发：自 2026-12 起不再发给。');
  expect(text).toContain('六十日内申请行政复议');
  expect(text).toContain('管辖法院：＿＿＿＿＿＿');
});

it('every paper says that its layout is no statutory form and its articles are to be checked, in both languages', () => {
  for (const id of Object.keys(workflows) as (keyof typeof workflows)[])
    for (const name of papersFor(id))
      for (const lang of ['zh', 'en'] as const) {
        const { notes, title } = paperOf(name, source(id, { lang }));
        expect(notes.join(''), `${id} ${name}`).toMatch(lang === 'zh' ? /不是法定格式/ : /no statutory form/);
        expect(title.length).toBeGreaterThan(3);
      }
  expect(new Set(paperNames.map((name) => paperTitle(name, { kind: 'hearing' }, 'zh'))).size).toBe(
    paperNames.length,
  );
});
