import { randomUUID } from 'node:crypto';
import { fresh, nothing, reason, step, type WalkCase } from './walk-case.ts';

/** Matters and leads. */
export const matterCases: Readonly<Record<string, WalkCase>> = {
  'matter.list': {
    about: 'case',
    input: (aim) => ({ filter: [`household:${aim.id('household')}`, 'workflow:verification'], limit: 200 }),
    shows: (aim) => aim.id('verification'),
  },
  'matter.count': { about: 'case', input: nothing },
  'matter.get': {
    about: 'case',
    input: (aim) => ({ id: aim.matter }),
    shows: (aim) => aim.id('verification'),
  },
  'matter.unmask': { about: 'case', input: (aim) => ({ id: aim.matter, reason }) },
  'matter.open': {
    about: 'case',
    input: (aim) => ({
      stepId: fresh('open step'),
      matterId: fresh('matter'),
      workflow: 'verification',
      householdId: aim.id('household'),
      links: [aim.matter],
    }),
    byWayOf: (own, aim) => ({
      stepId: fresh('open step'),
      matterId: fresh('matter'),
      workflow: 'verification',
      householdId: own.id('household'),
      links: [aim.matter],
    }),
  },
  'matter.act': {
    about: 'case',
    input: (aim) => ({ ...step(aim, 'act'), action: 'assign' }),
    byWayOf: (own, aim) => ({
      matterId: own.leadMatter,
      expectedVersion: 0,
      stepId: fresh('act'),
      action: 'triage',
      evidence: [aim.evidence],
    }),
  },
  'matter.bulkPreview': {
    about: 'case',
    input: (aim) => ({ matterIds: [aim.matter, aim.leadMatter], action: 'assign' }),
  },
  'matter.bulkAct': { about: 'case', input: (aim) => ({ items: [step(aim, 'bulk')], action: 'assign' }) },
  'matter.assign': {
    about: 'case',
    input: (aim) => ({ ...step(aim, 'assign'), area: aim.place.region, accountId: aim.id('account') }),
    byWayOf: (own, aim) => ({
      matterId: own.id('decision'),
      expectedVersion: 0,
      stepId: fresh('assign'),
      accountId: aim.id('account'),
    }),
  },
  'matter.giveBack': { about: 'case', input: (aim) => ({ ...step(aim, 'give back'), reason }) },
  'matter.note': {
    about: 'case',
    input: (aim) => ({ matterId: aim.matter, stepId: fresh('note'), text: '备注一句' }),
  },
  'matter.link': {
    about: 'case',
    input: (aim) => ({ matterId: aim.matter, to: aim.leadMatter, stepId: fresh('link') }),
    byWayOf: (own, aim) => ({ matterId: own.matter, to: aim.matter, stepId: fresh('link') }),
  },
  'message.list': { about: 'self', input: nothing },
  'message.count': { about: 'self', input: nothing },
  // Everybody's own mark, wherever they work.
  'message.see': { about: 'self', isForOutside: true, input: () => ({ upTo: '2026-11-20T00:00:00Z' }) },
  'lead.list': {
    about: 'case',
    input: () => ({ filter: ['rule:INC-01'], limit: 200 }),
    shows: (aim) => aim.leadMatter,
  },
  'lead.get': {
    about: 'case',
    input: (aim) => ({ matterId: aim.leadMatter }),
    shows: (aim) => aim.leadId,
  },
  'lead.households': { about: 'case', input: () => ({ limit: 200 }), shows: (aim) => aim.id('household') },
  'lead.outline': { about: 'case', input: nothing },
  'lead.window': { about: 'case', input: () => ({ limit: 200 }), shows: (aim) => aim.leadMatter },
  'lead.tally': {
    about: 'case',
    input: (aim) => ({ under: aim.place.region.slice(0, 9) }),
    shows: (aim) => aim.place.region,
  },
  'lead.pick': { about: 'case', input: nothing, shows: (aim) => aim.leadMatter },
  'lead.precision': { about: 'case', input: nothing },
  'lead.queue': { about: 'case', input: nothing },
  'lead.merge': {
    about: 'case',
    input: (aim) => ({ ...step(aim, 'merge'), matterId: aim.leadMatter, into: aim.matter, reason }),
    byWayOf: (own, aim) => ({
      matterId: own.leadMatter,
      expectedVersion: 0,
      stepId: fresh('merge'),
      into: aim.leadMatter,
      reason,
    }),
  },
};

const judgementHead =
  'left_name,left_id,left_birth_on,left_town,left_village,right_name,right_id,right_birth_on,right_town,right_village,verdict,by,at,why';

/** What people judge of identity. */
export const identityCases: Readonly<Record<string, WalkCase>> = {
  'identity.judge': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      id: fresh('judgement'),
      matterId: aim.leadMatter,
      verdict: 'unsure',
      why: '两份名单须再核对',
    }),
  },
  'identity.list': {
    about: 'case',
    input: (aim) => ({ matterId: aim.leadMatter }),
    shows: (aim) => aim.id('judgement'),
  },
  'identity.upload': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({ region: aim.place.region.slice(0, 6), isTrial: false }),
    bytes: `${judgementHead}\n甲某,,,,,甲谋,,,,,unsure,公安局,2026-10-01,两份名单须再核对\n`,
  },
  // Each one is a file of its own, kept in the register.
  'identity.export': {
    about: 'case',
    varies: true,
    input: (aim) => ({
      id: randomUUID(),
      region: aim.place.region.slice(0, 6),
      purpose: '单机核查使用',
      reason: '须按号码核对',
    }),
    shows: (aim) => aim.place.mark,
  },
};

/** Views that somebody keeps for himself, and places, which are no secret. */
export const viewCases: Readonly<Record<string, WalkCase>> = {
  'view.list': { about: 'self', input: nothing },
  // Lawful from anywhere: it is one's own.
  'view.save': {
    about: 'self',
    isForOutside: true,
    input: () => ({ id: fresh('view'), title: '严重的', filter: ['severity:serious'] }),
  },
  'view.remove': { about: 'self', input: () => ({ id: fresh('no view') }) },
  'division.children': { about: 'all', input: () => ({ of: '339901' }) },
  'division.names': { about: 'all', input: () => ({ codes: ['339901'] }) },
};
