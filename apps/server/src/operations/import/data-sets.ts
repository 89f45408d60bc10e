import { importing } from '@yangguang/contract/import';
import { handle } from '../../http/call.ts';

export const dataSets = handle(importing.dataSets, (_input, { policy }) =>
  Promise.resolve({
    dataSets: policy.dataSets().map((source) => ({
      table: source.table,
      id: source.id,
      title: { zh: source.zh, en: source.en },
      department: source.department,
      columns: source.columns.map(({ name, zh, en, type, slot }) => ({
        name,
        title: { zh, en },
        type,
        isTelling: source.needs.includes(name),
        isPerson: slot !== null,
      })),
    })),
  }),
);
