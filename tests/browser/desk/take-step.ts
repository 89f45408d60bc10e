import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { type Desk, settled } from './open-desk.ts';

/** What a step is given in its form, by the labels a person reads. */
export interface Given {
  /** Text, day or amount to type; of choices the label to choose; people by their names. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  /** Titles of the documents needed: each is registered as a paper by a number. */
  readonly papers?: readonly string[];
  readonly reason?: string;
}

/** Opens the card of a matter. */
export async function openMatter({ go }: Desk, id: string): Promise<void> {
  await go(`/matters/${id}`);
}

/** Takes a step on the card that is open: its button, its form, its confirmation. */
export async function takeStep({ page }: Desk, title: string, given: Given = {}): Promise<void> {
  await page
    .getByRole('region', { name: /可以办理|What can be done|Steps/ })
    .getByRole('button', { name: title, exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await settled(page);
  for (const [label, value] of Object.entries(given.fields ?? {})) await fillIn(dialog, label, value);
  for (const [index, paper] of (given.papers ?? []).entries())
    await registerPaper(dialog, paper, `纸-${index + 1}`);
  if (given.reason !== undefined) await dialog.locator('#step-reason').fill(given.reason);
  await dialog.locator('footer').getByRole('button', { name: title, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
}

async function fillIn(dialog: Locator, label: string, value: string | readonly string[]): Promise<void> {
  const group = dialog.getByRole('group', { name: new RegExp(`^${label}`) });
  if (typeof value !== 'string') {
    for (const person of value) await group.getByRole('checkbox', { name: new RegExp(person) }).check();
    return;
  }
  if ((await group.count()) > 0) {
    await group.first().getByRole('radio', { name: value, exact: true }).check();
    return;
  }
  const control = dialog.getByLabel(new RegExp(`^${label}`)).first();
  const tag = await control.evaluate((element) => element.tagName);
  if (tag === 'SELECT') await control.selectOption({ label: value });
  else await control.fill(value);
}

async function registerPaper(dialog: Locator, paper: string, paperNo: string): Promise<void> {
  const need = dialog.getByRole('group', { name: new RegExp(`^${paper}`) });
  await need.getByRole('radio', { name: /登记|Register/ }).check();
  await dialog.getByLabel(/^(纸质材料编号|Number of the paper)/).fill(paperNo);
  await dialog.getByRole('button', { name: /^(登记这份纸质材料|Register this paper)/ }).click();
  await need.waitFor({ state: 'detached' });
}

/** Expects the state that the card shows. */
export async function expectState(page: Page, state: string): Promise<void> {
  await page.locator('main').getByText(state, { exact: true }).first().waitFor();
  expect(await page.locator('main h1').count()).toBe(1);
}
