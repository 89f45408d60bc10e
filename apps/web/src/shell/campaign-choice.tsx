import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { useAsk, type Got } from '../api/use-api.tsx';
import { useSession } from '../session/session.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

type CampaignLine = Got<'campaign.list'>['items'][number];

interface Chosen {
  /** Null: all. */
  readonly campaign: CampaignLine | null;
  readonly campaigns: readonly CampaignLine[];
  readonly choose: (id: string) => void;
}

const CampaignContext = createContext<Chosen>({ campaign: null, campaigns: [], choose: () => undefined });
const place = 'yangguang.campaign';

/** The campaign one works in: the newest at first, kept for this tab. */
export function CampaignProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { may } = useSession();
  const list = useAsk('campaign.list', { limit: 50 }, { when: may('campaign.read') });
  const [id, setId] = useState(() => sessionStorage.getItem(place));
  const chosen = useMemo<Chosen>(() => {
    const campaigns = list.data?.items ?? [];
    const newest = id === null ? campaigns[0] : undefined;
    return {
      campaigns,
      campaign: campaigns.find((one) => one.id === id) ?? newest ?? null,
      choose: (next) => {
        sessionStorage.setItem(place, next);
        setId(next);
      },
    };
  }, [list.data, id]);
  return <CampaignContext value={chosen}>{children}</CampaignContext>;
}

/** The campaign of the header, or null for all. */
export function useCampaign(): Chosen {
  return use(CampaignContext);
}

/** Choice of the campaign in the header. */
export function CampaignChoice(): ReactNode {
  const say = useWords(shellWords);
  const { campaign, campaigns, choose } = useCampaign();
  if (campaigns.length === 0) return null;
  return (
    <select
      className="campaign-choice"
      aria-label={say.campaign}
      value={campaign?.id ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      {campaigns.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
      <option value="">{say.noCampaign}</option>
    </select>
  );
}
