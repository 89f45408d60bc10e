import { randomUUID } from 'node:crypto';
import { type Aim, free, fresh, nothing, one, reason, type WalkCase } from './walk-case.ts';

const problemList = (aim: Aim) => ({
  campaignId: aim.id('campaign'),
  ledger: 'list:problemList',
  periodOn: '2026-12-31',
  region: aim.place.region,
});

const handPlan = {
  issuer: '县民政局',
  programmes: ['dibao_rural'],
  phases: [{ zh: '排查', state: 'selfCheck', fromOn: '2026-11-01', untilOn: '2026-12-31' }],
  tasks: [{ zh: '逐户排查', unit: 'town', phase: 0 }],
};

/** Campaigns: whoever works below one is addressed by it, so the one asked for belongs to the village. */
export const campaignCases: Readonly<Record<string, WalkCase>> = {
  'campaign.templates': free,
  'campaign.create': {
    about: 'office',
    input: (aim) => ({
      stepId: fresh('create campaign'),
      campaignId: fresh('campaign'),
      template: 's1-linyi-2018',
      year: 2018,
      region: aim.place.region,
    }),
  },
  'campaign.createByHand': {
    about: 'office',
    input: (aim) => ({
      stepId: fresh('create by hand'),
      campaignId: fresh('own campaign'),
      region: aim.place.region,
      title: '自拟专项',
      plan: handPlan,
    }),
  },
  'campaign.preview': {
    about: 'office',
    input: (aim) => ({ region: aim.place.region, of: { plan: handPlan } }),
  },
  'campaign.tasks': { about: 'office', input: one('campaign') },
  'campaign.deadlines': { about: 'office', input: one('campaign') },
  'campaign.lookBack': { about: 'case', input: one('campaign') },
  'campaign.list': { about: 'office', input: nothing, shows: (aim) => aim.id('campaign') },
  'campaign.get': { about: 'case', input: one('campaign'), shows: (aim) => aim.id('campaign') },
  'campaign.cases': {
    about: 'case',
    input: (aim) => ({ id: aim.id('campaign'), line: 'leads' }),
    shows: (aim) => aim.leadMatter,
  },
  'campaign.extend': {
    about: 'office',
    input: (aim) => ({
      campaignId: aim.id('campaign'),
      stepId: fresh('extend'),
      expectedVersion: 99,
      until: { workingDays: 5 },
      reason,
    }),
  },
  'campaign.carryOver': { about: 'office', input: one('campaign') },
  'ledger.list': { about: 'office', input: (aim) => ({ campaignId: aim.id('campaign') }) },
  'ledger.get': { about: 'office', input: problemList },
  'ledger.type': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({
      ...problemList(aim),
      id: fresh('entry'),
      rowKey: aim.id('task'),
      column: '表现',
      text: '门锁着',
    }),
  },
  'ledger.lock': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({ ...problemList(aim), id: fresh('lock') }),
  },
  'ledger.download': {
    about: 'office',
    varies: true,
    input: (aim) => ({ ...problemList(aim), id: randomUUID(), purpose: '季度汇总用' }),
  },
  'statistics.board': {
    about: 'case',
    input: (aim) => ({ campaignId: aim.id('campaign') }),
    shows: (aim) => aim.id('campaign'),
  },
};

const drawn = (aim: Aim) => ({ sampleId: aim.id('sample'), householdId: aim.id('household') });

/** Samples and what was found in them. */
export const sampleCases: Readonly<Record<string, WalkCase>> = {
  'sample.draw': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      sampleId: fresh('sample'),
      stepId: fresh('draw'),
      matterId: aim.id('inspection'),
      expectedVersion: 99,
      team: [aim.id('account'), fresh('colleague')],
      isSealed: false,
    }),
  },
  'sample.list': { about: 'case', input: nothing, shows: (aim) => aim.id('sample') },
  'sample.items': { about: 'case', input: one('sample'), shows: (aim) => aim.id('household') },
  'sample.open': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      sampleId: aim.id('sample'),
      stepId: fresh('open'),
      expectedVersion: 99,
      place: '乡政府',
    }),
  },
  'sample.repeat': { about: 'case', input: one('sample') },
  'sample.assign': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      sampleId: aim.id('sample'),
      householdIds: [aim.id('household')],
      checkers: [aim.id('account'), fresh('colleague')],
    }),
  },
  'sample.replace': { about: 'case', changesOpen: true, input: (aim) => ({ ...drawn(aim), reason }) },
  'sample.enter': { about: 'case', changesOpen: true, input: (aim) => ({ ...drawn(aim), result: 'keep' }) },
  'sample.differences': { about: 'case', input: one('sample') },
};

/** Files that departments sent, runs over them, and the queue. */
export const runCases: Readonly<Record<string, WalkCase>> = {
  'import.open': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ id: fresh('batch'), region: aim.place.region.slice(0, 6), title: '新的一批' }),
  },
  'import.upload': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ batchId: aim.id('batch'), fileName: 'a.csv' }),
    bytes: 'words',
  },
  'import.list': { about: 'case', ofCounty: true, input: nothing, shows: (aim) => aim.id('batch') },
  'import.get': { about: 'case', ofCounty: true, input: one('batch'), shows: (aim) => aim.id('batch') },
  'import.download': {
    about: 'case',
    input: (aim) => ({ fileId: aim.id('batch file') }),
    shows: (aim) => `${aim.place.mark}的名单`,
  },
  'run.start': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      id: fresh('run'),
      region: aim.place.region.slice(0, 6),
      batches: [aim.id('batch')],
      isDry: true,
    }),
  },
  'run.list': { about: 'case', ofCounty: true, input: nothing, shows: (aim) => aim.id('run') },
  'run.get': { about: 'case', ofCounty: true, input: one('run'), shows: (aim) => aim.id('run') },
  'run.cancel': { about: 'case', changesOpen: true, input: one('run') },
  'import.remove': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ batchId: aim.id('batch'), fileId: aim.id('batch file') }),
  },
  'import.start': { about: 'case', changesOpen: true, input: one('batch') },
  'import.cancel': { about: 'case', changesOpen: true, input: one('batch') },
  'import.revoke': { about: 'case', changesOpen: true, input: (aim) => ({ id: aim.id('batch'), reason }) },
  'import.preview': {
    about: 'case',
    ofCounty: true,
    input: (aim) => ({ id: aim.id('batch'), sheet: 0 }),
    shows: (aim) => `${aim.place.mark}的标题`,
  },
  'import.rows': {
    about: 'case',
    ofCounty: true,
    input: one('batch'),
    shows: (aim) => `${aim.place.mark}.csv`,
  },
  'import.openRows': {
    about: 'case',
    ofCounty: true,
    input: one('batch'),
    shows: (aim) => `${aim.place.mark}的人`,
  },
  'import.map': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      id: fresh('mapping'),
      batchId: aim.id('batch'),
      version: 1,
      sheets: [{ sheet: 0, dataset: 'cremation', columns: [{ place: 0, column: 'name' }] }],
      reason,
    }),
  },
  'import.fix': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      id: fresh('correction'),
      batchId: aim.id('batch'),
      version: 1,
      rows: [{ sheet: 0, row: 3, cells: [{ place: 0, value: '王五' }] }],
      reason,
    }),
  },
  'import.reread': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ id: aim.id('batch'), version: 1 }),
  },
  'import.dataSets': free,
  'import.quality': {
    about: 'case',
    ofCounty: true,
    input: (aim) => ({ region: aim.place.region.slice(0, 6) }),
  },
  'import.coverage': {
    about: 'case',
    ofCounty: true,
    input: (aim) => ({ region: aim.place.region.slice(0, 6) }),
  },
  'dispatch.preview': {
    about: 'case',
    input: (aim) => ({ area: aim.place.region.slice(0, 9) }),
  },
  'dispatch.send': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ id: fresh('dispatch'), area: aim.place.region.slice(0, 9), expected: 1 }),
  },
  'dispatch.get': {
    about: 'case',
    ofCounty: true,
    input: one('dispatch'),
    shows: (aim) => aim.id('dispatch'),
  },
  // The queue of the whole server, without a word on what the jobs are about.
  'job.list': { about: 'all', input: nothing, varies: true },
  'job.cancel': { about: 'self', input: () => ({ id: fresh('job') }) },
  'job.hurry': { about: 'self', input: () => ({ id: fresh('job') }) },
};
