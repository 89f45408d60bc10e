import { isBlank, plainText } from './plain-text.ts';

export type PlateKind = 'fuel' | 'new_energy' | 'trailer' | 'learner' | 'tractor' | 'other' | 'missing';

export interface Plate {
  kind: PlateKind;
  /** Province character, letter and serial without dot or blank; null if missing. */
  plate: string | null;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const FUEL = new RegExp(`^[${PROVINCES}][A-Z][A-HJ-NP-Z0-9]{5}$`, 'u');
const NEW_ENERGY = new RegExp(`^[${PROVINCES}][A-Z](?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`, 'u');
const MARKED = new RegExp(`^[${PROVINCES}][A-Z][A-HJ-NP-Z0-9]{4}([挂学警试超])$`, 'u');
const TRACTOR = new RegExp(`^[${PROVINCES}]\\d{2}[A-Z0-9]{5,6}$`, 'u');

function kindOf(plate: string): PlateKind {
  if (FUEL.test(plate)) return 'fuel';
  if (NEW_ENERGY.test(plate)) return 'new_energy';
  if (TRACTOR.test(plate)) return 'tractor';
  const mark = MARKED.exec(plate)?.[1];
  return mark === '挂' ? 'trailer' : mark === '学' ? 'learner' : 'other';
}

/** Reads a vehicle plate: 鲁Q·12345, 鲁 q12345, 鲁QD12345 (new energy), 鲁13-12345 (tractor). */
export function normalisePlate(raw: string | null): Plate {
  if (raw === null || isBlank(raw)) return { kind: 'missing', plate: null };
  const plate = plainText(raw)
    .replace(/[\s·•.\-_'"]/gu, '')
    .toUpperCase();
  return { kind: kindOf(plate), plate };
}
