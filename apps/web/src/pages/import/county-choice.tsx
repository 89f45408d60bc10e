import { type ReactNode, useState } from 'react';
import { usePages } from '../../api/use-api.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useRegionName } from '../../ui/region-name.tsx';
import { useWords } from '../../words/language.tsx';
import { useCounties } from './use-counties.ts';
import { overviewWords } from './words-overview.ts';

/** What both overviews ask: a county, and the campaign of the header. */
export interface Which {
  readonly region: string;
  readonly campaignId?: string;
}

/**
 * The county of one's appointment; whoever looks after several chooses among those that sent files.
 * @param children shows the county chosen
 */
export function ForCounty({ children }: { readonly children: (which: Which) => ReactNode }): ReactNode {
  const say = useWords(overviewWords);
  const { campaign } = useCampaign();
  const own = useCounties();
  const batches = usePages('import.list', { limit: 200 }, { when: own.length === 0 });
  const counties = own.length > 0 ? own : [...new Set(batches.rows.map(({ region }) => region))].sort();
  const [chosen, setChosen] = useState('');
  const region = chosen === '' ? (counties[0] ?? '') : chosen;
  if (region === '') return <Empty why={say.noCounty} />;
  return (
    <>
      {counties.length < 2 ? null : (
        <div className="toolbar">
          <SelectField
            label={say.county}
            value={region}
            onChange={setChosen}
            choices={counties.map((code) => ({ value: code, label: code }))}
          />
          <RegionWords code={region} />
        </div>
      )}
      {children({ region, ...(campaign === null ? {} : { campaignId: campaign.id }) })}
    </>
  );
}

function RegionWords({ code }: { readonly code: string }): ReactNode {
  return <b>{useRegionName(code)}</b>;
}
