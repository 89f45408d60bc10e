import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { city, county, openStory, type Story, firstVillage } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-06-01');
});
afterAll(() => story.close());

it('F-M4 F-M5 F-V5: false close-out: a task corrected on paper only is struck off, found, reopened, and ends by proof and the level above', async () => {
  const { clerk, colleague, townLead, officer, reviewer, countyLead } = await castOf(story);
  const inspector = await story.person('严察', 'inspector', county);
  const cityOfficer = await story.person('常青', 'cityOfficer', city);
  const task = await countyLead.opens(
    'task',
    { region: firstVillage, title: '一村长期公示未更新' },
    { kind: 'notice', clause: 'S1-2.1.6', problem: '公示栏内容为上年度' },
  );

  // Nobody is responsible until a unit and a person are named.
  expect(await townLead.refusal(task, 'submit', done)).toBe('WF-101');
  const due = { responsibleUnit: '东乡', dueOn: '2022-06-20' };
  expect(await townLead.refusal(task, 'assign', { facts: due })).toBe('WF-106');
  await townLead.does(task, 'assign', { facts: { ...due, responsiblePerson: [clerk.id] } });
  await clerk.does(task, 'fixNow', { facts: { fixMode: 'immediate' } });
  expect(await clerk.refusal(task, 'submit', { facts: done.facts })).toBe('WF-104');
  await clerk.does(task, 'submit', done);
  expect(await clerk.refusal(task, 'verify', record)).toBe('WF-103');
  await colleague.does(task, 'verify', record);
  expect(await townLead.refusal(task, 'close')).toBe('WF-110');
  expect((await countyLead.does(task, 'close')).state).toBe('closed');

  // The inspector stands before the board: the photograph was taken, the sheet never hung.
  await story.passTo('2022-07-06');
  const found = { facts: { falseClose: 'onPaper' }, reason: '照片为摆拍，公示栏仍为上年度内容' };
  expect(await clerk.refusal(task, 'reopen', { ...found, papers: ['inspectionReport'] })).toBe('WF-102');
  expect(await inspector.refusal(task, 'reopen', found)).toBe('WF-104');
  await inspector.does(task, 'reopen', { ...found, papers: ['inspectionReport'] });

  // This time with a plan and a date, which passes: it is urged and named before it is done.
  await officer.does(task, 'assign', {
    facts: { responsibleUnit: '东乡', responsiblePerson: [townLead.id], dueOn: '2022-07-15' },
  });
  const plan = { fixMode: 'dated', measure: '逐村更换并留存张贴记录', planReportedOn: '2022-07-06' };
  await townLead.does(task, 'planFix', { facts: plan, papers: ['correctionPlan'] });
  expect(await townLead.refusal(task, 'extend', { facts: { dueOn: '2022-08-15' }, reason: '人手不足' })).toBe(
    'WF-110',
  );
  expect(await story.passTo('2022-07-15')).toEqual([]);
  expect(await story.passTo('2022-07-18')).toEqual(['fallOverdue']);
  await inspector.does(task, 'urge', { papers: ['officialDocument'] });
  await countyLead.does(task, 'circulate', { papers: ['publishedText'] });
  await townLead.does(task, 'submit', done);
  expect(await townLead.refusal(task, 'verify', record)).toBe('WF-103');
  await reviewer.does(task, 'verify', record);
  expect(await townLead.refusal(task, 'close')).toBe('WF-103');
  expect((await cityOfficer.does(task, 'close')).state).toBe('closed');

  // What was false stays on record.
  const { steps, facts } = await inspector.client.matter.get({ id: task });
  expect(facts['falseClose']).toBe('onPaper');
  expect(steps.map(({ action }) => action).filter((action) => !action.startsWith('matter.'))).toEqual([
    ...['assign', 'fixNow', 'submit', 'verify', 'close', 'reopen', 'assign', 'planFix', 'fallOverdue'],
    ...['urge', 'circulate', 'submit', 'verify', 'close'],
  ]);
  expect(await story.faults()).toEqual([]);
});

const done = { facts: { result: '已重新张贴' }, papers: ['correctionProof'] } as const;
const record = { papers: ['verificationRecord'] } as const;
