import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { ChoiceField, NumberField, SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWords } from '../../words/language.tsx';
import { ColleaguePicker } from '../matter/colleague-picker.tsx';
import { weightsOf } from './sample-rows.ts';
import { WeightFields } from './weight-fields.tsx';
import { sampleWords } from './words.ts';

const route = getRouteApi('/samples/new');

interface Typed {
  readonly team: readonly string[];
  readonly how: string;
  readonly least: string;
  readonly weights: Readonly<Record<string, number>>;
}

/** Freezes the list of the inspected division and draws. */
export function SampleNew(): ReactNode {
  const say = useWords(sampleWords);
  const { may } = useSession();
  const { inspection } = route.useSearch();
  const [chosen, setChosen] = useState(inspection ?? '');
  const planned = useAsk(
    'matter.list',
    { filter: ['workflow:inspection', 'state:planned'], limit: 100 },
    { when: may('sample.draw') },
  );
  return (
    <OnlyFor may="sample.draw">
      <Page title={say.draw} lead={say.drawWhy} crumbs={[{ label: say.title, to: '/samples' }]}>
        <section className="card">
          <Asked query={planned}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty why={say.noPlanned}>
                  <ButtonLink to="/inspections">{say.plan}</ButtonLink>
                </Empty>
              ) : (
                <SelectField
                  label={say.choose}
                  required
                  value={chosen}
                  onChange={setChosen}
                  choices={items.map(({ id, title }) => ({ value: id, label: title }))}
                />
              )
            }
          </Asked>
          {chosen === '' ? null : <DrawForm key={chosen} matterId={chosen} />}
        </section>
      </Page>
    </OnlyFor>
  );
}

const blank: Typed = { team: [], how: 'sealed', least: '2', weights: {} };

function DrawForm({ matterId }: { readonly matterId: string }): ReactNode {
  const say = useWords(sampleWords);
  const navigate = useNavigate();
  const [typed, setTyped, drop] = useDraft<Typed>(`sample.draw:${matterId}`, blank);
  const [ids] = useState(() => ({ sampleId: newId(), stepId: newId() }));
  const [isTried, setTried] = useState(false);
  const matter = useAsk('matter.get', { id: matterId });
  const draw = useSend('sample.draw', ['sample', 'matter']);
  const faults = isTried ? faultsOf(typed, say) : [];
  const send = async (expectedVersion: number): Promise<void> => {
    setTried(true);
    if (faultsOf(typed, say).length > 0 || draw.isPending) return;
    await draw.send({
      ...{ ...ids, matterId, expectedVersion, team: [...typed.team] },
      ...{ isSealed: typed.how === 'sealed', leastHouseholds: Number(typed.least) },
      weights: weightsOf(typed.weights),
    });
    drop();
    void navigate({ to: '/samples/$id', params: { id: ids.sampleId } });
  };
  return (
    <Asked query={matter}>
      {({ version, region: own }) => (
        <form onSubmit={(event) => event.preventDefault()} noValidate>
          {draw.error === null ? null : <Problem error={draw.error} />}
          <FaultSummary faults={faults} />
          <Fields
            typed={typed}
            onTyped={setTyped}
            own={own}
            teamFault={faults.find(({ id }) => id === 'team')?.text ?? null}
            leastFault={faults.find(({ id }) => id === 'least')?.text ?? null}
          />
          <Button
            kind="main"
            type="submit"
            busy={draw.isPending}
            onClick={() => void send(version).catch(() => undefined)}
          >
            {say.drawVerb}
          </Button>
        </form>
      )}
    </Asked>
  );
}

function faultsOf(
  { team, least }: Typed,
  say: { readonly teamFew: string; readonly leastWrong: string },
): { readonly id: string; readonly text: string }[] {
  const count = Number(least);
  return [
    ...(team.length < 2 ? [{ id: 'team', text: say.teamFew }] : []),
    ...(Number.isInteger(count) && count >= 1 && count <= 50 ? [] : [{ id: 'least', text: say.leastWrong }]),
  ];
}

function Fields({
  typed,
  onTyped,
  own,
  teamFault,
  leastFault,
}: {
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly own: string;
  readonly teamFault: string | null;
  readonly leastFault: string | null;
}): ReactNode {
  const say = useWords(sampleWords);
  return (
    <>
      <ColleaguePicker
        id="team"
        label={say.team}
        hint={say.teamHint}
        place={{ region: own, programme: 'none' }}
        householdId={null}
        chosen={typed.team}
        onChange={(team) => onTyped({ ...typed, team })}
        fault={teamFault}
      />
      <ChoiceField
        label={say.how}
        value={typed.how}
        onChange={(how) => onTyped({ ...typed, how })}
        choices={[
          { value: 'sealed', label: say.sealedChoice, hint: say.sealedHint },
          { value: 'open', label: say.openChoice, hint: say.openHint },
        ]}
      />
      <NumberField
        id="least"
        label={say.least}
        hint={say.leastHint}
        value={typed.least}
        onChange={(least) => onTyped({ ...typed, least })}
        fault={leastFault}
      />
      <WeightFields
        own={own}
        weights={typed.weights}
        onChange={(weights) => onTyped({ ...typed, weights })}
      />
    </>
  );
}
