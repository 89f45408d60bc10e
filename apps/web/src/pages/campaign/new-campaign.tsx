import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { ChoiceField, NumberField, SelectField, TextField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useToday } from '../../words/clock.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import {
  type CampaignDraft,
  commonInput,
  type DraftProps,
  draftFaults,
  planOf,
  previewInput,
} from './campaign-draft.ts';
import { GroupFields } from './group-fields.tsx';
import { HandPlanFields } from './hand-plan-fields.tsx';
import { PreviewSection } from './preview-section.tsx';
import { newWords } from './words-new.ts';

/** Creating a campaign, after a look at its days. */
export function NewCampaign(): ReactNode {
  return (
    <OnlyFor may="campaign.run">
      <Form />
    </OnlyFor>
  );
}

function useStart(): CampaignDraft {
  const { who } = useSession();
  const today = useToday();
  const areas = who.appointments.map(({ area }) => area).sort();
  return {
    ...{ stepId: newId(), campaignId: newId(), mode: 'template', region: areas[0] ?? '', title: '' },
    ...{ documentNo: '', template: '', year: today.slice(0, 4), group: [], issuer: '' },
    programmes: ['dibao_urban', 'dibao_rural', 'tekun'],
    phases: [{ zh: '', state: 'selfCheck', fromOn: '', untilOn: '' }],
    ...{ tasks: [], sampleShare: '', ledgerEvery: '' },
  };
}

function Form(): ReactNode {
  const say = useWords(newWords);
  const [draft, setDraft, drop] = useDraft<CampaignDraft>('campaign.new', useStart());
  const [isTried, setTried] = useState(false);
  const preview = useSend('campaign.preview', []);
  const { create, isPending, error } = useCreating(draft, drop);
  const faults = isTried ? draftFaults(draft) : [];
  const isSound = draftFaults(draft).length === 0;
  const fault = (id: string): string | null => {
    const found = faults.find((one) => one.id === id);
    return found === undefined ? null : say[found.text];
  };
  const change = (part: Partial<CampaignDraft>): void => setDraft({ ...draft, ...part });
  const tried = (run: () => Promise<unknown>): void => {
    setTried(true);
    if (isSound) void run().catch(() => undefined);
  };
  const shared = { draft, change, fault };
  return (
    <Page title={say.title} lead={say.lead} crumbs={[{ label: say.campaigns, to: '/campaigns' }]}>
      <FaultSummary faults={faults.map(({ id, text }) => ({ id, text: say[text] }))} />
      <ModeSection {...shared} />
      {draft.mode === 'hand' ? <HandPlanFields {...shared} /> : null}
      <GroupFields {...shared} />
      <PreviewSection
        preview={preview.data}
        error={preview.error}
        isStale={
          preview.variables !== undefined &&
          JSON.stringify(preview.variables) !== JSON.stringify(previewInput(draft))
        }
      />
      {error === null ? null : <Problem error={error} />}
      <div className="buttons">
        <Button busy={preview.isPending} onClick={() => tried(() => preview.send(previewInput(draft)))}>
          {say.preview}
        </Button>
        <Button kind="main" busy={isPending} onClick={() => tried(create)}>
          {say.create}
        </Button>
      </div>
    </Page>
  );
}

function useCreating(draft: CampaignDraft, drop: () => void) {
  const say = useWords(newWords);
  const toast = useToast();
  const navigate = useNavigate();
  const { choose } = useCampaign();
  const byTemplate = useSend('campaign.create', ['campaign']);
  const byHand = useSend('campaign.createByHand', ['campaign']);
  const create = async (): Promise<void> => {
    const common = commonInput(draft);
    const title = draft.title.trim();
    const made =
      draft.mode === 'template'
        ? await byTemplate.send({
            ...{ ...common, template: draft.template, year: Number(draft.year) },
            ...(title === '' ? {} : { title }),
          })
        : await byHand.send({ ...common, title, plan: planOf(draft) });
    drop();
    choose(made.campaignId);
    toast({ text: say.created(made.tasks) });
    await navigate({ to: `/campaigns/${made.campaignId}` });
  };
  return {
    create,
    isPending: byTemplate.isPending || byHand.isPending,
    error: draft.mode === 'template' ? byTemplate.error : byHand.error,
  };
}

function ModeSection({ draft, change, fault }: DraftProps): ReactNode {
  const say = useWords(newWords);
  return (
    <Section title={say.where}>
      <ChoiceField
        label={say.mode}
        value={draft.mode}
        onChange={(mode) => change({ mode: mode === 'hand' ? 'hand' : 'template' })}
        choices={[
          { value: 'template', label: say.byTemplate },
          { value: 'hand', label: say.byHand },
        ]}
      />
      {draft.mode === 'template' ? <TemplateFields draft={draft} change={change} fault={fault} /> : null}
      <RegionPicker
        id="new-region"
        label={say.region}
        value={draft.region}
        onChange={(region) => change({ region })}
        fault={fault('new-region')}
      />
      <div className="fields">
        <TextField
          id="new-title"
          label={say.name}
          hint={draft.mode === 'template' ? say.nameHint : undefined}
          required={draft.mode === 'hand'}
          maxLength={120}
          value={draft.title}
          fault={fault('new-title')}
          onChange={(title) => change({ title })}
        />
        <TextField
          label={say.documentNo}
          hint={say.documentNoHint}
          maxLength={60}
          value={draft.documentNo}
          onChange={(documentNo) => change({ documentNo })}
        />
      </div>
    </Section>
  );
}

function TemplateFields({ draft, change, fault }: DraftProps): ReactNode {
  const say = useWords(newWords);
  const pick = usePick();
  const templates = useAsk('campaign.templates', {});
  if (templates.error !== null)
    return <Problem error={templates.error} onRetry={() => void templates.refetch()} />;
  return (
    <div className="fields">
      <SelectField
        id="new-template"
        label={say.templateChoice}
        hint={say.templateHint}
        required
        value={draft.template}
        fault={fault('new-template')}
        onChange={(template) => change({ template })}
        choices={(templates.data?.items ?? []).map(({ id, title, issuer, year }) => ({
          value: id,
          label: say.templateLabel(pick(title), issuer, year),
        }))}
      />
      <NumberField
        id="new-year"
        label={say.year}
        hint={say.yearHint}
        required
        maxLength={4}
        value={draft.year}
        fault={fault('new-year')}
        onChange={(year) => change({ year })}
      />
    </div>
  );
}
