import { Refused } from '@yangguang/contract/wire';
import type { EvidenceKind } from '@yangguang/domain/workflows/evidence';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { useForget, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { percent } from '../../words/format.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { kindTitle, type Paper } from './documents.ts';
import styles from './matter.module.css';
import { fileNameFor, uploadEvidence } from './upload-evidence.ts';
import { formWords } from './words-form.ts';

interface Props {
  readonly id: string;
  readonly matterId: string;
  readonly kind: string;
  /** Documents of this kind that the matter has. */
  readonly papers: readonly Paper[];
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
  readonly fault: string | null;
}

/** One document a step needs: one that is here, a file, or the number of a paper kept in the office. */
export function EvidenceNeed(props: Props): ReactNode {
  const { id, kind, papers, chosen, onChosen, fault } = props;
  const say = useWords(formWords);
  const title = kindTitle(kind, useLang());
  const [way, setWay] = useState(papers.length > 0 ? 'choose' : 'upload');
  const [added, setAdded] = useState<string | null>(null);
  const take = (document: string, name: string): void => {
    setAdded(name);
    onChosen(document);
  };
  if (chosen !== '' && (added !== null || !papers.some((paper) => paper.id === chosen)))
    return (
      <div className={styles['need']} id={id} tabIndex={-1}>
        <b>{title}</b> {say.attached(added ?? title)}{' '}
        <Button
          kind="quiet"
          onClick={() => {
            setAdded(null);
            onChosen('');
          }}
        >
          {say.replace}
        </Button>
      </div>
    );
  const ways = [
    ...(papers.length > 0 ? [{ value: 'choose', label: say.chooseDocument }] : []),
    { value: 'upload', label: say.uploadFile },
    { value: 'register', label: say.registerPaper },
  ];
  return (
    <div className={styles['need']}>
      <ChoiceField
        id={id}
        label={title}
        required
        value={way}
        onChange={setWay}
        choices={ways}
        fault={fault}
      />
      {way === 'choose' ? <ChooseOne {...props} title={title} /> : null}
      {way === 'upload' ? <UploadOne {...props} title={title} onAdded={take} /> : null}
      {way === 'register' ? <RegisterOne {...props} title={title} onAdded={take} /> : null}
    </div>
  );
}

type Way = Pick<Props, 'matterId' | 'kind'> & {
  readonly title: string;
  readonly onAdded: (id: string, title: string) => void;
};

function ChooseOne({ papers, chosen, onChosen, title }: Props & { readonly title: string }): ReactNode {
  const say = useWords(formWords);
  const choices = papers.map((paper) => ({
    value: paper.id,
    label: [
      paper.title ?? title,
      paper.fileName,
      paper.paperNo === null ? null : say.paperNumber(paper.paperNo),
    ]
      .filter((part) => part !== null)
      .join(' · '),
  }));
  return <SelectField label={say.chooseDocument} value={chosen} onChange={onChosen} choices={choices} />;
}

function UploadOne({ matterId, kind, title, onAdded }: Way): ReactNode {
  const say = useWords(formWords);
  const forget = useForget();
  const [name, setName] = useState(() => kindTitle(kind, 'zh'));
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState<{ file: File; stepId: string } | null>(null);
  const send = async (file: File, stepId: string): Promise<void> => {
    setError(null);
    setShare(0);
    setSending({ file, stepId });
    const upload = { matterId, stepId, kind, title: name.trim() || title, fileName: fileNameFor(file.name) };
    try {
      onAdded(await uploadEvidence(upload, file, setShare), upload.title);
      await forget(['evidence', 'matter']);
    } catch (caught) {
      setError(caught);
      // A session that has ended is asked for again as soon as something else is asked.
      if (caught instanceof Refused && caught.code === 'API-102') await forget(['matter']);
    } finally {
      setShare(null);
    }
  };
  return (
    <>
      <TextField
        label={say.documentTitle}
        value={name}
        onChange={setName}
        maxLength={120}
        autoComplete="off"
      />
      <label className="field">
        {say.file}
        <input
          type="file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void send(file, newId());
          }}
        />
      </label>
      {share === null ? null : (
        <p role="status">
          <progress className="progress" value={share} max={1} aria-label={say.uploading(percent(share))} />{' '}
          {say.uploading(percent(share))}
        </p>
      )}
      {error === null ? null : (
        <Problem
          error={error}
          onRetry={sending === null ? undefined : () => void send(sending.file, sending.stepId)}
        />
      )}
    </>
  );
}

function RegisterOne({ matterId, kind, title, onAdded }: Way): ReactNode {
  const say = useWords(formWords);
  const [name, setName] = useState(() => kindTitle(kind, 'zh'));
  const [paperNo, setPaperNo] = useState('');
  const [stepId, setStepId] = useState(newId);
  const register = useSend('evidence.register', ['evidence', 'matter']);
  const send = async (): Promise<void> => {
    const titled = name.trim() || title;
    try {
      const added = await register.send({
        ...{ matterId, stepId, title: titled, paperNo: paperNo.trim() },
        kind: kind as EvidenceKind,
      });
      setStepId(newId());
      onAdded(added.id, titled);
    } catch {
      // Shown below from the state of the request.
    }
  };
  return (
    <>
      <TextField
        label={say.documentTitle}
        value={name}
        onChange={setName}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label={say.paperNo}
        value={paperNo}
        onChange={setPaperNo}
        maxLength={60}
        autoComplete="off"
      />
      <Button
        busy={register.isPending}
        whyNot={paperNo.trim() === '' ? say.missing(say.paperNo) : null}
        onClick={() => void send()}
      >
        {say.register}
      </Button>
      {register.error === null ? null : <Problem error={register.error} onRetry={() => void send()} />}
    </>
  );
}
