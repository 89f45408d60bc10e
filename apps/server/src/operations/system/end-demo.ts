import { system } from '@yangguang/contract/system';
import { demoIsElsewhere, noDemo, otherCounty } from '../../demo/demo-refusals.ts';
import { handle } from '../../http/call.ts';

/** The answer still leaves: the server lets requests under way end before it stops. */
export const endDemo = handle(system.endDemo, ({ countyName }, { demo, settings, note }) => {
  if (demo === undefined) throw noDemo();
  if (settings.DATABASE_URL !== undefined) throw demoIsElsewhere();
  if (countyName !== demo.countyName) throw otherCounty();
  note({ demo: 'ended' });
  demo.end();
  return Promise.resolve({ ok: true as const });
});
