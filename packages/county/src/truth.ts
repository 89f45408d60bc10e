/** Who or what a planted case or decoy is about. Numbers are the true ones unless the note says otherwise. */
export interface Subject {
  readonly kind: 'person' | 'household' | 'village' | 'town' | 'account' | 'phone' | 'unit' | 'official';
  readonly idNumber?: string;
  readonly householdHeadId?: string;
  readonly subjectName?: string;
  readonly town?: string;
  readonly village?: string;
  /** Other numbers under which the same finding may fairly be reported. */
  readonly anyOf?: readonly string[];
}

export interface Planted extends Subject {
  readonly rule: string;
  readonly note: string;
  /** How the number was damaged in the file that gives the case away. */
  readonly damage?: string;
}

export interface Decoy extends Subject {
  readonly rule: string;
  readonly why: string;
}

/** What was planted in a made-up county, and what must stay silent (no lead of severity `suspect` or above). */
export interface Truth {
  readonly seed: number;
  readonly households: number;
  readonly asOf: string;
  readonly region: string;
  readonly regionName: string;
  readonly planted: Planted[];
  readonly decoys: Decoy[];
  readonly counts: Record<string, number>;
}

/** The rules a county plants cases for. */
export const PLANTED_RULES: readonly string[] = [
  'IDQ-01 IDQ-02 IDQ-03 IDQ-04 IDQ-08 IDQ-10',
  'INC-01 INC-02 INC-04 INC-05 INC-06 INC-07 INC-08 INC-09 INC-10 INC-14 INC-18 INC-20 INC-24 INC-25',
  'OMI-01 OMI-02 OMI-03 OMI-04 OMI-05 OMI-06 OMI-07 OMI-08 OMI-11 OMI-12',
  'KIN-01 KIN-05 HHS-01 HHS-02 HHS-05 HHS-06 HHS-08',
  'PAY-01 PAY-02 PAY-03 PAY-04 PAY-05 PAY-06 PAY-07 PAY-09 PAY-10 PAY-14',
  'PXY-02 PXY-03 PXY-04 STD-01 STD-02',
].flatMap((line) => line.split(' '));
