import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { CheckField, DayField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import type { NewRunSearch } from './new-run-search.ts';
import { oneCounty } from './rule-choice.ts';
import { RulePicker } from './rule-picker.tsx';
import style from './run.module.css';
import { words } from './words.ts';

type Batch = Got<'import.list'>['items'][number];

/** Chooses batches, day and rules of a dry run. */
export function NewRunPage(): ReactNode {
  const say = useWords(words);
  const { campaign } = useCampaign();
  const list = useAsk('import.list', {
    limit: 200,
    ...(campaign === null ? {} : { campaignId: campaign.id }),
  });
  return (
    <OnlyFor may="run.start">
      <Page title={say.newTitle} lead={say.newLead} crumbs={[{ label: say.title, to: '/runs' }]}>
        <Asked query={list}>
          {({ items }) => <Form batches={items.filter(({ state }) => state === 'done')} />}
        </Asked>
      </Page>
    </OnlyFor>
  );
}

function Form({ batches }: { readonly batches: readonly Batch[] }): ReactNode {
  const say = useWords(words);
  const { batch }: NewRunSearch = useSearch({ strict: false });
  const [chosen, setChosen] = useState<readonly string[]>(batch === undefined ? [] : [batch]);
  const [asOf, setAsOf] = useState('');
  const [rules, setRules] = useState<readonly string[] | null>(null);
  const [isTried, setTried] = useState(false);
  const picked = batches.filter(({ id }) => chosen.includes(id));
  const region = oneCounty(picked);
  const starting = useStart({ picked, region, asOf, rules: rules ?? [] });
  const faults = [
    ...(picked.length === 0 ? [{ id: 'run-batches', text: say.noneChosen }] : []),
    ...(picked.length > 0 && region === null ? [{ id: 'run-batches', text: say.oneCounty }] : []),
    ...(rules?.length === 0 ? [{ id: 'run-rules', text: say.noRuleChosen }] : []),
  ];
  if (batches.length === 0)
    return (
      <Empty why={say.noBatches}>
        <ButtonLink to="/imports">{say.toImports}</ButtonLink>
      </Empty>
    );
  return (
    <>
      {isTried ? <FaultSummary faults={faults} /> : null}
      <Batches batches={batches} chosen={chosen} onChange={setChosen} />
      <Section title={say.day}>
        <div className={style['narrow']}>
          <DayField label={say.asOf} hint={say.asOfHint} value={asOf} onChange={setAsOf} />
        </div>
      </Section>
      <RulePicker region={region} batches={picked.map(({ id }) => id)} chosen={rules} onChange={setRules} />
      {starting.error === null ? null : <Problem error={starting.error} />}
      <Button
        kind="main"
        busy={starting.isPending}
        onClick={() => {
          setTried(true);
          if (faults.length === 0) starting.start();
        }}
      >
        {say.start}
      </Button>
    </>
  );
}

function Batches({
  batches,
  chosen,
  onChange,
}: {
  readonly batches: readonly Batch[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const say = useWords(words);
  return (
    <Section title={say.chooseBatches}>
      <div id="run-batches" tabIndex={-1}>
        {batches.map(({ id, title, rows, openedAt }) => (
          <CheckField
            key={id}
            label={title}
            hint={`${openedAt.slice(0, 10)} · ${say.batchRows(rows?.rowsTaken ?? 0)}`}
            value={chosen.includes(id)}
            onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </Section>
  );
}

/** Starts the dry run once, however often it is pressed, and goes there. */
function useStart({
  picked,
  region,
  asOf,
  rules,
}: {
  readonly picked: readonly Batch[];
  readonly region: string | null;
  readonly asOf: string;
  readonly rules: readonly string[];
}) {
  const { campaign } = useCampaign();
  const navigate = useNavigate();
  const send = useSend('run.start', ['run']);
  const asked = {
    region: region ?? '',
    batches: picked.map(({ id }) => id),
    campaignId: campaign?.id ?? null,
    asOf: asOf === '' ? null : asOf,
    rules: [...rules],
    isDry: true,
  };
  const said = JSON.stringify(asked);
  const [last, setLast] = useState({ id: newId(), said: '' });
  const start = async (): Promise<void> => {
    const id = last.said === '' || last.said === said ? last.id : newId();
    setLast({ id, said });
    await send.send({ id, ...asked });
    await navigate({ to: '/runs/$id', params: { id } });
  };
  return { ...send, start: () => void start().catch(() => undefined) };
}
