import { system } from '@yangguang/contract/system';
import { handle } from '../../http/call.ts';

export const about = handle(system.about, (_input, { singleSignOn }) =>
  Promise.resolve({
    name: { zh: '阳光救助', en: 'Yangguang' },
    hasSingleSignOn: singleSignOn !== undefined,
  }),
);
