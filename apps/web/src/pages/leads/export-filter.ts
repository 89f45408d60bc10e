/** The filter of the queue as an export takes it: the queue leaves out what has ended unless it is asked for. */
export function exportFilter(filter: readonly string[]): string[] {
  return filter.includes('ended:yes') ? [...filter] : [...filter, 'ended:no'].slice(0, 20);
}
