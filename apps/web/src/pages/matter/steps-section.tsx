import { type Role, roles } from '@yangguang/domain/people/role';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { ReactNode } from 'react';
import { Section } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { instant } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { kindTitle } from './documents.ts';
import { assignmentText, factLines, type Matter, type StepOfMatter } from './fact-words.ts';
import { FactsOf } from './facts-of.tsx';
import { shownSteps } from './shown-steps.ts';
import { words } from './words.ts';
import { formWords } from './words-form.ts';

interface Props {
  readonly matter: Matter;
  readonly workflow: Workflow;
}

/** Every step, newest first: who, when, in which office, what was stated, with which papers. */
export function StepsSection({ matter, workflow }: Props): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const steps = shownSteps(matter.steps);
  return (
    <Section title={say.steps}>
      <Timeline
        entries={steps.map((step) => ({
          key: step.id,
          at: step.at,
          title: pick(step.title),
          by: <By step={step} />,
          children: <Content step={step} matter={matter} workflow={workflow} />,
        }))}
      />
    </Section>
  );
}

function By({ step }: { readonly step: StepOfMatter }): ReactNode {
  const say = useWords(formWords);
  const lang = useLang();
  if (step.by === null) return say.clock;
  const role = Object.hasOwn(roles, step.role) ? roles[step.role as Role][lang] : step.role;
  return (
    <>
      {step.by.name} · {role} · <RegionName code={step.area} />
    </>
  );
}

/** A minute between doing and recording is no later entry. */
const laterMs = 60_000;

function Content({ step, matter, workflow }: Props & { readonly step: StepOfMatter }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const asks =
    workflow.actions[step.action]?.asks ?? (step.action === 'matter.open' ? workflow.opening.asks : {});
  const isPlain = step.action.includes('.') && step.action !== 'matter.open';
  const lines = isPlain ? [] : factLines({ workflow, people: matter.people, lang }, step.facts, asks);
  const title = (state: string): string => workflow.states[state]?.[lang] ?? state;
  const isLater = Date.parse(step.recordedAt) - Date.parse(step.at) > laterMs;
  const given = step.action === 'matter.assign' ? assignmentText(step, matter.people, lang) : '';
  return (
    <>
      {step.fromState === null || step.fromState === step.toState ? null : (
        <p className="soft">{say.fromTo(title(step.fromState), title(step.toState))}</p>
      )}
      {given === '' ? null : <p>{given}</p>}
      {step.reason === null ? null : (
        <p>
          {step.action === 'matter.note' ? null : <span className="soft">{say.reason}</span>}
          {step.reason}
        </p>
      )}
      <FactsOf lines={lines} />
      {step.evidence.length === 0 ? null : (
        <p>
          {step.evidence.map(({ id, kind, paperNo }) => (
            <Tag key={id}>
              {kindTitle(kind, lang)}
              {paperNo === null ? '' : ` ${paperNo}`}
            </Tag>
          ))}
        </p>
      )}
      {isLater ? <p className="soft">{say.enteredLater(instant(step.recordedAt))}</p> : null}
    </>
  );
}
