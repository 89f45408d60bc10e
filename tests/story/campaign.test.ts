import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CampaignOffice, campaignOffice, linyi } from './acts/test-campaign-office.ts';
import { applies, clears, leaves, proposes, reported, type Settled, settles } from './acts/test-cases.ts';
import { importFolder, runRules, sendOut } from './acts/test-intake.ts';
import { visit } from './acts/test-routes.ts';

let c: CampaignOffice;
let campaign = '';
beforeAll(async () => {
  c = await campaignOffice('2018-06-14');
}, 300_000);
afterAll(() => c.close());

it('14 June: the city makes the campaign of the notice, with its tasks, and issues it', async () => {
  const { people, story, campaignId, towns } = c;
  const { cityOfficer, countyLead, clerk } = people;
  const made = await cityOfficer.client.campaign.create({
    ...{ stepId: story.t.office.newId(), campaignId, template: 's1-linyi-2018', year: 2018, region: linyi },
    documentNo: '临政办字〔2018〕81号',
    leadingGroup: [{ duty: 'leader', name: '常青', post: '副市长' }],
  });
  campaign = made.matterId;
  expect((await c.matters('workflow:task')).length).toBeGreaterThan(towns.length * 5);
  const issuing = {
    facts: { documentNo: '临政办字〔2018〕81号', issuedOn: '2018-06-14', leadingGroup: '领导小组及办公室' },
    papers: ['officialDocument'],
  } as const;
  expect(await countyLead.refusal(campaign, 'issue', issuing)).toBe('API-104');
  await cityOfficer.does(campaign, 'issue', issuing);
  await cityOfficer.does(campaign, 'mobilise', {
    papers: ['meetingMinutes', 'hotlineProof', 'publishedText'],
  });
  // Everybody below is told; a town reads the plan and changes nothing of it.
  const seen = await clerk.client.campaign.get({ id: campaignId });
  expect(seen).toMatchObject({ state: 'mobilising', documentNo: '临政办字〔2018〕81号' });
  expect(seen.settings.sampling?.share).toBe(0.3);
});

it('20 June: the lists of the departments are read and checked; every finding enters once', async () => {
  const { people, story, truth, campaignId } = c;
  const { cityOfficer, officer } = people;
  await story.passTo('2018-06-20');
  const baseline = { papers: ['baselineSigned'] } as const;
  expect(await cityOfficer.refusal(campaign, 'startSelfCheck', baseline)).toBe('WF-108');
  const batch = { id: story.t.office.newId(), region: truth.region, title: '部门数据', campaignId };
  const { state, report } = await importFolder(officer, { folder: c.folder, without: older }, batch);
  expect(state).toBe('done');
  const rows = report ?? { rowsIn: 0, rowsTaken: 0, rowsSetAside: 0, rowsStructure: 0 };
  expect(rows.rowsIn).toBeGreaterThan(2000);
  expect(rows.rowsIn).toBe(rows.rowsTaken + rows.rowsSetAside + rows.rowsStructure);
  const wish = { region: truth.region, batches: [batch.id], campaignId, rules };
  const found = await runRules(officer, { id: story.t.office.newId(), ...wish });
  expect(found.state).toBe('done');
  const leads = await c.matters('workflow:lead');
  expect(leads.length).toBe(found.report?.entered);
  expect(leads.length).toBe(found.report?.leads);
  expect(leads.filter(({ severity }) => severity === 'serious').length).toBe(found.report?.serious);
  await cityOfficer.does(campaign, 'startSelfCheck', baseline);
}, 300_000);

it('25 June: what is only a mistake of the data is dismissed, the rest goes to the towns; every serious case is visited', async () => {
  const { people, story, truth, campaignId } = c;
  const { countyLead, officer, reviewer, cityOfficer } = people;
  await story.passTo('2018-06-25');
  const report = { papers: ['selfCheckReport'] } as const;
  const leads = await c.matters('workflow:lead');
  const notes = leads.filter(({ severity }) => severity === 'info');
  // What names officials is for the county's lead and reviewer only.
  expect(
    (await officer.client.matter.list({ filter: ['workflow:lead'], limit: 200 })).items.length,
  ).toBeLessThan(leads.length);
  await c.bulk(countyLead, notes, 'triage');
  for (const { id } of notes)
    await countyLead.does(id, 'dismissData', { papers: ['dataFix'], reason: '提供单位已更正数据' });
  await c.bulk(reviewer, notes, 'closeCleared');
  const cases = leads.filter(({ severity }) => severity !== 'info');
  const sent = await sendOut(countyLead, { id: story.t.office.newId(), area: truth.region, campaignId });
  expect(sent.report).toMatchObject({ dispatched: cases.length, refused: [] });
  expect(await cityOfficer.refusal(campaign, 'startInspecting', report)).toBe('WF-108');
  const before = await countyLead.client.campaign.get({ id: campaignId });
  const homes = cases.filter(({ severity, householdId }) => severity === 'serious' && householdId !== null);
  expect(before.guards).toMatchObject({ seriousUnvisited: String(homes.length), sampleShareMet: 'false' });

  for (const home of homes) {
    const { lead, pair } = c.deskOf(home.region);
    const { opener } = await c.carriersOf(home);
    await c.look(opener, home.id);
    const verification = (await opener.does(home.id, 'startVerifying')).opened('verification');
    await visit(verification, { by: pair, reviewer: lead, on: '2018-06-25' });
  }
  const after = await countyLead.client.campaign.get({ id: campaignId });
  expect(after.guards).toMatchObject({ seriousUnvisited: '0', dataLoaded: 'true' });
  expect(await cityOfficer.refusal(campaign, 'startInspecting', report)).toBe('WF-108');
}, 300_000);

it('by 11 July: one family loses, one less, most are cleared; two come in, two leave, all by decisions of their own', async () => {
  const { story } = c;
  const serious = await c.matters('workflow:lead', 'severity:serious', 'state:verifying');
  const [stopped, ...others] = serious.filter(({ kind }) => kind === 'INC-02');
  const [reduced, ...more] = serious.filter(({ kind }) => kind === 'INC-01');
  if (stopped === undefined || reduced === undefined) throw new Error('the county has no such leads');
  exits.checked = await proposes(c, stopped, { kind: 'stop', monthlyFen: 0 });
  await proposes(c, reduced, { kind: 'reduce', monthlyFen: 9_000 });
  const inCars = serious.filter(({ kind }) => kind === 'INC-05');
  for (const lead of [...others, ...more, ...inCars]) await clears(c, lead);

  exits.voluntary = await leaves(c, await c.quietFamily());
  exits.reported = await reported(c, await c.quietFamily());
  const village = stopped.region;
  const found = await applies(c, village, 'activeDiscovery');
  const other = await applies(c, village, 'application');
  await story.passTo('2018-07-03');
  for (const one of [found, other]) await one.hangAgain();
  await story.passTo('2018-07-11');
  for (const one of [found, other]) entered.push(await settles(c, one));
  for (const { household, receives } of [exits.checked, exits.voluntary, exits.reported, ...entered])
    expect((await story.receives(household)).filter(({ until }) => until === null)).toEqual(receives);
}, 300_000);

it('16 July: the city draws thirty in a hundred, sealed until it stands in the village, and looks again itself', async () => {
  const { people, story, truth, campaignId } = c;
  const { inspector, secondInspector, cityOfficer, countyLead } = people;
  await story.passTo('2018-07-16');
  const inspection = await inspector.opens(
    'inspection',
    { region: linyi, title: '沂青县抽查', campaign: campaignId },
    { kind: 'sample', inspectedRegion: truth.region, plan: '分组入户', fromOn: '2018-07-16' },
  );
  const team = [inspector.id, secondInspector.id];
  const sampleId = story.t.office.newId();
  const newId = (): string => story.t.office.newId();
  const drawn = await inspector.client.sample.draw({
    ...{ sampleId, stepId: newId(), matterId: inspection, expectedVersion: 0, team, isSealed: true },
  });
  expect(drawn.drawnPersons).toBeGreaterThanOrEqual(Math.ceil(0.3 * drawn.persons));
  await expect(countyLead.client.sample.items({ id: sampleId })).rejects.toMatchObject({ status: 404 });
  await expect(inspector.client.sample.items({ id: sampleId })).rejects.toMatchObject({ code: 'SMP-110' });
  await secondInspector.client.sample.open({
    ...{ sampleId, stepId: newId(), expectedVersion: drawn.step.version, place: '村委会' },
  });
  expect(await inspector.client.sample.repeat({ id: sampleId })).toMatchObject({ isSame: true });
  const { items } = await inspector.client.sample.items({ id: sampleId, limit: 200 });
  const { opened } = await inspector.client.sample.assign({
    ...{ sampleId, householdIds: items.map(({ householdId }) => householdId), checkers: team },
  });
  const [first] = opened;
  for (const { matterId, householdId } of opened) {
    const visitors = { visitors: team };
    await inspector.does(matterId, 'schedule', { facts: { ...visitors, plannedOn: '2018-07-16' } });
    await inspector.does(matterId, 'recordVisit', {
      facts: { ...visitors, visitedOn: '2018-07-16', present: '户主' },
      papers: ['visitForm'],
    });
    const result = householdId === first?.householdId ? 'increase' : 'keep';
    await inspector.client.sample.enter({ sampleId, householdId, result });
  }
  story.seen(inspection, (await inspector.client.matter.get({ id: inspection })).version);
  await inspector.does(inspection, 'enterFindings', {
    facts: { ...findings, checked: items.length, differing: 1, problems: false },
    papers: ['inspectionReport'],
  });
  await secondInspector.does(inspection, 'reportWithoutProblems', { papers: ['finalReport'] });
  await cityOfficer.does(campaign, 'startInspecting', { papers: ['selfCheckReport'] });
}, 300_000);

it('23 July: the joint inspection comes without notice; what it finds is a task of the county, verified on the spot', async () => {
  const { people, story, truth, campaignId } = c;
  const { inspector, secondInspector, cityOfficer, countyLead, secondOfficer } = people;
  await story.passTo('2018-07-23');
  const inspection = await inspector.opens(
    'inspection',
    { region: linyi, title: '联合督查', campaign: campaignId },
    { kind: 'unannounced', inspectedRegion: truth.region, plan: '不打招呼', fromOn: '2018-07-23' },
  );
  const team = [inspector.id, secondInspector.id];
  expect(
    await inspector.refusal(inspection, 'draw', { facts: { team: [inspector.id, countyLead.id] } }),
  ).toBe('WF-103');
  await inspector.does(inspection, 'draw', { facts: { team } });
  const report = { papers: ['inspectionReport'] } as const;
  expect(await cityOfficer.refusal(campaign, 'summarise', report)).toBe('WF-108');
  await secondInspector.does(inspection, 'arrive', { facts: { openedAt: '09:00', place: '为民服务中心' } });
  await inspector.does(inspection, 'enterFindings', {
    facts: { ...findings, checked: 3, differing: 0, problems: true },
    ...report,
  });
  const task = (
    await inspector.does(inspection, 'giveFeedback', {
      facts: { problem: '长期公示未更新', toldOn: '2018-07-23' },
      papers: ['fixOrder'],
    })
  ).opened('task');
  await countyLead.does(task, 'assign', {
    facts: { responsibleUnit: '沂青县', responsiblePerson: [secondOfficer.id], dueOn: '2018-07-31' },
  });
  await secondOfficer.does(task, 'fixNow', { facts: { fixMode: 'immediate' } });
  await secondOfficer.does(task, 'submit', { facts: { result: '已更新' }, papers: ['correctionProof'] });
  await inspector.does(task, 'verify', { papers: ['verificationRecord'] });
  expect(await countyLead.refusal(task, 'close')).toBe('WF-110');
  await cityOfficer.does(task, 'close');
  await inspector.does(inspection, 'reply', {
    facts: { repliedOn: '2018-07-23' },
    papers: ['rectificationReply'],
  });
  await secondInspector.does(inspection, 'verifyOnSite', { papers: ['verificationRecord'] });
  await inspector.does(inspection, 'report', { papers: ['finalReport'] });
  await cityOfficer.does(campaign, 'summarise', report);
}, 300_000);

it('15 August: the counts reconcile, what is open goes on the look-back list, and the campaign is closed and filed', async () => {
  const { people, story, campaignId } = c;
  const { cityOfficer, countyLead } = people;
  await story.passTo('2018-08-15');
  const told = await countyLead.client.campaign.get({ id: campaignId });
  const counts = new Map(told.counts.map(({ line, count }) => [line, count]));
  // Law 10: every line is the sum of its parts, and every number opens the cases behind it.
  const sums = told.counts.map(({ line, count }) => {
    const parts = told.counts.filter(({ of }) => of === line);
    return { line, count: parts.length === 0 ? count : parts.reduce((sum, part) => sum + part.count, 0) };
  });
  expect(sums).toEqual(told.counts.map(({ line, count }) => ({ line, count })));
  expect(told.reconciles).toBe(true);
  expect(Object.fromEntries(counts)).toMatchObject({
    ...{ 'decisions.new': 2, 'decisions.newFound': 1, 'decisions.newOther': 1, 'decisions.exits': 3 },
    ...{ 'decisions.exitsVoluntary': 1, 'decisions.exitsReported': 1, 'decisions.exitsChecked': 1 },
    leads:
      (await c.matters('workflow:lead', 'ended:no')).length +
      (await c.matters('workflow:lead', 'ended:yes')).length,
  });
  const { items } = await countyLead.client.campaign.cases({ id: campaignId, line: 'decisions.exits' });
  const { checked, voluntary, reported: third } = exits;
  expect(items.map(({ id }) => id).sort()).toEqual(
    [checked, voluntary, third].map((e) => e?.decision).sort(),
  );

  const closing = { facts: { carriedOver: 0 }, papers: ['finalReport'] } as const;
  expect(await cityOfficer.refusal(campaign, 'close', closing)).toBe('WF-108');
  // What names officials is carried over too, though the city's desk does not get to see it.
  expect((await c.unlisted()).length).toBeGreaterThan(0);
  const { onList } = await cityOfficer.client.campaign.carryOver({ id: campaignId });
  expect(onList).toBeGreaterThan(0);
  expect(await c.unlisted()).toEqual([]);
  await cityOfficer.does(campaign, 'close', { ...closing, facts: { carriedOver: onList } });
  await cityOfficer.does(campaign, 'archive', { facts: { archiveNo: '2018-民-81' } });
  expect(await story.stateOf(campaign)).toBe('archived');
  const twelve = Object.values(people).map(({ name }) => name);
  expect(twelve).toHaveLength(12);
  expect(await c.whoActed()).toEqual(twelve.sort());
  expect(await story.faults()).toEqual([]);
}, 300_000);

/** Lists of earlier years: more of the same. */
const older = /往年|历年|2017/;
const rules = ['INC-01', 'INC-02', 'INC-05', 'OMI-01', 'OMI-11', 'KIN-01', 'PAY-02'];
const exits: { checked?: Settled; voluntary?: Settled; reported?: Settled } = {};
const entered: Settled[] = [];
const findings = {
  ...{ selfCheckEarnest: true, problemsCorrected: true, risksChecked: true, rulesComplete: true },
};
