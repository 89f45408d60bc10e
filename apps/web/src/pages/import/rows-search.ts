/** Which rows of a batch: of one sheet, of one kind. */
export interface RowsSearch {
  readonly sheet?: number;
  readonly kind?: 'setAside' | 'fault';
}
