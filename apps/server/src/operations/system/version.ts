import { system } from '@yangguang/contract/system';
import { handle } from '../../http/call.ts';

export const version = handle(system.version, (_input, office) =>
  Promise.resolve({
    program: office.version,
    policy: office.policy.version,
    policyHash: office.policy.hash,
    runtime: `Node.js ${process.version}`,
  }),
);
