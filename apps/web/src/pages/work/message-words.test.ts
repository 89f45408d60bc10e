import { workflows } from '@yangguang/domain/workflows/all';
import { expect, it } from 'vitest';
import { kindOfMessage, listOf, type Message, messageText } from './message-words.ts';
import { messageKinds } from './message-kinds.ts';

const message: Message = {
  ...{ id: 'a', kind: 'assigned', at: '2026-11-21T01:00:00Z', workflow: 'notice', matterKind: 'hearing' },
  ...{ region: '339901001001', matterId: 'm', count: 1, dueOn: '2026-12-01', by: null, isSeen: false },
  step: { zh: '交送达人', en: 'Give out for delivery' },
};

it('says what it is, which step and the day', () => {
  expect(messageText(workflows, message, 'zh')).toBe(
    '交给您办理：告知书（听取意见） · 交送达人 · 期限 2026-12-01',
  );
  const folded = {
    ...message,
    kind: 'handedOver' as const,
    matterId: null,
    count: 3,
    step: null,
    workflow: 'lead',
    matterKind: null,
  };
  expect(messageText(workflows, folded, 'en')).toBe(
    'Given to your office, in nobody’s hands yet: Lead · 3 matters · due 2026-12-01',
  );
});

it('every kind has words of its own, and what stands for several leads to their list', () => {
  const said = messageKinds.map((kind) => kindOfMessage(kind, 'zh'));
  expect(new Set(said).size).toBe(messageKinds.length);
  const folded = { ...message, region: '339901001', matterId: null, count: 2 };
  expect(listOf({ ...folded, kind: 'escalated' })).toEqual({
    workflow: 'notice',
    town: '339901001',
    show: 'escalated',
  });
  expect(listOf({ ...folded, kind: 'handedOver' })).toEqual({ workflow: 'notice', town: '339901001' });
});
