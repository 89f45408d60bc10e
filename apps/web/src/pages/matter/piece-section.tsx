import type { Workflow } from '@yangguang/domain/workflows/workflow';
import type { ReactNode } from 'react';
import type { Matter } from './fact-words.ts';
import type { Workflows } from './use-workflows.ts';

/** What only matters of one workflow need, above what all have. */
export function PieceSection(_props: {
  readonly matter: Matter;
  readonly workflows: Workflows;
  readonly workflow: Workflow;
}): ReactNode {
  return null;
}
