import type { ReactNode } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words/language.tsx';
import { tagsOf } from './account-state.ts';
import styles from './admin.module.css';
import { peopleWords } from './words-people.ts';

/** How an account stands, in a few words. */
export function AccountTags({ account }: { readonly account: Got<'account.get'> }): ReactNode {
  const say = useWords(peopleWords);
  return (
    <span className={styles['tags']}>
      {tagsOf(account).map(({ word, tone }) => (
        <Tag key={word} tone={tone}>
          {say[word]}
        </Tag>
      ))}
    </span>
  );
}
