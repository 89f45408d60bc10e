import type { ReactNode } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { instant } from '../../words/format.ts';
import { usePick, useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { BackupSection } from './backup-section.tsx';
import { DemoSection } from './demo-section.tsx';
import { countStates } from './system-states.ts';
import { systemWords } from './words-system.ts';

type Item = Got<'system.selfCheck'>['items'][number];

/** How the server stands, its backups, and the demo to be removed. */
export function SystemPage(): ReactNode {
  const say = useWords(systemWords);
  const { may } = useSession();
  const check = useAsk('system.selfCheck', {}, { when: may('system.read') });
  return (
    <OnlyFor may="system.read">
      <Page title={say.system} lead={say.systemLead}>
        <DemoSection />
        <Section
          title={say.selfCheck}
          actions={
            <Button busy={check.isFetching} onClick={() => void check.refetch()}>
              {say.again}
            </Button>
          }
        >
          <Asked query={check} what={say.checking}>
            {({ at, items }) => <Items at={at} items={items} />}
          </Asked>
        </Section>
        <BackupSection />
        <Versions />
      </Page>
    </OnlyFor>
  );
}

const tones = { good: 'good', attention: 'warn', bad: 'bad' } as const;

function Items({ at, items }: { readonly at: string; readonly items: readonly Item[] }): ReactNode {
  const say = useWords(systemWords);
  const pick = usePick();
  const { bad, attention } = countStates(items);
  return (
    <>
      <p role="status">
        {say.summary(bad, attention)} <span className="soft">{say.checkedAt(instant(at))}</span>
      </p>
      <ul>
        {items.map(({ id, state, title, finding, remedy }) => (
          <li key={id} className={styles['check']}>
            <div>
              <Tag tone={tones[state]}>{say[state]}</Tag>
            </div>
            <div>
              <h3>{pick(title)}</h3>
              <p>{pick(finding)}</p>
              {remedy === null ? null : (
                <p className={styles['remedy']}>
                  <b>{say.remedy}</b> {pick(remedy)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Versions(): ReactNode {
  const say = useWords(systemWords);
  const asked = useAsk('system.version', {});
  return (
    <Section title={say.version}>
      <Asked query={asked}>
        {({ program, policy, policyHash, runtime }) => (
          <FactsList
            facts={[
              { name: say.program, value: program },
              { name: say.policy, value: policy },
              { name: say.runtime, value: runtime },
              { name: say.policyHash, value: <code className={styles['hash']}>{policyHash}</code> },
            ]}
          />
        )}
      </Asked>
    </Section>
  );
}
