import type { Locator, Page } from 'playwright-core';

type Press = 'Enter' | 'Space';
type Method = (this: Locator, ...options: unknown[]) => Promise<unknown>;

/** Prototypes that were changed: one for a whole test process. */
const changed = new WeakSet<object>();

/**
 * From now on nothing on any page is clicked: what a test says to click or tick must be reachable by Tab, gets the focus
 * and is pressed with Enter or Space. So every journey at the desk is made by keyboard alone, whatever its steps are called.
 */
export function useKeyboardOnly(page: Page): void {
  const prototype = Object.getPrototypeOf(page.locator('body')) as Record<string, Method>;
  if (changed.has(prototype)) return;
  changed.add(prototype);
  const { click } = prototype;
  if (click === undefined) throw new Error('locators cannot be clicked');
  // A trial waits until the element is there, still, enabled and not covered, and presses nothing.
  const ready = (place: Locator): Promise<unknown> => click.call(place, { trial: true });
  prototype['click'] = async function () {
    await ready(this);
    await press(this, await keyFor(this));
  };
  const tick = (wanted: boolean): Method =>
    async function () {
      await ready(this);
      if ((await this.isChecked()) === wanted) return;
      await press(this, 'Space');
      if ((await this.isChecked()) !== wanted) throw new Error('the space bar did not tick it');
    };
  prototype['check'] = tick(true);
  prototype['uncheck'] = tick(false);
}

/** Links and summaries open by Enter, all else by the space bar. */
async function keyFor(place: Locator): Promise<Press> {
  return place.evaluate((element) => (element.closest('a, summary, button') === null ? 'Space' : 'Enter'));
}

async function press(place: Locator, key: Press): Promise<void> {
  const isReached = await place.evaluate((element) => {
    const found = element.closest<HTMLElement>(
      'a[href], button, summary, input, select, textarea, [tabindex]',
    );
    if (found === null || found.tabIndex < 0) return false;
    found.focus();
    return document.activeElement === found;
  });
  if (!isReached)
    throw new Error(
      `not reachable by keyboard: ${await place.evaluate((one) => one.outerHTML.slice(0, 200))}`,
    );
  await place.page().keyboard.press(key);
}
