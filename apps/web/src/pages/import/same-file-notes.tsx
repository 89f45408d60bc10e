import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Got } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { words } from './words.ts';

type Batch = Got<'import.get'>;

/** Files that were imported before: when and in which batch, and the offer to take its place. */
export function SameFileNotes({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(words);
  const { may } = useSession();
  const [replaced, setReplaced] = useState<string | null>(null);
  const same = batch.files.flatMap(({ name, sameAs }) => sameAs.map((one) => ({ file: name, ...one })));
  return (
    <>
      {same.map((one) => (
        <div key={`${one.file} ${one.batchId}`} className="note warn">
          <p>{say.pair(one.file, say.sameFile(dayOf(one.addedAt), one.title))}</p>
          <p className="buttons">
            <Link to="/imports/$id" params={{ id: one.batchId }}>
              {say.seeBatch}
            </Link>
            {batch.state === 'done' && one.state === 'done' && may('run.start') ? (
              <Button onClick={() => setReplaced(one.batchId)}>{say.replace}</Button>
            ) : null}
            {batch.state === 'open' ? <span className="soft">{say.replaceLater}</span> : null}
          </p>
        </div>
      ))}
      {replaced === null ? null : (
        <RevokeDialog id={replaced} replacedBy={batch.id} onClose={() => setReplaced(null)} />
      )}
    </>
  );
}
