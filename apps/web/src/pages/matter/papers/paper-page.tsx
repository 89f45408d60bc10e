import { getRouteApi } from '@tanstack/react-router';
import { hidden } from '@yangguang/domain/people/masking';
import { type ReactNode, useState } from 'react';
import { type Got, useAsk } from '../../../api/use-api.tsx';
import { useSession } from '../../../session/session.tsx';
import { OnlyFor } from '../../../shell/only-for.tsx';
import { Asked } from '../../../ui/asked.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { RegionName } from '../../../ui/region-name.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { useLang, useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import { UnmaskDialog } from '../facts-section.tsx';
import { lineTitle } from '../line-words.ts';
import { useWorkflows, type Workflows } from '../use-workflows.ts';
import { type Paper, paperNames, paperOf, type PaperName, papersFor } from './paper.ts';
import styles from './paper.module.css';
import { words } from './words.ts';

const route = getRouteApi('/matters/$id/papers/$paper');

/** A paper of a matter, to be printed. */
export function PaperPage(): ReactNode {
  const { id, paper } = route.useParams();
  const query = useAsk('matter.get', { id });
  const workflows = useWorkflows();
  const name = paperNames.find((one) => one === paper);
  return (
    <OnlyFor may="matter.read">
      <Asked query={query}>
        {(matter) =>
          workflows === null ? <Waiting /> : <Preview matter={matter} workflows={workflows} name={name} />
        }
      </Asked>
    </OnlyFor>
  );
}

type Full = Got<'matter.unmask'>;

function Preview({
  matter,
  workflows,
  name,
}: {
  readonly matter: Matter;
  readonly workflows: Workflows;
  readonly name: PaperName | undefined;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const { may } = useSession();
  const [full, setFull] = useState<Full | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { members, decision } = useBehind(matter);
  const workflow = workflows[matter.workflow];
  const crumbs = [{ label: lineTitle(workflows, matter, lang), to: `/matters/${matter.id}` }];
  if (workflow === undefined || name === undefined || !papersFor(matter.workflow).includes(name))
    return (
      <Page title={say.preview} crumbs={crumbs}>
        <Empty why={say.noPaper} />
      </Page>
    );
  const facts = { ...matter.facts, ...full?.facts };
  const title = full?.title ?? matter.title;
  const isMasked = title.endsWith('*') || Object.values(facts).includes(hidden);
  const paper = paperOf(name, { matter, workflow, title, facts, lang, members, decision });
  return (
    <Page
      title={say.preview}
      crumbs={crumbs}
      actions={
        <>
          {isMasked && may('person.unmask') ? (
            <Button onClick={() => setAsking(true)}>{say.fill}</Button>
          ) : null}
          <Button kind="main" onClick={() => window.print()}>
            {say.print}
          </Button>
        </>
      }
    >
      {isMasked ? <p className="note warn no-print">{say.masked}</p> : null}
      <p className="hint no-print">{say.onlyHeld}</p>
      <PaperSheet paper={paper} region={matter.region} />
      {isAsking ? (
        <UnmaskDialog
          id={matter.id}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setAsking(false);
            setFull(shown);
          }}
        />
      ) : null}
    </Page>
  );
}

/** What a sheet for the board needs beside the matter: the decision it came from, and how many the family are. */
function useBehind(matter: Matter): {
  readonly members: number | null;
  readonly decision: Matter['facts'] | null;
} {
  const { may } = useSession();
  const isPublic = matter.workflow === 'publicNotice';
  const parent = useAsk(
    'matter.get',
    { id: matter.parentId ?? '' },
    { when: isPublic && matter.parentId !== null },
  );
  const home = useAsk(
    'household.get',
    { id: matter.householdId ?? '' },
    { when: isPublic && matter.householdId !== null && may('household.read') },
  );
  return { members: home.data?.members.length ?? null, decision: parent.data?.facts ?? null };
}

function PaperSheet({ paper, region }: { readonly paper: Paper; readonly region: string }): ReactNode {
  const say = useWords(words);
  return (
    <article className={`card ${styles['sheet'] ?? ''}`}>
      <p className={styles['place']}>
        <RegionName code={region.slice(0, 6)} /> <RegionName code={region.slice(0, 9)} />
      </p>
      <h2>{paper.title}</h2>
      {paper.no === null ? null : (
        <p className={styles['no']}>
          {say.no} {paper.no}
        </p>
      )}
      {paper.addressee === null ? null : <p>{say.to(paper.addressee)}</p>}
      {paper.rows.length === 0 ? null : (
        <table className="table">
          <tbody>
            {paper.rows.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {paper.paragraphs.map((text) => (
        <p key={text} className={styles['paragraph']}>
          {text}
        </p>
      ))}
      {paper.signatures.map((who) => (
        <p key={who} className={styles['sign']}>
          {say.signHere(who)} {say.blank}
        </p>
      ))}
      <p className={styles['seal']}>
        {say.seal}
        <br />
        {say.day}
      </p>
      {paper.notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </article>
  );
}
