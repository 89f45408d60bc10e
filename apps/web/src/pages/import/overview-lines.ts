import type { Got } from '../../api/use-api.tsx';

type Quality = Got<'import.quality'>;
type Coverage = Got<'import.coverage'>;

/** Rows read = taken + set aside + structure. */
export function doesAddUp(
  counts: Pick<Quality['total'], 'rowsIn' | 'rowsTaken' | 'rowsSetAside' | 'rowsStructure'>,
): boolean {
  return counts.rowsIn === counts.rowsTaken + counts.rowsSetAside + counts.rowsStructure;
}

/** Faults of all data sets in one list, the most cells first. */
export function faultLines(byDataSet: Quality['byDataSet']) {
  return byDataSet
    .flatMap(({ table, title: dataSet, byFault }) =>
      byFault.map((one) => ({ key: `${table ?? ''} ${one.column} ${one.code}`, dataSet, ...one })),
    )
    .sort((a, b) => b.cells - a.cells);
}

/** A share as people read small ones: 0.0004 is not nothing. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1%';
  return `${(share * 100).toFixed(1)}%`;
}

/** Missing data sets that rules wait for: those first that would enable most by themselves. */
export function waitedFor(dataSets: Coverage['dataSets']): Coverage['dataSets'] {
  return dataSets
    .filter(({ batches, enables, partly }) => batches === 0 && enables.length + partly.length > 0)
    .sort((a, b) => b.enables.length - a.enables.length || b.partly.length - a.partly.length);
}
