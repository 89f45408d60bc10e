import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { duties, type DraftProps } from './campaign-draft.ts';
import styles from './campaign.module.css';
import { newWords } from './words-new.ts';
import { words } from './words.ts';

/** The leading group: a line a person. */
export function GroupFields({ draft: { group }, change, fault }: DraftProps): ReactNode {
  const say = useWords(newWords);
  const names = useWords(words);
  const set = (i: number, part: Partial<(typeof group)[number]>): void =>
    change({ group: group.map((one, n) => (n === i ? { ...one, ...part } : one)) });
  const wrong = fault('new-group');
  return (
    <Section title={say.group}>
      <p className="hint">{say.groupHint}</p>
      <div className={styles['rows']} id="new-group" tabIndex={-1}>
        {wrong === null ? null : (
          <p className="field">
            <span className="fault">{wrong}</span>
          </p>
        )}
        {group.map((one, i) => (
          // Lines have no name of their own: they are what stands at their place.
          <div key={`${i}`} className={styles['row']}>
            <SelectField
              label={say.duty}
              value={one.duty}
              onChange={(duty) => set(i, { duty: duties.find((known) => known === duty) ?? 'member' })}
              choices={duties.map((duty) => ({ value: duty, label: names[`duty.${duty}`] }))}
            />
            <TextField
              label={say.personName}
              required
              maxLength={40}
              value={one.name}
              onChange={(name) => set(i, { name })}
            />
            <TextField
              label={say.post}
              required
              maxLength={80}
              value={one.post}
              onChange={(post) => set(i, { post })}
            />
            <Button
              kind="quiet"
              aria-label={say.removeNth(i + 1, say.group)}
              onClick={() => change({ group: group.filter((_, n) => n !== i) })}
            >
              {say.remove}
            </Button>
          </div>
        ))}
      </div>
      <Button
        onClick={() =>
          change({
            group: [...group, { duty: group.length === 0 ? 'leader' : 'member', name: '', post: '' }],
          })
        }
      >
        {say.addPerson}
      </Button>
    </Section>
  );
}
