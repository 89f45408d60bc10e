import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { Section } from '../../ui/page.tsx';
import { instant } from '../../words/format.ts';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { CellValue, type Proof } from './cell-value.tsx';
import { Source } from './evidence-pairs.tsx';
import styles from './lead.module.css';
import { evidenceWords } from './words-evidence.ts';

/** What the rule found, and every row behind it: file, sheet, row, batch, and all its columns. */
export function EvidenceRows({ proof }: { readonly proof: Proof }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const { evidence, found } = proof;
  if (evidence.length === 0 && found.length === 0) return null;
  return (
    <Section title={say.sources}>
      {found.length === 0 ? null : (
        <>
          <h3>{say.facts}</h3>
          <FactsList
            facts={found.map((cell) => ({ name: pick(cell.label), value: <CellValue cell={cell} /> }))}
          />
        </>
      )}
      <RowList rows={evidence.slice(0, shownAtOnce)} />
      {evidence.length <= shownAtOnce ? null : (
        <details>
          <summary>{say.moreRows(evidence.length - shownAtOnce)}</summary>
          <RowList rows={evidence.slice(shownAtOnce)} />
        </details>
      )}
      <FoundBy found={proof.foundBy} />
    </Section>
  );
}

const shownAtOnce = 8;

function RowList({ rows }: { readonly rows: Proof['evidence'] }): ReactNode {
  return (
    <div className={styles['rows']}>
      {rows.map((row, place) => (
        <EvidenceRow key={place} row={row} />
      ))}
    </div>
  );
}

function EvidenceRow({ row }: { readonly row: Proof['evidence'][number] }): ReactNode {
  const say = useWords(evidenceWords);
  const pick = usePick();
  const lang = useLang();
  const empty = row.empty.map((label) => label[lang]);
  return (
    <details>
      <summary>
        <b>{pick(row.title)}</b>{' '}
        <span className="soft">
          <Source row={row} />
        </span>
      </summary>
      <FactsList
        facts={row.cells.map((cell) => ({
          name: pick(cell.label),
          value: <CellValue cell={cell} />,
        }))}
      />
      {empty.length === 0 ? null : <p className="soft">{say.emptyColumns(empty.join(say.listComma))}</p>}
    </details>
  );
}

function FoundBy({ found }: { readonly found: Proof['foundBy'] }): ReactNode {
  const say = useWords(evidenceWords);
  const { may } = useSession();
  if (found === null) return null;
  const day = found.at === null ? '' : instant(found.at);
  return (
    <FactsList
      facts={[
        ...(found.asOf === null ? [] : [{ name: say.foundOn, value: say.foundAt(day, found.asOf) }]),
        ...(found.batches.length === 0
          ? []
          : [
              {
                name: say.batch,
                value: found.batches.map(({ id, title }) => (
                  <p key={id}>
                    {may('run.read') ? (
                      <Link to="/imports/$id" params={{ id }}>
                        {title}
                      </Link>
                    ) : (
                      title
                    )}
                  </p>
                )),
              },
            ]),
      ]}
    />
  );
}
