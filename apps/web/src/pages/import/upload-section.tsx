import { type DragEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Got, useForget, useSend } from '../../api/use-api.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Tag } from '../../ui/tag.tsx';
import { bytes, percent } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { chosenFiles, droppedFiles, type FoundFile } from './dropped-files.ts';
import { nameFiles } from './file-names.ts';
import style from './import.module.css';
import { SameFileNotes } from './same-file-notes.tsx';
import { sendFile } from './send-file.ts';
import { UploadQueue, type UploadItem } from './upload-queue.ts';
import { words } from './words.ts';
import { SectionTable } from './section-table.tsx';

type Batch = Got<'import.get'>;
type Item = UploadItem<File>;

/** Puts files into a batch that was not started, and starts reading them. */
export function UploadSection({ batch }: { readonly batch: Batch }): ReactNode {
  const say = useWords(words);
  const forget = useForget();
  const [items, setItems] = useState<readonly Item[]>([]);
  const [left, setLeft] = useState(0);
  const queue = useMemo(
    () =>
      new UploadQueue<File>(
        (fileName, file, onShare) => sendFile({ batchId: batch.id, fileName }, file, onShare),
        (now) => {
          setItems(now);
          if (now.every(({ state }) => state === 'done' || state === 'failed')) void forget(['import']);
        },
      ),
    [batch.id, forget],
  );
  const add = (found: readonly FoundFile[]): void => {
    const named = nameFiles(found);
    setLeft((before) => before + named.left.length);
    queue.add(named.files);
  };
  const shown = useRows(batch, items);
  return (
    <Section title={say.upload}>
      <div className="stack">
        <DropZone onFiles={add} />
        {left === 0 ? null : <p className="soft">{say.leftOut(left)}</p>}
        <SameFileNotes batch={batch} />
        {shown.length === 0 ? null : <Uploads rows={shown} batch={batch} queue={queue} />}
        <StartReading batch={batch} items={items} />
      </div>
    </Section>
  );
}

interface Row {
  readonly name: string;
  readonly bytes: number;
  /** Of a file that lies on the server. */
  readonly fileId: string | null;
  readonly item: Item | null;
}

/** What lies in the batch and what is on its way, by name. */
function useRows(batch: Batch, items: readonly Item[]): Row[] {
  const there = batch.files.filter(({ kind }) => kind === 'input');
  const names = new Set(there.map(({ name }) => name));
  return [
    ...items
      .filter(({ name, state }) => state !== 'done' || !names.has(name))
      .map((item) => ({ name: item.name, bytes: item.bytes, fileId: null, item })),
    ...there.map(({ id, name, bytes: size }) => ({ name, bytes: size, fileId: id, item: null })),
  ];
}

function DropZone({ onFiles }: { readonly onFiles: (found: readonly FoundFile[]) => void }): ReactNode {
  const say = useWords(words);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    <div
      className={isOver ? `${style['drop']} ${style['over']}` : style['drop']}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={style['dropTitle']}>{say.dropHere}</p>
      <p className="hint">{say.dropHint}</p>
      <div className="buttons">
        <PickButton kind="folder" onFiles={onFiles} />
        <PickButton kind="files" onFiles={onFiles} />
      </div>
    </div>
  );
}

/** A button that opens the browser's own choice of files, or of a folder. */
function PickButton({
  kind,
  onFiles,
}: {
  readonly kind: 'folder' | 'files';
  readonly onFiles: (found: readonly FoundFile[]) => void;
}): ReactNode {
  const say = useWords(words);
  const input = useRef<HTMLInputElement>(null);
  // React knows no property of this name.
  useEffect(() => {
    if (kind === 'folder') input.current?.setAttribute('webkitdirectory', '');
  }, [kind]);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        {kind === 'folder' ? say.chooseFolder : say.chooseFiles}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-kind={kind}
        onChange={(event) => {
          onFiles(chosenFiles(event.target.files));
          event.target.value = '';
        }}
      />
    </>
  );
}

function Uploads({
  rows,
  batch,
  queue,
}: {
  readonly rows: readonly Row[];
  readonly batch: Batch;
  readonly queue: UploadQueue<File>;
}): ReactNode {
  const say = useWords(words);
  const remove = useSend('import.remove', ['import']);
  const failed = rows.filter(({ item }) => item?.state === 'failed').length;
  const done = rows.filter(({ item }) => item === null).length;
  const columns: Column<Row>[] = [
    { key: 'name', title: say.fileName, isRowHeader: true, cell: ({ name }) => name },
    { key: 'size', title: say.size, align: 'right', isShort: true, cell: (row) => bytes(row.bytes) },
    { key: 'state', title: say.state, cell: ({ item }) => <ItemState item={item} /> },
    {
      key: 'drop',
      title: say.drop,
      isShort: true,
      cell: ({ name, fileId, item }) =>
        item?.state === 'sending' ? null : (
          <Button
            kind="quiet"
            aria-label={say.dropOf(name)}
            onClick={() =>
              fileId === null ? queue.drop(name) : remove.mutate({ batchId: batch.id, fileId })
            }
          >
            {say.drop}
          </Button>
        ),
    },
  ];
  return (
    <>
      <p role="status">
        {say.sent(done, rows.length)}{' '}
        {failed === 0 ? null : <Button onClick={() => queue.retry()}>{say.retryFailed(failed)}</Button>}
      </p>
      {remove.error === null ? null : <Problem error={remove.error} />}
      <SectionTable title={say.uploads} columns={columns} rows={rows} rowKey={({ name }) => name} />
    </>
  );
}

function ItemState({ item }: { readonly item: Item | null }): ReactNode {
  const say = useWords(words);
  if (item === null || item.state === 'done') return <Tag tone="good">{say.itemDone}</Tag>;
  if (item.state === 'waiting') return <Tag>{say.itemWaiting}</Tag>;
  if (item.state === 'sending') return <Tag tone="info">{say.itemSending(percent(item.share))}</Tag>;
  return (
    <div className="stack">
      <span>
        <Tag tone="bad">{say.itemFailed}</Tag>
      </span>
      <Problem error={item.error} />
    </div>
  );
}

function StartReading({
  batch,
  items,
}: {
  readonly batch: Batch;
  readonly items: readonly Item[];
}): ReactNode {
  const say = useWords(words);
  const start = useSend('import.start', ['import']);
  const [passwords, setPasswords] = useState('');
  const isUnderWay = items.some(({ state }) => state !== 'done');
  const why = isUnderWay ? say.startNeedsAll : batch.fileCount === 0 ? say.startNeedsFiles : null;
  const send = (): void =>
    start.mutate({
      id: batch.id,
      passwords: passwords
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    });
  return (
    <>
      <details>
        <summary>{say.passwords}</summary>
        <AreaField
          label={say.passwords}
          hint={say.passwordsHint}
          rows={3}
          value={passwords}
          onChange={setPasswords}
        />
      </details>
      {start.error === null ? null : <Problem error={start.error} />}
      <div className="buttons">
        <Button kind="main" busy={start.isPending} whyNot={why} onClick={send}>
          {say.startReading}
        </Button>
        <span className="soft">{say.startHint}</span>
      </div>
    </>
  );
}
