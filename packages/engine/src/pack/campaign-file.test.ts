import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { campaign as campaignWorkflow } from '@yangguang/domain/workflows/campaign';
import { expect, it } from 'vitest';
import { campaignDates, campaignDay, ledgerDates, phaseDates, taskDueOn } from './campaign-dates.ts';
import { type CampaignTemplate, checkCampaigns, clausesOf, readCampaign } from './campaign-file.ts';
import { loadPack } from './load-pack.ts';
import { findParameterValue } from './parameter-file.ts';

const builtIn = fileURLToPath(new URL('../../../../policy', import.meta.url));
const pack = loadPack([builtIn]);
const get = (id: string): CampaignTemplate => {
  const found = pack.campaigns.find((c) => c.id === id);
  if (!found) throw new Error(`no campaign ${id}`);
  return found;
};
const s1 = get('s1-linyi-2018');
const s2 = get('s2-shanxi-2021');
const s3 = get('s3-binhai-2018');
const s5 = get('s5-qinglong-2022');
const text = readFileSync(join(builtIn, s1.file), 'utf8');

it('knows the five notices', () => {
  expect(pack.campaigns.map((c) => c.instrument)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  for (const c of pack.campaigns) {
    const law = pack.law.get(c.instrument);
    expect([law?.issuer, law?.number]).toEqual([c.issuer, c.number]);
  }
});

it('has the problem classes of Linyi: ten of dibao, four of tekun, four of other aid, three of capacity', () => {
  const of = (part: string): number =>
    new Set(s1.tasks.map((t) => t.clause).filter((c) => c.startsWith(part))).size;
  expect(['S1-2.1.', 'S1-2.2.', 'S1-2.3.', 'S1-2.4.'].map(of)).toEqual([10, 4, 4, 3]);
});

it('has the seven look-backs of Shanxi', () => {
  const seven = s2.tasks.map((t) => t.clause).filter((c) => c.startsWith('S2-2.'));
  expect([...new Set(seven)]).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `S2-2.${n}`));
});

it('looks for both wrong inclusion and omission in every campaign', () => {
  for (const c of pack.campaigns) expect(c.families).toEqual(expect.arrayContaining(['INC', 'OMI']));
});

it('runs every rule its tasks name', () => {
  for (const c of pack.campaigns) {
    const left = c.tasks.flatMap((t) => t.rules).filter((r) => !c.families.includes(r.slice(0, 3)));
    expect(left, c.id).toEqual([]);
  }
});

it('keeps photos and position off, and officials from collecting', () => {
  for (const c of pack.campaigns)
    expect([c.photos, c.position, c.officialProxyAllowed]).toEqual([false, false, false]);
  const wanted = `${text}photos: true\n`;
  expect(() => readCampaign(wanted, s1.file)).toThrow(/PACK-02/);
  const reasoned = `${text}photos: { legalNeed: 专项审计取证需要 }\n`;
  expect(readCampaign(reasoned, s1.file).photos).toEqual({ legalNeed: '专项审计取证需要' });
});

it('keeps every deadline within the campaign, and every phase in order', () => {
  for (const c of pack.campaigns) {
    const { fromOn, endOn } = campaignDates(c, c.year);
    const days = [
      ...c.tasks.map((t) => taskDueOn(t, c, c.year, pack.calendar)),
      ...c.reports.map((r) => campaignDay(r.due, c, c.year, pack.calendar)),
    ];
    expect(
      days.filter((on) => on < fromOn || on > endOn),
      c.id,
    ).toEqual([]);
    const phases = c.phases.map((p) => phaseDates(p, c, c.year));
    expect(phases.filter((p) => p.fromOn > p.untilOn)).toEqual([]);
    expect(phases.map((p) => p.untilOn)).toEqual(phases.map((p) => p.untilOn).sort());
  }
});

it('quotes each clause shortly and holds no number of a person', () => {
  for (const c of pack.campaigns) {
    const quotes = [...c.goals, ...c.phases, ...c.tasks, ...c.ledgers, ...c.reports, ...c.cohorts].map(
      (x) => x.quote,
    );
    expect(
      quotes.filter((q) => q.length > 80 || /\d{11,}/u.test(q)),
      c.id,
    ).toEqual([]);
    expect(clausesOf(c).length).toBeGreaterThanOrEqual(quotes.length);
  }
});

it('has the dates of the notices', () => {
  expect(campaignDates(s1, 2018)).toEqual({
    fromOn: '2018-06-14',
    mobilisingUntilOn: '2018-06-30',
    selfCheckUntilOn: '2018-07-31',
    inspectingUntilOn: '2018-07-31',
    endOn: '2018-08-31',
  });
  expect(campaignDates(s3, 2018)).toEqual({
    fromOn: '2018-11-15',
    mobilisingUntilOn: '2018-11-15',
    selfCheckUntilOn: '2019-02-28',
    inspectingUntilOn: '2019-02-28',
    endOn: '2019-02-28',
  });
  expect(s5.reports.map((r) => campaignDay(r.due, s5, 2022, pack.calendar))).toEqual([
    '2022-06-15',
    '2022-09-20',
    '2022-09-25',
    '2022-12-25',
  ]);
});

it('pays seasonal money before the Spring Festival of whatever year', () => {
  const money = s3.tasks.find((t) => t.quote.includes('年终一次性补贴'));
  if (!money) throw new Error('lost');
  expect(taskDueOn(money, s3, 2018, pack.calendar)).toBe('2019-02-03');
  expect(taskDueOn(money, s3, 2020, pack.calendar)).toBe('2021-02-10');
  expect(() => taskDueOn(money, s3, 2026, pack.calendar)).toThrow(/PACK-53/);
});

it('gives the ledgers their cadence', () => {
  const [quarterly] = s2.ledgers;
  const [monthly, cases] = get('s4-shandong-2020').ledgers;
  const [fortnightly] = s3.ledgers;
  if (!quarterly || !monthly || !cases || !fortnightly) throw new Error('lost');
  expect(ledgerDates(quarterly, s2, 2021)).toEqual(['2021-07-05', '2021-10-05']);
  expect(ledgerDates(monthly, get('s4-shandong-2020'), 2020)).toHaveLength(12);
  expect(ledgerDates(monthly, get('s4-shandong-2020'), 2020)[1]).toBe('2020-02-29');
  expect(ledgerDates(cases, get('s4-shandong-2020'), 2020)).toEqual([
    '2020-03-31',
    '2020-06-30',
    '2020-09-30',
    '2020-12-31',
  ]);
  expect(ledgerDates(fortnightly, s3, 2018).slice(0, 2)).toEqual(['2018-11-29', '2018-12-13']);
});

it('can be held again in another year', () => {
  expect(campaignDates(s1, 2027)).toMatchObject({ fromOn: '2027-06-14', endOn: '2027-08-31' });
  const rejected = s1.cohorts.find((c) => c.id === 'rejected');
  expect(campaignDay(rejected?.since ?? '', s1, 2027, pack.calendar)).toBe('2026-01-01');
  const money = s1.cohorts.find((c) => c.id === 'institutionMoney');
  expect(campaignDay(money?.since ?? '', s1, 2027, pack.calendar)).toBe('2013-01-01');
});

it('opens the campaign workflow with exactly the dates it asks', () => {
  const asked = Object.keys(campaignWorkflow.opening.asks).filter((name) => name !== 'template');
  expect(Object.keys(campaignDates(s1, 2018)).sort()).toEqual(asked.sort());
});

it('takes the share of the sample from a dated parameter', () => {
  const parameter = pack.parameters.find((p) => p.name === s1.sampling?.parameter);
  if (!parameter) throw new Error('lost');
  expect(findParameterValue(parameter, '371302', '2018-07-01')).toMatchObject({ value: 0.3, sure: 'V' });
});

it('says what is wrong with a template, and where', () => {
  expect(() => readCampaign(text, 'campaigns/other.yml')).toThrow(/PACK-50/);
  expect(() => readCampaign(text.replaceAll('phase: inspecting', 'phase: nowhere'), s1.file)).toThrow(
    /PACK-51/,
  );
  expect(() => readCampaign(text.replace('clause: S1-4.3', 'clause: S2-4.3'), s1.file)).toThrow(/PACK-51/);
  expect(() => readCampaign(text.replace("due: '08-15'", "due: '08-32'"), s1.file)).toThrow(/PACK-02/);
  const odd = readCampaign(text.replace('rules: [OMI-12]', 'rules: [OMI-99]'), s1.file);
  expect(() => checkCampaigns([odd], pack)).toThrow(/PACK-52.*OMI-99/);
  const family = readCampaign(text.replace('families: [IDQ', 'families: [XYZ'), s1.file);
  expect(() => checkCampaigns([family], pack)).toThrow(/PACK-52.*XYZ/);
});
