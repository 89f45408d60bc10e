import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { SealTag } from './seal-tag.tsx';
import { sampleWords } from './words.ts';

/** Samples of one's area. */
export function SampleList(): ReactNode {
  const say = useWords(sampleWords);
  const { may } = useSession();
  return (
    <OnlyFor may="sample.read">
      <Page
        title={say.title}
        lead={say.lead}
        actions={may('sample.draw') ? <ButtonLink to="/samples/new">{say.draw}</ButtonLink> : undefined}
      >
        <section className="card">
          <SampleTable />
        </section>
      </Page>
    </OnlyFor>
  );
}

/** All samples, or those of one inspection. */
export function SampleTable({ matterId }: { readonly matterId?: string }): ReactNode {
  const say = useWords(sampleWords);
  const pages = usePages('sample.list', { limit: 50, ...(matterId === undefined ? {} : { matterId }) });
  return (
    <PagedTable
      pages={pages}
      caption={say.title}
      hidesCaption
      rowKey={(row) => row.id}
      empty={<Empty why={say.none} />}
      columns={[
        {
          key: 'number',
          title: say.number,
          isRowHeader: true,
          isShort: true,
          cell: ({ id }) => (
            <Link to="/samples/$id" params={{ id }}>
              {id.slice(0, 8)}
            </Link>
          ),
        },
        { key: 'region', title: say.region, cell: ({ region }) => <RegionName code={region} /> },
        { key: 'state', title: say.state, cell: (row) => <SealTag sample={row} /> },
        {
          key: 'size',
          title: say.size,
          cell: ({ drawnHouseholds, drawnPersons }) => say.sizeOf(drawnHouseholds, drawnPersons),
        },
        { key: 'drawnAt', title: say.drawnAt, isShort: true, cell: ({ drawnAt }) => instant(drawnAt) },
        {
          key: 'opened',
          title: say.openedAt,
          cell: ({ openedAt, openedPlace }) =>
            openedAt === null ? null : `${instant(openedAt)} ${openedPlace ?? ''}`,
        },
      ]}
    />
  );
}
