import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { systemWords } from './words-system.ts';
import { useTableName } from '../../ui/use-table-name.ts';

/** Commands for the keys, in the order in which they are used. */
const commands = [
  './yangguang keys list',
  './yangguang keys rotate',
  './yangguang keys continue',
  './yangguang keys retire 1',
] as const;

/** Which algorithm does what, which version of the key is in use, and how keys are rotated. */
export function KeysPage(): ReactNode {
  const say = useWords(systemWords);
  const listOf = useTableName();
  const pick = usePick();
  const asked = useAsk('system.algorithms', {});
  return (
    <OnlyFor may="system.read">
      <Page
        title={say.keys}
        lead={say.keysLead}
        actions={<Button onClick={() => print()}>{say.printAlgorithms}</Button>}
      >
        <Section title={say.algorithms}>
          <Asked query={asked}>
            {({ keyVersion, algorithms }) => (
              <>
                <p>
                  {say.keyVersion} <b>{keyVersion}</b>
                </p>
                <DataTable
                  caption={listOf(say.algorithms)}
                  hidesCaption
                  rows={algorithms}
                  rowKey={({ use }) => use.zh}
                  columns={[
                    { key: 'use', title: say.use, isRowHeader: true, cell: ({ use }) => pick(use) },
                    { key: 'name', title: say.algorithm, cell: ({ name }) => <code>{name}</code> },
                  ]}
                />
              </>
            )}
          </Asked>
        </Section>
        <Section title={say.rotation} className="no-print">
          <div className="stack">
            <p>{say.rotationWhy}</p>
            {commands.map((line) => (
              <code key={line} className={styles['command']}>
                {line}
              </code>
            ))}
          </div>
        </Section>
      </Page>
    </OnlyFor>
  );
}
