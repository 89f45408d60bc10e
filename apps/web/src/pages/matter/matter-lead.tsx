import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { programmeChoices } from '@yangguang/domain/workflows/lead-choices';
import type { ReactNode } from 'react';
import { RegionName } from '../../ui/region-name.tsx';
import { DueTag, SeverityTag, StateTag, Tag } from '../../ui/tag.tsx';
import { money } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import type { Matter } from './fact-words.ts';
import styles from './matter.module.css';
import { words } from './words.ts';

/** What a matter is, on one line below its heading. */
export function MatterLead({
  matter,
  workflow,
}: {
  readonly matter: Matter;
  readonly workflow: Workflow;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const programmes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = programmeChoices;
  return (
    <p className={styles['lead']}>
      <StateTag title={workflow.states[matter.state]?.[lang] ?? matter.state} isEnded={matter.isEnded} />
      <SeverityTag severity={matter.severity} />
      {matter.escalatedTo === null ? null : (
        <Tag tone="bad">
          {say.escalated}（<RegionName code={matter.escalatedTo} />）
        </Tag>
      )}
      {matter.isEnded ? null : <DueTag dueOn={matter.dueOn} isOverdue={matter.isOverdue} />}
      <span>
        <span className="soft">{say.place}</span> <RegionName code={matter.region} />
      </span>
      {matter.programme === 'none' ? null : (
        <span>
          <span className="soft">{say.programme}</span>{' '}
          {programmes[matter.programme]?.[lang] ?? matter.programme}
        </span>
      )}
      {matter.amountFen === null ? null : (
        <span>
          <span className="soft">{say.amount}</span> {money(matter.amountFen, lang)}
        </span>
      )}
      <span>
        <span className="soft">{say.assignedTo}</span>{' '}
        {matter.assignedTo?.name ??
          (matter.assignedArea === null ? say.nobody : <RegionName code={matter.assignedArea} />)}
      </span>
    </p>
  );
}
