import { system } from '@yangguang/contract/system';
import { handle } from '../../http/call.ts';

export const health = handle(system.health, () => Promise.resolve({ ok: true }));
