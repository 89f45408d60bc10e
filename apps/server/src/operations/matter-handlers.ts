import type { evidence as evidenceContract } from '@yangguang/contract/evidence';
import type { matter as matterContract } from '@yangguang/contract/matter';
import type { Handlers } from '../http/call.ts';
import { download } from './evidence/download.ts';
import { list as listEvidence } from './evidence/list.ts';
import { register } from './evidence/register.ts';
import { upload } from './evidence/upload.ts';
import { act } from './matter/act.ts';
import { assign } from './matter/assign.ts';
import { bulkAct } from './matter/bulk-act.ts';
import { bulkPreview } from './matter/bulk-preview.ts';
import { count } from './matter/count.ts';
import { get } from './matter/get.ts';
import { giveBack } from './matter/give-back.ts';
import { link } from './matter/link.ts';
import { list } from './matter/list.ts';
import { note } from './matter/note.ts';
import { open } from './matter/open.ts';
import { unmask } from './matter/unmask.ts';

/** What is carried through a workflow, and its documents. */
export const matterHandlers = {
  matter: {
    list,
    count,
    get,
    unmask,
    open,
    act,
    bulkPreview,
    bulkAct,
    assign,
    giveBack,
    note,
    link,
  } satisfies Handlers<typeof matterContract>,
  evidence: { upload, register, list: listEvidence, download } satisfies Handlers<typeof evidenceContract>,
};
