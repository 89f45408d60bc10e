import { programmes } from '@yangguang/domain/people/scope';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { CheckField, DayField, NumberField, SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { cadences, phaseStates, taskUnits, type DraftProps } from './campaign-draft.ts';
import styles from './campaign.module.css';
import { useProgrammeName } from './programme-name.ts';
import { newWords } from './words-new.ts';

/** A plan written by hand: who issues it, for which programmes, phases, tasks, sample and ledger. */
export function HandPlanFields(props: DraftProps): ReactNode {
  const { draft, change, fault } = props;
  const say = useWords(newWords);
  return (
    <>
      <Section title={say.ownPlan}>
        <div className="fields">
          <TextField
            id="new-issuer"
            label={say.issuer}
            required
            maxLength={60}
            value={draft.issuer}
            fault={fault('new-issuer')}
            onChange={(issuer) => change({ issuer })}
          />
          <NumberField
            id="new-share"
            label={say.sampleShare}
            maxLength={3}
            value={draft.sampleShare}
            fault={fault('new-share')}
            onChange={(sampleShare) => change({ sampleShare })}
          />
          <SelectField
            label={say.ledgerEvery}
            empty={say.noLedger}
            value={draft.ledgerEvery}
            onChange={(every) => change({ ledgerEvery: cadences.find((one) => one === every) ?? '' })}
            choices={cadences.map((every) => ({ value: every, label: say[`every.${every}`] }))}
          />
        </div>
        <ProgrammeFields {...props} />
      </Section>
      <PhaseFields {...props} />
      <TaskFields {...props} />
    </>
  );
}

function ProgrammeFields({ draft, change, fault }: DraftProps): ReactNode {
  const say = useWords(newWords);
  const name = useProgrammeName();
  const wrong = fault('new-programmes');
  return (
    <fieldset id="new-programmes" tabIndex={-1} className={wrong === null ? 'field' : 'field faulty'}>
      <legend>{say.programmes}</legend>
      <div className="fields">
        {programmes.map((programme) => (
          <CheckField
            key={programme}
            label={name(programme)}
            value={draft.programmes.includes(programme)}
            onChange={(isChosen) =>
              change({
                programmes: programmes.filter((one) =>
                  one === programme ? isChosen : draft.programmes.includes(one),
                ),
              })
            }
          />
        ))}
      </div>
      {wrong === null ? null : <p className="fault">{wrong}</p>}
    </fieldset>
  );
}

function PhaseFields({ draft: { phases }, change, fault }: DraftProps): ReactNode {
  const say = useWords(newWords);
  const set = (i: number, part: Partial<(typeof phases)[number]>): void =>
    change({ phases: phases.map((one, n) => (n === i ? { ...one, ...part } : one)) });
  const next = phaseStates[Math.min(phaseStates.length - 1, phases.length)] ?? 'summarising';
  return (
    <Section title={say.phases}>
      <p className="hint">{say.phasesHint}</p>
      <Fault id="new-phases" text={fault('new-phases')} />
      <div className={styles['rows']}>
        {phases.map((one, i) => (
          <div key={`${i}`} className={styles['row']}>
            <TextField
              label={say.phaseName}
              required
              maxLength={40}
              value={one.zh}
              onChange={(zh) => set(i, { zh })}
            />
            <SelectField
              label={say.phaseKind}
              value={one.state}
              onChange={(state) =>
                set(i, { state: phaseStates.find((known) => known === state) ?? 'selfCheck' })
              }
              choices={phaseStates.map((state) => ({ value: state, label: say[`state.${state}`] }))}
            />
            <DayField
              label={say.fromOn}
              required
              value={one.fromOn}
              onChange={(fromOn) => set(i, { fromOn })}
            />
            <DayField
              label={say.untilOn}
              required
              value={one.untilOn}
              onChange={(untilOn) => set(i, { untilOn })}
            />
            <Button
              kind="quiet"
              aria-label={say.removeNth(i + 1, say.phases)}
              onClick={() => change({ phases: phases.filter((_, n) => n !== i) })}
            >
              {say.remove}
            </Button>
          </div>
        ))}
      </div>
      <Button
        onClick={() => change({ phases: [...phases, { zh: '', state: next, fromOn: '', untilOn: '' }] })}
      >
        {say.addPhase}
      </Button>
    </Section>
  );
}

function TaskFields({ draft: { tasks, phases }, change, fault }: DraftProps): ReactNode {
  const say = useWords(newWords);
  const set = (i: number, part: Partial<(typeof tasks)[number]>): void =>
    change({ tasks: tasks.map((one, n) => (n === i ? { ...one, ...part } : one)) });
  return (
    <Section title={say.tasks}>
      <Fault id="new-tasks" text={fault('new-tasks')} />
      <div className={styles['rows']}>
        {tasks.map((one, i) => (
          <div key={`${i}`} className={styles['row']}>
            <TextField
              label={say.taskName}
              required
              maxLength={120}
              value={one.zh}
              onChange={(zh) => set(i, { zh })}
            />
            <SelectField
              label={say.unit}
              value={one.unit}
              onChange={(unit) => set(i, { unit: taskUnits.find((known) => known === unit) ?? 'town' })}
              choices={taskUnits.map((unit) => ({ value: unit, label: say[`unit.${unit}`] }))}
            />
            <SelectField
              label={say.inPhase}
              value={String(one.phase)}
              onChange={(phase) => set(i, { phase: Number(phase) })}
              choices={phases.map(({ zh }, n) => ({ value: String(n), label: zh === '' ? `${n + 1}` : zh }))}
            />
            <DayField label={say.dueOn} value={one.dueOn} onChange={(dueOn) => set(i, { dueOn })} />
            <Button
              kind="quiet"
              aria-label={say.removeNth(i + 1, say.tasks)}
              onClick={() => change({ tasks: tasks.filter((_, n) => n !== i) })}
            >
              {say.remove}
            </Button>
          </div>
        ))}
      </div>
      <Button onClick={() => change({ tasks: [...tasks, { zh: '', unit: 'town', phase: 0, dueOn: '' }] })}>
        {say.addTask}
      </Button>
    </Section>
  );
}

function Fault({ id, text }: { readonly id: string; readonly text: string | null }): ReactNode {
  return (
    <div id={id} tabIndex={-1} className="field">
      {text === null ? null : <p className="fault">{text}</p>}
    </div>
  );
}
