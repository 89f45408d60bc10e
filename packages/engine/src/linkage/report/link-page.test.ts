import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { linkPage } from './link-page.ts';
import { madeUpLinkReport, madeUpNumber, madeUpPair } from './made-up-link-report.ts';

/** The words of one section, tags removed. */
function section(page: string, id: string): string {
  const start = page.indexOf(`<section id="${id}"`);
  expect(start, `no section ${id}`).toBeGreaterThan(0);
  return page
    .slice(start, page.indexOf('</section>', start))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

it('has every part, in both languages, and titles in the language it opens in', () => {
  const page = linkPage(madeUpLinkReport(), 'en');
  expect(page).toContain('<html lang="en"');
  for (const id of ['overview', 'weights', 'scores', 'unlinkable', 'rules', 'pairs', 'phases'])
    section(page, id);
  expect(section(page, 'overview')).toContain('17,008');
  expect(section(page, 'rules')).toContain('sound(name) + town 120,000 2 9,000,000');
  expect(section(page, 'unlinkable')).toContain('99% 1.2%');
  expect(section(page, 'weights')).toContain('+26.42');
  expect(section(page, 'weights')).toContain('次序不对，已改回');
});

it('counts scores beyond the ends in one row each and names the tier of every row', () => {
  const scores = section(linkPage(madeUpLinkReport(), 'zh'), 'scores');
  expect(scores).toContain('&lt; −20 没有达到门槛 Below the threshold 110,000');
  expect(scores).toContain('≥ 40 同一人 One person 8');
  expect(scores).toContain('2 … 3 疑似同一人 Likely one person 30');
});

it('marks the characters that differ, and under a mask only says that they do', () => {
  const page = linkPage(madeUpLinkReport(), 'zh');
  expect(page).toContain('刘<mark>小</mark>燕');
  expect(page).toContain('刘<mark>晓</mark>燕');
  const [left, right] = [madeUpNumber(1), madeUpNumber(101)];
  const weights = [
    { ...madeUpPair().weights[1], left, right: `${right.slice(0, 9)}0${right.slice(10)}` },
  ] as never;
  expect(linkPage(madeUpLinkReport({ samples: [madeUpPair({ weights })] }), 'zh')).toContain('遮盖处也不同');
});

it('holds no whole identity number and escapes what the files say', () => {
  const page = linkPage(madeUpLinkReport({ left: { name: '<b>&.csv', records: 1 } }), 'zh');
  expect(page.match(/\d{17}[\dX]/)).toBeNull();
  expect(page).toContain('339901********');
  expect(page).not.toContain('<b>&.csv');
  expect(page).toContain('&lt;b&gt;&amp;.csv');
});

it('allows its own script and style alone, by their hashes', () => {
  const page = linkPage(madeUpLinkReport(), 'zh');
  const policy = /content="(default-src[^"]+)"/.exec(page)?.[1] ?? '';
  for (const tag of ['style', 'script']) {
    const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
    expect(policy).toContain(`sha256-${createHash('sha256').update(content).digest('base64')}`);
  }
  expect(page).not.toMatch(/https?:|src=|@import/);
});
