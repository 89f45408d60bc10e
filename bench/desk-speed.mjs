// What bench/desk.mjs measures; run by it.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/house/find-chromium.mjs';
import { enter, finding, home } from '@yangguang/server/operations/lead/test-leads';
import { testOffice } from '@yangguang/server/test-office';
import { expect, it } from 'vitest';
import { putLeads } from '../tests/api/many-leads.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { DESK_LEADS = '200000', DESK_RUNS = '5', DESK_ONLY = '' } = process.env;
const aims = { performance: 90, accessibility: 100, 'best-practices': 100 };
const frameAim = 60;
const weightAim = 380_000;
const port = 9333;
const missed = [];

let office;
let browser;

it('the desk is quick', async () => {
  office = await openOffice();
  const profile = mkdtempSync(join(tmpdir(), 'yangguang-desk-'));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    viewport: { width: 1350, height: 940 },
    args: [
      `--remote-debugging-port=${port}`,
      '--disable-dev-shm-usage',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    await signIn();
    if (['', 'weight'].includes(DESK_ONLY)) await weigh();
    if (['', 'scroll'].includes(DESK_ONLY)) await scroll();
    if (['', 'lighthouse'].includes(DESK_ONLY)) await light();
  } finally {
    await browser.close();
    await office.t.close();
    rmSync(profile, { recursive: true, force: true });
  }
  console.log(
    `\nmachine: ${cpus().length} × ${cpus()[0]?.model}; load average ${loadavg().map((n) => n.toFixed(1))}`,
  );
  expect(missed).toEqual([]);
});

/** A county with its leads, a campaign, and its clerk signed in. */
async function openOffice() {
  const t = await testOffice({ desk: join(root, 'apps/web/dist') });
  await putLeads(t, 0, Number(DESK_LEADS));
  const chief = await t.visitor('县级负责人', { role: 'countyLead', area: '339901' });
  await chief.client.campaign.create({
    campaignId: t.office.newId(),
    stepId: t.office.newId(),
    template: 's1-linyi-2018',
    year: 2026,
    region: '339901',
    title: '甲县社会救助专项整治行动',
  });
  const clerk = await t.visitor('县级经办', { role: 'countyCaseworker', area: '339901' });
  const household = await home(t, 1, { head: '张玮珍', other: '李大山', region: '339901001001' });
  const matters = await enter(t, finding('card', 1, { household_id: household }));
  return { t, clerk, card: `/leads/${matters.get('card')}` };
}

async function signIn() {
  const { t, clerk } = office;
  await browser.addCookies(
    [...clerk.cookies].map(([name, value]) => ({ name, value, url: t.origin, httpOnly: true })),
  );
  const page = await browser.newPage();
  await page.goto(t.origin);
  await page.evaluate(() => localStorage.setItem('yangguang.session', 'yes'));
  await page.close();
}

/** Compressed bytes of everything the first screen asks for. */
async function weigh() {
  const page = await browser.newPage();
  const network = await page.context().newCDPSession(page);
  let bytes = 0;
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${office.t.origin}/leads`, { waitUntil: 'networkidle' });
  await page.close();
  console.log(`first screen (/leads): ${Math.round(bytes / 1000)} kB transferred`);
  if (bytes > weightAim)
    missed.push(`first screen ${Math.round(bytes / 1000)} kB, aim ${weightAim / 1000} kB`);
}

/** From the first lead to the last by the wheel; the time between frames. */
async function scroll() {
  const page = await browser.newPage();
  await page.goto(`${office.t.origin}/leads?by=lead`, { waitUntil: 'networkidle' });
  const grid = page.locator('[role=grid]').first();
  await grid.waitFor();
  const rows = Number(await grid.getAttribute('aria-rowcount'));
  const frames = await page.evaluate(async () => {
    const found = document.querySelector('[role=grid]');
    let box = found;
    while (box !== null && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement ?? null;
    const place = box ?? document.scrollingElement;
    const times = [];
    const way = place.scrollHeight - place.clientHeight;
    const steps = 600;
    let last = performance.now();
    for (let step = 1; step <= steps; step += 1) {
      place.scrollTop = (way * step) / steps;
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  });
  await page.close();
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(1);
  console.log(
    `scrolling through ${rows} rows: frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.999)} ms`,
  );
  if (Number(at(0.95)) > frameAim) missed.push(`frame p95 ${at(0.95)} ms, aim ${frameAim} ms`);
}

async function light() {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  console.log(
    '\n| screen | performance | accessibility | best practices | largest paint ms | blocked ms |\n|---|---:|---:|---:|---:|---:|',
  );
  for (const [name, path] of [
    ['queue', '/leads'],
    ['card', office.card],
    ['dashboard', '/dashboard'],
  ]) {
    const runs = [];
    for (let run = 0; run < Number(DESK_RUNS); run += 1) {
      const { lhr } = await lighthouse(
        `${office.t.origin}${path}`,
        { port, logLevel: 'error', onlyCategories: Object.keys(aims), disableStorageReset: true },
        desktopConfig,
      );
      runs.push(lhr);
    }
    const score = (category) =>
      median(runs.map(({ categories }) => Math.round(categories[category].score * 100)));
    const value = (audit) => Math.round(median(runs.map(({ audits }) => audits[audit].numericValue)));
    const scores = Object.keys(aims).map(score);
    const shifts = runs[0].audits['layout-shifts']?.details?.items ?? [];
    if (shifts.length > 0)
      console.log(JSON.stringify(shifts.map(({ node, score: by }) => [by, node?.selector, node?.nodeLabel])));
    console.log(
      `| ${name} | ${scores.join(' | ')} | ${value('largest-contentful-paint')} | ${value('total-blocking-time')} |`,
    );
    for (const [category, aim] of Object.entries(aims)) {
      if (score(category) >= aim) continue;
      const faults = Object.values(runs[0].audits).filter(
        (audit) =>
          audit.score === 0 && runs[0].categories[category].auditRefs.some(({ id }) => id === audit.id),
      );
      missed.push(
        `${name} ${category} ${score(category)}: ${JSON.stringify(faults.map(({ id, details }) => [id, details?.items?.slice(0, 3)])).slice(0, 1500)}`,
      );
    }
  }
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
