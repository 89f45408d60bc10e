import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/language.tsx';
import styles from './leads.module.css';
import { type QueueSearch, valuesOf } from './queue-search.ts';
import { countChosen, everything, nothing, type Selection } from './selection.ts';
import { words } from './words.ts';

const DispatchDialog = lazy(async () => ({
  default: (await import('./dispatch-dialog.tsx')).DispatchDialog,
}));
const StepDialog = lazy(async () => ({ default: (await import('./step-dialog.tsx')).StepDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));

interface Props {
  readonly search: QueueSearch;
  readonly selection: Selection;
  /** Leads of the filter; null while they are counted. */
  readonly total: number | null;
  readonly isMore: boolean;
  readonly onSelect: (selection: Selection) => void;
  readonly onChange: (search: QueueSearch) => void;
}

/** How many there are and how they stand; what is chosen, and what can be done with it. */
export function BulkBar(props: Props): ReactNode {
  const { search, selection, total, onSelect } = props;
  const say = useWords(words);
  const { may } = useSession();
  const toast = useToast();
  const [dialog, setDialog] = useState<'dispatch' | 'step' | 'export' | null>(null);
  const count = countChosen(selection, total ?? 0);
  const whyNot = count === 0 ? say.bulkNone : null;
  useKeys([
    ...(may('lead.dispatch')
      ? [
          {
            key: 'd',
            title: say.keyDispatch,
            run: () => (count > 0 ? setDialog('dispatch') : toast({ text: say.bulkNone })),
          },
        ]
      : []),
    { key: 'c', title: say.keyClear, run: () => onSelect(nothing) },
  ]);
  const shared = { search, selection, total: total ?? 0, onClose: () => setDialog(null) };
  return (
    <div className={styles['bar']}>
      <QueueHead {...props} />
      <div className={styles['bulk']} role="group" aria-label={say.bulk}>
        <Chosen {...props} count={count} />
        {may('lead.dispatch') ? (
          <Button kind="main" hotkey="D" whyNot={whyNot} onClick={() => setDialog('dispatch')}>
            {say.dispatchChosen}
          </Button>
        ) : null}
        {may('matter.act') ? (
          <Button
            whyNot={may('lead.dispatch') || whyNot === null ? hidden(whyNot) : whyNot}
            onClick={() => setDialog('step')}
          >
            {say.stepChosen}
          </Button>
        ) : null}
        {may('export.make') ? <Button onClick={() => setDialog('export')}>{say.exportAll}</Button> : null}
      </div>
      <Suspense fallback={null}>
        {dialog === 'dispatch' ? <DispatchDialog {...shared} onDone={() => onSelect(nothing)} /> : null}
        {dialog === 'step' ? <StepDialog {...shared} onDone={() => onSelect(nothing)} /> : null}
        {dialog === 'export' ? <ExportDialog {...shared} /> : null}
      </Suspense>
    </div>
  );
}

/** The reason stands beside the first button already: said twice in a row it only takes room. */
function hidden(whyNot: string | null): string | null {
  return whyNot === null ? null : '';
}

function Chosen({
  selection,
  total,
  isMore,
  count,
  onSelect,
}: Props & { readonly count: number }): ReactNode {
  const say = useWords(words);
  const all = isMore ? say.moreThan(total ?? 0) : String(total ?? 0);
  return (
    <span role="status" className={styles['chosenCount']}>
      {count === 0 ? null : (
        <b>{selection.kind === 'all' ? say.bulkAllChosen(count) : say.bulkChosen(count)}</b>
      )}
      {selection.kind === 'some' && count > 0 && total !== null && count < total ? (
        <button type="button" className="link" onClick={() => onSelect(everything)}>
          {say.bulkAll(all)}
        </button>
      ) : null}
      {count === 0 ? null : (
        <button type="button" className="link" onClick={() => onSelect(nothing)}>
          {say.bulkDrop}
        </button>
      )}
    </span>
  );
}

/** How many households or leads there are, how they are grouped and in which order they stand. */
function QueueHead({ search, onChange, total, isMore }: Props): ReactNode {
  const say = useWords(words);
  const by = search.by ?? 'household';
  const filter = [...(search.filter ?? [])];
  const homes = useAsk(
    'lead.outline',
    { filter, order: 'due', by: 'household' },
    { when: by === 'household' },
  );
  const said = (n: number, more: boolean): string => (more ? say.moreThan(n) : String(n));
  const isEnded = valuesOf(search.filter, 'ended').length > 0;
  const { order: _, by: __, ...rest } = search;
  return (
    <div className={styles['head']}>
      <p role="status">
        <b>
          {total === null
            ? say.counting
            : by === 'household' && homes.data !== undefined
              ? say.foundHomes(said(homes.data.total, homes.data.isMore), said(total, isMore))
              : say.foundLeads(said(total, isMore))}
        </b>
      </p>
      <fieldset className={styles['switch']}>
        <legend className="hidden">{say.grouping}</legend>
        {(['household', 'lead'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="grouping"
              checked={by === one}
              onChange={() => onChange(one === 'lead' ? { ...rest, by: 'lead' } : rest)}
            />
            <span>{one === 'lead' ? say.byLead : say.byHome}</span>
          </label>
        ))}
      </fieldset>
      {by === 'household' || isEnded ? (
        <span className="soft">{isEnded ? say.orderEnded : say.orderDue}</span>
      ) : (
        <label className={styles['inline']}>
          <span className="soft">{say.order}</span>
          <select
            value={search.order ?? 'due'}
            onChange={({ target: { value } }) =>
              onChange({
                ...rest,
                by: 'lead',
                ...(value === 'newest' || value === 'amount' ? { order: value } : {}),
              })
            }
          >
            <option value="due">{say.orderDue}</option>
            <option value="newest">{say.orderNewest}</option>
            <option value="amount">{say.orderAmount}</option>
          </select>
        </label>
      )}
    </div>
  );
}
