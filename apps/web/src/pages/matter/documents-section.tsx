import { evidenceKinds } from '@yangguang/domain/workflows/evidence';
import { type ReactNode, useState } from 'react';
import { useApi, useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { saveDownload } from '../../ui/save-download.ts';
import { bytes, dayOf } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { isKindTitle, kindTitle, type Paper, papersOf } from './documents.ts';
import { EvidenceNeed } from './evidence-need.tsx';
import type { Matter } from './fact-words.ts';
import styles from './matter.module.css';
import { words } from './words.ts';

/** Documents of the matter: files to download, papers with their number. */
export function DocumentsSection({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const isReader = may('evidence.read');
  const listed = useAsk('evidence.list', { matterId: matter.id }, { when: isReader });
  const [isAdding, setAdding] = useState(false);
  const papers = papersOf(matter, isReader ? (listed.data?.items ?? null) : null);
  return (
    <Section
      title={say.documents}
      actions={
        may('evidence.add') ? (
          <Button kind="quiet" onClick={() => setAdding(true)}>
            {say.addDocument}
          </Button>
        ) : undefined
      }
    >
      {listed.error === null ? null : <Problem error={listed.error} onRetry={() => void listed.refetch()} />}
      {isReader ? null : <p className="hint">{say.notReader}</p>}
      {papers.length === 0 ? <p className="soft">{say.noDocuments}</p> : null}
      <ul className={styles['papers']}>
        {papers.map((paper) => (
          <PaperLine key={paper.id} paper={paper} />
        ))}
      </ul>
      {isAdding ? <AddDialog matterId={matter.id} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function PaperLine({ paper }: { readonly paper: Paper }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const api = useApi();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const kind = kindTitle(paper.kind, lang);
  const fetchFile = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await saveDownload(await api.evidence.download({ id: paper.id }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <b>{kind}</b> {paper.title === null || isKindTitle(paper.kind, paper.title) ? null : paper.title}{' '}
      <small className="soft">
        {paper.paperNo === null ? null : `${say.paper(paper.paperNo)} `}
        {paper.bytes === null ? null : `${bytes(paper.bytes)} `}
        {paper.addedBy} {paper.addedAt === null ? null : dayOf(paper.addedAt)}
      </small>{' '}
      {paper.fileName === null ? null : (
        <Button
          kind="quiet"
          busy={isBusy}
          onClick={() => void fetchFile()}
          aria-label={`${say.download} ${paper.title ?? kind}`}
        >
          {say.download}
        </Button>
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void fetchFile()} />}
    </li>
  );
}

/** A document outside of any step; the step that needs it finds it there. */
function AddDialog({
  matterId,
  onClose,
}: {
  readonly matterId: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const [kind, setKind] = useState('');
  const choices = Object.entries(evidenceKinds).map(([value, title]) => ({ value, label: title[lang] }));
  return (
    <Dialog title={say.addDocument} onClose={onClose}>
      <SelectField label={say.documentKind} required value={kind} onChange={setKind} choices={choices} />
      {kind === '' ? null : (
        <EvidenceNeed
          key={kind}
          id="add-document"
          matterId={matterId}
          kind={kind}
          papers={[]}
          chosen=""
          onChosen={onClose}
          fault={null}
        />
      )}
    </Dialog>
  );
}
