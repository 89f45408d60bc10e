import type { Office } from '../http/call.ts';
import type { DemoState } from './demo-state.ts';

/** The made-up county, under a real city's digits. */
export const demoCounty = { code: '371399', name: '沂青县' } as const;

/** What filling the demo takes. */
export interface DemoShow {
  readonly office: Office;
  readonly state: DemoState;
  /** Origin of the server. */
  readonly address: string;
  /** The county's files. */
  readonly files: string;
  readonly say: (zh: string, en: string) => void;
  readonly signal: AbortSignal;
}
