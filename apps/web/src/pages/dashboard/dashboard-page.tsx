import { lazy, type ReactNode, Suspense } from 'react';
import { type Got, useAsk } from '../../api/use-api.tsx';
import { BalanceBars } from '../../charts/balance-bars.tsx';
import { BurnDownChart } from '../../charts/burn-down-chart.tsx';
import { CaseLink } from '../../charts/case-link.tsx';
import { MoneyBars } from '../../charts/money-bars.tsx';
import { TownMap } from '../../charts/town-map.tsx';
import { useCampaign } from '../../shell/campaign-choice.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { usePick, useWords } from '../../words/language.tsx';
import { PhaseBar } from '../campaign/phase-bar.tsx';
import styles from './dashboard.module.css';
import { type Tile, tilesOf } from './tiles.ts';
import { words } from './words.ts';

type Board = Got<'statistics.board'>;

// The widest chart and its layout come after the rest is there.
const FlowChart = lazy(() =>
  import('../../charts/flow-chart.tsx').then(({ FlowChart: chart }) => ({ default: chart })),
);

/** The board of the chosen campaign: one question, everything on it opens its cases. */
export function DashboardPage(): ReactNode {
  const say = useWords(words);
  const { campaign } = useCampaign();
  return (
    <OnlyFor may="statistics.read">
      {campaign === null ? (
        <Page title={say.title}>
          <Empty why={say.noCampaign}>
            <ButtonLink to="/campaigns">{say.toCampaigns}</ButtonLink>
          </Empty>
        </Page>
      ) : (
        <Loaded key={campaign.id} campaignId={campaign.id} />
      )}
    </OnlyFor>
  );
}

function Loaded({ campaignId }: { readonly campaignId: string }): ReactNode {
  const say = useWords(words);
  const board = useAsk('statistics.board', { campaignId });
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        <>
          <ButtonLink to={`/campaigns/${campaignId}`}>{say.openCampaign}</ButtonLink>
          <Button onClick={() => window.print()}>{say.print}</Button>
        </>
      }
    >
      <Asked query={board} what={say.counting}>
        {(data) => <Charts board={data} />}
      </Asked>
    </Page>
  );
}

function Charts({ board }: { readonly board: Board }): ReactNode {
  const say = useWords(words);
  const { campaignId, today } = board;
  return (
    <>
      <Section title={board.title} actions={<span className="soft">{say.asOf(today)}</span>}>
        <PhaseBar phases={board.phases} today={today} />
      </Section>
      <div className={styles['tiles']} role="list" aria-label={say.numbers}>
        {tilesOf(board.counts).map((tile) => (
          <NumberTile key={tile.line} campaignId={campaignId} tile={tile} />
        ))}
      </div>
      <BurnDownChart campaignId={campaignId} days={board.days} plan={board.plan} today={today} />
      <TownMap campaignId={campaignId} towns={board.towns} />
      <div className="halves">
        <BalanceBars campaignId={campaignId} added={board.added} removed={board.removed} />
        <MoneyBars campaignId={campaignId} money={board.money} />
      </div>
      <Suspense fallback={<Waiting what={say.drawing} />}>
        {board.paths.length === 0 ? null : <FlowChart campaignId={campaignId} paths={board.paths} />}
      </Suspense>
    </>
  );
}

function NumberTile({ campaignId, tile }: { readonly campaignId: string; readonly tile: Tile }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const title = say[`tile.${tile.line}`];
  return (
    <div className={`tile ${styles['tile']}`} role="listitem">
      <span>{title}</span>
      <CaseLink campaignId={campaignId} line={tile.line} label={`${title} ${tile.count}`}>
        <b>{tile.count}</b>
      </CaseLink>
      {tile.parts.length === 0 ? null : (
        <ul className={styles['parts']}>
          {tile.parts.map((part) => (
            <li key={part.line}>
              <CaseLink campaignId={campaignId} line={part.line}>
                {pick(part.title)} {part.count}
              </CaseLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
