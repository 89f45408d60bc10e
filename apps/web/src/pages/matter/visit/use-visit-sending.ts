import { useNavigate } from '@tanstack/react-router';
import { visitFormText } from '@yangguang/domain/forms/visit-form';
import { evidenceKinds } from '@yangguang/domain/workflows/evidence';
import type { Workflow } from '@yangguang/domain/workflows/workflow';
import { useState } from 'react';
import { type Sent, useApi, useForget } from '../../../api/use-api.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useWords } from '../../../words/language.tsx';
import { readTyped } from '../action-form.ts';
import { factLines, type Matter } from '../fact-words.ts';
import { useKnownPeople } from '../known-people.ts';
import { uploadEvidence } from '../upload-evidence.ts';
import { type Part, partsLeft, type VisitDraft } from './visit-entry.ts';
import { words } from './words.ts';

interface Sending {
  /** The part under way, or the one that failed. */
  readonly now: Part | null;
  readonly error: unknown;
  readonly send: () => Promise<void>;
}

/** Does the parts of a visit one after the other, each once, and goes on where it stopped. */
export function useVisitSending(
  matter: Matter,
  workflow: Workflow,
  draft: VisitDraft,
  setDraft: (draft: VisitDraft) => void,
  drop: () => void,
): Sending {
  const say = useWords(words);
  const api = useApi();
  const forget = useForget();
  const navigate = useNavigate();
  const toast = useToast();
  const peopleOf = useKnownPeople();
  const [now, setNow] = useState<Part | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setError(null);
    let done = draft.done;
    try {
      for (const part of partsLeft(draft)) {
        setNow(part);
        const { version } = await api.matter.get({ id: matter.id });
        done = {
          ...done,
          [part]: await sendPart(part, {
            ...{ api, workflow, version, draft: { ...draft, done } },
            matter: { ...matter, people: peopleOf(matter) },
          }),
        };
        setDraft({ ...draft, done });
      }
      drop();
      toast({ text: say.done });
      await forget();
      await navigate({ to: '/matters/$id', params: { id: matter.id } });
    } catch (caught) {
      setError(caught);
    }
  };
  return { now, error, send };
}

interface Job {
  readonly api: ReturnType<typeof useApi>;
  readonly matter: Matter;
  readonly workflow: Workflow;
  readonly draft: VisitDraft;
  readonly version: number;
}

/** @returns the id of the document, or '' for a step */
async function sendPart(part: Part, job: Job): Promise<string> {
  const { api, draft, matter } = job;
  const paper = (kind: 'visitSignatures' | 'refusalWitness', paperNo: string) =>
    api.evidence
      .register({
        matterId: matter.id,
        stepId: draft.ids[part],
        kind,
        title: evidenceKinds[kind].zh,
        paperNo: paperNo.trim(),
      })
      .then(({ id }) => id);
  switch (part) {
    case 'form':
      return keepForm(job);
    case 'visit':
      return step(job, part, draft.manner, [draft.done.form], null);
    case 'signature':
      return paper('visitSignatures', draft.signedPaper);
    case 'witness':
      return paper('refusalWitness', draft.witnessPaper);
    case 'sign': {
      const isRefused = draft.signing === 'witnessed';
      const cited = [draft.done.signature, draft.done.witness];
      return step(
        job,
        part,
        isRefused ? 'signWithWitness' : 'sign',
        cited,
        isRefused ? draft.refusal.trim() : null,
      );
    }
  }
}

function keepForm({ matter, workflow, draft }: Job): Promise<string> {
  const { facts } = readTyped(workflow.actions[draft.manner]?.asks ?? {}, draft.typed);
  const asks = workflow.actions[draft.manner]?.asks ?? {};
  const head = factLines({ workflow, people: matter.people, lang: 'zh' }, facts, asks).map(
    ({ label, text }) => `${label}：${text}`,
  );
  const title = evidenceKinds.visitForm.zh;
  const file = new Blob([visitFormText(head, draft.answers)], { type: 'text/plain' });
  const upload = {
    matterId: matter.id,
    stepId: draft.ids.form,
    kind: 'visitForm',
    title,
    fileName: `${title}.txt`,
  };
  return uploadEvidence(upload, file, () => undefined);
}

async function step(
  { api, matter, workflow, draft, version }: Job,
  part: Part,
  action: string,
  cited: readonly (string | undefined)[],
  reason: string | null,
): Promise<string> {
  const { facts } = readTyped(workflow.actions[action]?.asks ?? {}, draft.typed);
  await api.matter.act({
    ...{ matterId: matter.id, expectedVersion: version, stepId: draft.ids[part], action, reason },
    facts: facts as NonNullable<Sent<'matter.act'>['facts']>,
    evidence: cited.filter((id) => id !== undefined && id !== '') as string[],
  });
  return '';
}
