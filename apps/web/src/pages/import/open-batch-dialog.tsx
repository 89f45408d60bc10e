import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useSend } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultSummary } from '../../ui/fault-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { uiWords } from '../../ui/words.ts';
import { useToday } from '../../words/clock.ts';
import { useWords } from '../../words/language.tsx';
import { useCounties } from './use-counties.ts';
import { words } from './words.ts';

/** Opens a batch and goes there to put files in. */
export function OpenBatchDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(words);
  const ui = useWords(uiWords);
  const today = useToday();
  const counties = useCounties();
  const { campaign } = useCampaign();
  const navigate = useNavigate();
  const open = useSend('import.open', ['import']);
  const [id] = useState(newId);
  const [title, setTitle] = useState(say.usualTitle(today));
  const [region, setRegion] = useState(counties[0] ?? '');
  const [isTried, setTried] = useState(false);
  const faults = [
    ...(title.trim() === '' ? [{ id: 'batch-title', text: say.titleNeeded }] : []),
    ...(region === '' ? [{ id: 'batch-county', text: say.countyNeeded }] : []),
  ];
  const send = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    await open.send({ id, region, title: title.trim(), campaignId: campaign?.id ?? null });
    await navigate({ to: '/imports/$id', params: { id } });
  };
  const faultOf = (field: string): string | null =>
    isTried ? (faults.find((one) => one.id === field)?.text ?? null) : null;
  return (
    <Dialog
      title={say.newBatch}
      onClose={onClose}
      footer={
        <>
          <Button
            kind="main"
            busy={open.isPending}
            whyNot={counties.length === 0 ? say.noCounty : null}
            onClick={() => void send().catch(() => undefined)}
          >
            {say.openBatch}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
        </>
      }
    >
      {isTried ? <FaultSummary faults={faults} /> : null}
      {open.error === null ? null : <Problem error={open.error} />}
      <TextField
        id="batch-title"
        label={say.batchTitle}
        hint={say.batchTitleHint}
        required
        maxLength={120}
        fault={faultOf('batch-title')}
        value={title}
        onChange={setTitle}
      />
      {counties.length > 1 ? (
        <SelectField
          id="batch-county"
          label={say.county}
          required
          fault={faultOf('batch-county')}
          value={region}
          onChange={setRegion}
          choices={counties.map((code) => ({ value: code, label: code }))}
        />
      ) : (
        <p>
          <CountyName code={region} />
        </p>
      )}
      {campaign === null ? null : <p className="soft">{say.ofCampaign(campaign.title)}</p>}
    </Dialog>
  );
}

function CountyName({ code }: { readonly code: string }): ReactNode {
  const say = useWords(words);
  return say.pair(say.county, useRegionName(code));
}
