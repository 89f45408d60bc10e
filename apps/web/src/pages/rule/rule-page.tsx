import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { DryRun } from './dry-run.tsx';
import { ModeDialog } from './mode-dialog.tsx';
import type { PlaceSearch } from './place.ts';
import { NoPlace, usePlace } from './place-choice.tsx';
import type { RuleDetail } from './rule-filter.ts';
import { Examples, Query } from './rule-examples.tsx';
import { Basis, DataSets, Evidence, Numbers } from './rule-tables.tsx';
import { Explanation, Glance, History, Record } from './rule-sections.tsx';
import styles from './rule.module.css';
import { words } from './words.ts';

/** One rule as 规则说明: what it looks for, why it may be wrong, how to find out, and what the county makes of it. */
export function RulePage(): ReactNode {
  const say = useWords(words);
  const { code }: { code: string } = useParams({ strict: false });
  const { place } = usePlace();
  return (
    <OnlyFor may="rule.read">
      {place === null ? (
        <Page title={code} crumbs={[{ label: say.title, to: '/rules' }]}>
          <NoPlace />
        </Page>
      ) : (
        <RuleOf code={code} place={place} />
      )}
    </OnlyFor>
  );
}

function RuleOf({ code, place }: { readonly code: string; readonly place: string }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { on }: PlaceSearch = useSearch({ strict: false });
  const rule = useAsk(
    'rule.get',
    { rule: code, region: place, ...(on === undefined ? {} : { on }) },
    { keepsLast: true },
  );
  const title = rule.data === undefined ? code : `${code} ${pick(rule.data.title)}`;
  return (
    <Page
      title={title}
      crumbs={[{ label: say.title, to: '/rules' }]}
      actions={rule.data === undefined ? undefined : <Acts rule={rule.data} place={place} />}
    >
      <Asked query={rule}>{(found) => <Whole rule={found} place={place} />}</Asked>
    </Page>
  );
}

function Whole({ rule, place }: { readonly rule: RuleDetail; readonly place: string }): ReactNode {
  const say = useWords(words);
  const name = useRegionName(place);
  return (
    <div className={styles['page']}>
      <p className="print-only">{say.printedFor(name, rule.on, rule.packVersion)}</p>
      <div className="columns">
        <div>
          <Explanation rule={rule} />
          <Numbers rule={rule} place={place} />
          <Basis rule={rule} />
          <Evidence rule={rule} />
          <Examples rule={rule} />
          <Query rule={rule} />
        </div>
        <div>
          <Glance rule={rule} />
          <Record rule={rule} place={place} />
          <DataSets rule={rule} />
          <History rule={rule} place={place} />
        </div>
      </div>
    </div>
  );
}

function Acts({ rule, place }: { readonly rule: RuleDetail; readonly place: string }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [open, setOpen] = useState<'mode' | 'dry' | null>(null);
  const isFixed = rule.status === 'retired';
  const whyNoSet = may('policy.set') ? (isFixed ? say.packRetired : null) : say.noSet;
  return (
    <>
      <Button whyNot={may('run.start') ? null : say.noDry} onClick={() => setOpen('dry')}>
        {say.dry}
      </Button>
      <Button whyNot={whyNoSet} onClick={() => setOpen('mode')}>
        {say.change}
      </Button>
      <Button onClick={() => window.print()}>{say.print}</Button>
      {open === 'mode' ? <ModeDialog rule={rule} place={place} onClose={() => setOpen(null)} /> : null}
      {open === 'dry' ? <DryRun rule={rule} place={place} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
