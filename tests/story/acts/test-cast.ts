import type { Person } from './test-person.ts';
import { county, east, firstVillage, type Story } from './test-story.ts';

/** The people nearly every story has: the east town's desk and the county's. */
export interface Cast {
  readonly aide: Person;
  readonly clerk: Person;
  readonly colleague: Person;
  readonly townLead: Person;
  readonly officer: Person;
  readonly reviewer: Person;
  readonly countyLead: Person;
}

export async function castOf(story: Story): Promise<Cast> {
  return {
    aide: await story.person('苗青', 'villageAide', firstVillage),
    clerk: await story.person('林晓', 'townCaseworker', east),
    colleague: await story.person('周宁', 'townCaseworker', east),
    townLead: await story.person('郑强', 'townLead', east),
    officer: await story.person('何静', 'countyCaseworker', county),
    reviewer: await story.person('秦明', 'countyReviewer', county),
    countyLead: await story.person('高峰', 'countyLead', county),
  };
}
