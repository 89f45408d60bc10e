import type { evidence as evidenceContract } from '@yangguang/contract/evidence';
import type { matter as matterContract } from '@yangguang/contract/matter';
import type { message as messageContract } from '@yangguang/contract/message';
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
import { count as countMessages } from './message/count.ts';
import { list as listMessages } from './message/list.ts';
import { see } from './message/see.ts';

/** What is carried through a workflow, its documents, and what is told of it. */
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
  message: { list: listMessages, count: countMessages, see } satisfies Handlers<typeof messageContract>,
  evidence: { upload, register, list: listEvidence, download } satisfies Handlers<typeof evidenceContract>,
};
