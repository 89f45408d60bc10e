import { reasonAtLeast, type Verdict, verdicts, verdictWords } from '@yangguang/domain/identity/verdict';
import { type ReactNode, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { usePick, useWords } from '../../words/language.tsx';
import { JudgementTimeline } from '../identity/judgement-timeline.tsx';
import styles from './lead.module.css';
import { identityWords } from './words-identity.ts';

type Given = Got<'identity.list'>;
type Faces = NonNullable<Given['faces']>;

const keyOf: Readonly<Record<Verdict, string>> = { same: 's', not_same: 'd', unsure: 'u' };

/** What people judged of the two mentions, with who, when and why; and the buttons to judge them. */
export function IdentityJudge({ matterId }: { readonly matterId: string }): ReactNode {
  const say = useWords(identityWords);
  const query = useAsk('identity.list', { matterId });
  return (
    <div className={styles['given']}>
      <h3>{say.judged}</h3>
      <Asked query={query}>{(given) => <Judged matterId={matterId} given={given} />}</Asked>
    </div>
  );
}

function Judged({ matterId, given: { faces, items } }: { readonly matterId: string; readonly given: Given }) {
  const say = useWords(identityWords);
  const pick = usePick();
  const { may } = useSession();
  const [open, setOpen] = useState<Verdict | null>(null);
  const mayJudge = faces !== null && may('lead.triage');
  useKeys(
    mayJudge
      ? verdicts.map((one) => ({
          key: keyOf[one],
          title: say.judgeIs(pick(verdictWords[one])),
          run: () => setOpen(one),
        }))
      : [],
  );
  if (faces === null) return <p className="soft">{say.noFaces}</p>;
  return (
    <>
      <p className="hint">{say.judgedWhy}</p>
      {items.length === 0 ? <p className="soft">{say.noneYet}</p> : <JudgementTimeline items={items} />}
      {mayJudge ? (
        <div className="buttons no-print">
          {verdicts.map((one) => (
            <Button key={one} hotkey={keyOf[one].toUpperCase()} onClick={() => setOpen(one)}>
              {pick(verdictWords[one])}
            </Button>
          ))}
        </div>
      ) : null}
      {open === null ? null : (
        <JudgeDialog matterId={matterId} faces={faces} verdict={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

interface Draft {
  readonly why: string;
  /** Made once for this judgement: sending it again is not a second one. */
  readonly id: string;
}

function JudgeDialog({
  matterId,
  faces,
  verdict,
  onClose,
}: {
  readonly matterId: string;
  readonly faces: Faces;
  readonly verdict: Verdict;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(identityWords);
  const pick = usePick();
  const toast = useToast();
  const send = useSend('identity.judge', ['identity']);
  const [draft, setDraft, drop] = useDraft<Draft>(`identity.judge:${matterId}:${verdict}`, {
    why: '',
    id: newId(),
  });
  const [isTried, setTried] = useState(false);
  const why = draft.why.trim();
  const isMissing = [...why].length < reasonAtLeast;
  const record = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    try {
      await send.send({ id: draft.id, matterId, verdict, why });
    } catch {
      return; // Shown from the state of the request; the text stays.
    }
    drop();
    toast({ text: say.recorded });
    onClose();
  };
  return (
    <Dialog
      title={say.judgeIs(pick(verdictWords[verdict]))}
      onClose={onClose}
      footer={
        <Button kind="main" busy={send.isPending} onClick={() => void record()}>
          {say.record}
        </Button>
      }
    >
      <p className="hint">{say.judgedWhy}</p>
      <FacesTable faces={faces} />
      <AreaField
        label={say.why}
        hint={say.whyHint}
        required
        rows={3}
        maxLength={1000}
        value={draft.why}
        onChange={(text) => setDraft({ ...draft, why: text })}
        fault={isTried && isMissing ? say.whyMissing(reasonAtLeast) : null}
      />
      {send.error === null ? null : <Problem error={send.error} />}
    </Dialog>
  );
}

const faceFields = ['name', 'id', 'birthOn', 'town', 'village'] as const;

/** The two mentions field by field, as the caller may see them. */
function FacesTable({ faces }: { readonly faces: Faces }): ReactNode {
  const say = useWords(identityWords);
  const cell = (side: 'left' | 'right', field: (typeof faceFields)[number]): ReactNode =>
    faces[side][field] ?? <span className="soft">{say.notSaid}</span>;
  return (
    <DataTable
      caption={say.twoSides}
      columns={[
        { key: 'field', title: say.field, isRowHeader: true, cell: (field) => say[field] },
        { key: 'left', title: say.left, cell: (field) => cell('left', field) },
        { key: 'right', title: say.right, cell: (field) => cell('right', field) },
      ]}
      rows={faceFields}
      rowKey={(field) => field}
    />
  );
}
