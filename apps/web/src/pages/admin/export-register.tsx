import type { ReactNode } from 'react';
import { type Got, usePages } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag } from '../../ui/tag.tsx';
import { dayOf, instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { keepWords } from './words-keep.ts';

type Row = Got<'export.list'>['items'][number];

/** Lists that left the system. */
export function ExportRegister(): ReactNode {
  const say = useWords(keepWords);
  const { may } = useSession();
  const pages = usePages('export.list', { limit: 100 }, { when: may('export.register') });
  return (
    <OnlyFor may="export.register">
      <Page title={say.exports} lead={say.exportsLead}>
        <section className="card">
          <PagedTable
            pages={pages}
            caption={say.exports}
            hidesCaption
            rowKey={(row) => row.id}
            empty={<Empty why={say.noExports} />}
            columns={[
              { key: 'madeAt', title: say.madeAt, isShort: true, cell: ({ madeAt }) => instant(madeAt) },
              { key: 'by', title: say.by, isRowHeader: true, cell: ({ by }) => by.name },
              { key: 'area', title: say.area, cell: ({ area }) => <RegionName code={area} /> },
              { key: 'what', title: say.what, cell: (row) => <What what={row.what} /> },
              { key: 'purpose', title: say.purpose, cell: ({ purpose }) => purpose },
              { key: 'rows', title: say.rows, align: 'right', cell: ({ rows }) => rows },
              { key: 'people', title: say.people, align: 'right', cell: ({ people }) => people },
              { key: 'watermark', title: say.watermark, cell: ({ watermark }) => <code>{watermark}</code> },
              {
                key: 'expires',
                title: say.expiresAt,
                isShort: true,
                cell: ({ expiresAt, isExpired }) =>
                  isExpired ? <Tag tone="warn">{say.expired}</Tag> : dayOf(expiresAt),
              },
            ]}
          />
        </section>
      </Page>
    </OnlyFor>
  );
}

function What({ what }: { readonly what: Row['what'] }): ReactNode {
  const say = useWords(keepWords);
  const kind = what['what'];
  return (
    <>
      {kind === 'leads' || kind === 'ledger' || kind === 'matters' ? say[kind] : null}{' '}
      {what['numbers'] === 'full' ? <Tag tone="warn">{say.full}</Tag> : <Tag>{say.masked}</Tag>}
    </>
  );
}
