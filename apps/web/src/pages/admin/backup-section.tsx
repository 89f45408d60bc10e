import { type ReactNode, useState } from 'react';
import { type Got, useAsk, useSend } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { instant } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import styles from './admin.module.css';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { systemWords } from './words-system.ts';
import { useTableName } from '../../ui/use-table-name.ts';

type Backups = Got<'system.backups'>;

/** The newest backups, and how to make the next one. */
export function BackupSection(): ReactNode {
  const say = useWords(systemWords);
  const { may } = useSession();
  const asked = useAsk('system.backups', {}, { everyMs: 5000 });
  const [isAsking, setAsking] = useState(false);
  const whyNot = may('system.operate') ? backUpHindrance(asked.data, say) : say.backUpNotYours;
  return (
    <Section
      title={say.backups}
      actions={
        <Button whyNot={whyNot} onClick={() => setAsking(true)}>
          {say.backUp}
        </Button>
      }
    >
      <Asked query={asked}>{(backups) => <Content backups={backups} />}</Asked>
      {isAsking ? <BackUpDialog folder={asked.data?.folder ?? ''} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

/** Why a backup cannot be started now, or null. */
function backUpHindrance(
  backups: Backups | undefined,
  say: { readonly backUpRunning: string; readonly backUpNotSet: string },
): string | null {
  if (backups?.isRunning === true) return say.backUpRunning;
  return backups?.folder === null ? say.backUpNotSet : null;
}

function Content({ backups }: { readonly backups: Backups }): ReactNode {
  const say = useWords(systemWords);
  const listOf = useTableName();
  return (
    <div className="stack">
      <DataTable
        caption={listOf(say.backups)}
        hidesCaption
        rows={backups.items}
        rowKey={({ at, folder }) => `${at} ${folder}`}
        empty={<Empty why={say.noBackups} />}
        columns={[
          { key: 'at', title: say.at, isShort: true, isRowHeader: true, cell: ({ at }) => instant(at) },
          { key: 'folder', title: say.folder, cell: ({ folder }) => <code>{folder}</code> },
          {
            key: 'content',
            title: say.content,
            cell: ({ tables, rows, files }) => say.contentOf(tables, rows, files),
          },
          { key: 'checked', title: say.checked, cell: (row) => <Marks backup={row} /> },
          {
            key: 'chain',
            title: say.chainEnd,
            cell: ({ chainSeq, chainHash }) => (
              <>
                {chainSeq} <code className={styles['hash']}>{chainHash.slice(0, 16)}</code>
              </>
            ),
          },
        ]}
      />
      <p>
        <b>{say.command}</b>
        <code className={styles['command']}>{backups.command}</code>
      </p>
      <p className="note warn">{say.keysApart}</p>
      <p className="hint">{say.drill}</p>
    </div>
  );
}

function Marks({ backup }: { readonly backup: Backups['items'][number] }): ReactNode {
  const say = useWords(systemWords);
  return (
    <span className={styles['tags']}>
      {backup.isChecked ? <Tag tone="good">{say.isChecked}</Tag> : null}
      {backup.missingFiles > 0 ? <Tag tone="bad">{say.missing(backup.missingFiles)}</Tag> : null}
      {backup.isEncrypted ? null : <Tag tone="warn">{say.notEncrypted}</Tag>}
    </span>
  );
}

function BackUpDialog({
  folder,
  onClose,
}: {
  readonly folder: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords(systemWords);
  const toast = useToast();
  const backUp = useSend('system.backUp', ['system', 'job']);
  return (
    <ConfirmDialog
      title={say.backUp}
      consequence={say.backUpWhy(folder)}
      verb={say.backUp}
      act={async () => {
        await backUp.send({});
        toast({ text: say.backUpRunning });
      }}
      onClose={onClose}
    />
  );
}
