import { maskAddress, maskName } from '@yangguang/domain/people/masking';
import { maskId } from '@yangguang/domain/words/id-number';
import { maskAccount, maskPhone, maskText } from '../outputs/mask-values.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { SourceColumn } from './source.ts';

/** What a column of a sheet holds, as far as masking asks. */
export const cellKinds = ['id', 'name', 'phone', 'account', 'address', 'text'] as const;
export type CellKind = (typeof cellKinds)[number];

/** By what the column was read as; of one that was not used, by what its cells look like. */
export function cellKindOf(column: SourceColumn | undefined, profile: ColumnProfile | undefined): CellKind {
  if (column === undefined) return kindByContent(profile);
  const { type, name } = column;
  if (type === 'id' || type === 'name' || type === 'phone' || type === 'account') return type;
  return type === 'place' || name === 'address' ? 'address' : 'text';
}

function kindByContent(profile: ColumnProfile | undefined): CellKind {
  if (profile === undefined) return 'text';
  if (profile.id + profile.glued >= 0.3) return 'id';
  if (profile.phone >= 0.3) return 'phone';
  if (profile.account >= 0.3) return 'account';
  return profile.name >= 0.4 ? 'name' : 'text';
}

/** A cell as everybody with a right to the list may see it: numbers of people in part, names by their first character. */
export function maskCell(kind: CellKind, text: string): string {
  if (kind === 'name') return maskName(text);
  if (kind === 'phone') return maskPhone(text);
  if (kind === 'account') return maskAccount(text);
  if (kind === 'address') return maskText(maskAddress(text));
  return kind === 'id' && /^[0-9A-Za-z*]{1,20}$/.test(text) ? maskId(text) : maskText(text);
}
