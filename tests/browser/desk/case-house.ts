import type { Page } from 'playwright-core';
import { type Cast, castOf } from '../../story/acts/test-cast.ts';
import { openStory, type Story } from '../../story/acts/test-story.ts';
import { builtDesk, type Desk, type DeskHouse, houseOf } from './open-desk.ts';

/** A story whose people sit at desks. */
export interface CaseHouse {
  readonly story: Story;
  readonly house: DeskHouse;
  readonly cast: Cast;
  /** A colleague of the story at a desk of their own. */
  readonly desk: (who: Cast[keyof Cast], lang?: 'zh' | 'en') => Promise<Desk>;
}

/** Opens it on the morning of a day; closing the house closes everything. */
export async function openCases(on: string): Promise<CaseHouse> {
  const story = await openStory(on, builtDesk());
  const house = await houseOf(story.t);
  const cast = await castOf(story);
  return { story, house, cast, desk: (who, lang = 'zh') => house.sit(who.account, [], { lang }) };
}

/** What every case of these journeys is. */
export const ordinary = { severity: 'suspect', isKinCase: false, isComplaint: false } as const;

/** Waits for the state on the line below the heading. */
export async function stands(page: Page, state: string): Promise<void> {
  const tag = page.locator('.page-lead .tag').filter({ hasText: new RegExp(`${state}$`) });
  await tag.first().waitFor();
}
