import { afterAll, beforeAll, expect, it } from 'vitest';
import { castOf } from './test-cast.ts';
import { city, county, openStory, type Story } from './test-story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory('2022-06-01');
});
afterAll(() => story.close());

it('sealed referral: the liaison records, the lead approves, numbers and receipts only, nobody else sees that it exists', async () => {
  const { clerk, officer, reviewer, countyLead } = await castOf(story);
  const liaison = await story.person('纪正', 'disciplineLiaison', county);
  const others = [
    ...[clerk, officer, reviewer],
    await story.person('严察', 'inspector', county),
    await story.person('常青', 'cityOfficer', city),
    await story.person('申诉', 'petitionOfficer', county),
  ];
  const about = { region: county, title: '2022-001' };
  const referral = await liaison.opens('referral', about, { noticedOn: '2022-06-01' });

  // It is in nobody's list, count or card; whoever guesses the number learns nothing.
  for (const person of others) {
    await expect(person.client.matter.get({ id: referral })).rejects.toMatchObject({ code: 'API-104' });
    expect(await person.refusal(referral, 'record', number('recordNo', 'recordedOn'))).toBe('API-104');
    const { items } = await person.client.matter.list({ filter: ['workflow:referral'] });
    expect(items).toEqual([]);
    const { count } = await person.client.matter.count({ filter: ['workflow:referral'] });
    expect(count).toBe(0);
  }

  // Never one for the other: who carries it does not approve, who approves does not carry.
  expect(await liaison.refusal(referral, 'record', { ...number('recordNo', 'recordedOn'), facts: {} })).toBe(
    'WF-106',
  );
  await liaison.does(referral, 'record', number('recordNo', 'recordedOn'));
  const approval = { facts: { approvedOn: '2022-06-01' }, papers: ['leadDecision'] } as const;
  expect(await liaison.refusal(referral, 'approve', approval)).toBe('WF-102');
  expect(await liaison.refusal(referral, 'send', number('slipNo', 'sentOn'))).toBe('WF-101');
  expect(await countyLead.refusal(referral, 'approve', { facts: approval.facts })).toBe('WF-104');
  await countyLead.does(referral, 'approve', approval);
  expect(await countyLead.refusal(referral, 'send', number('slipNo', 'sentOn'))).toBe('WF-102');
  await liaison.does(referral, 'send', number('slipNo', 'sentOn'));

  // The other side does not take it as it is; it is supplemented, approved and sent anew.
  await liaison.does(referral, 'recordNotAccepted', {
    ...number('replyNo', 'repliedOn'),
    papers: ['sealedReceipt'],
  });
  await liaison.does(referral, 'supplement', number('recordNo', 'recordedOn'));
  expect(await liaison.refusal(referral, 'send', number('slipNo', 'sentOn'))).toBe('WF-101');
  await countyLead.does(referral, 'approve', approval);
  await liaison.does(referral, 'send', number('slipNo', 'sentOn'));
  await story.passTo('2022-06-08');
  await liaison.does(referral, 'recordAcceptance', {
    ...number('receiptNo', 'receivedOn'),
    papers: ['sealedReceipt'],
  });
  await liaison.does(referral, 'recordProcessing', number('replyNo', 'repliedOn'));
  await story.passTo('2022-09-05');
  expect(await liaison.refusal(referral, 'recordConclusion', number('replyNo', 'repliedOn'))).toBe('WF-104');
  await liaison.does(referral, 'recordConclusion', {
    ...number('replyNo', 'repliedOn'),
    papers: ['disciplineReply'],
  });
  await liaison.does(referral, 'recordBack', { facts: { recordedOn: '2022-09-05' } });
  const closing = { facts: { closedOn: '2022-09-05' }, papers: ['leadDecision'] } as const;
  expect(await liaison.refusal(referral, 'close', closing)).toBe('WF-102');
  expect((await countyLead.does(referral, 'close', closing)).state).toBe('closed');

  // What stands in the journal: numbers, dates, receipts; no reason, no name, no amount.
  const { steps } = await liaison.client.matter.get({ id: referral });
  const said = steps.filter(({ action }) => !action.startsWith('matter.'));
  expect(said.every(({ reason }) => reason === null)).toBe(true);
  const values = said.flatMap(({ facts }) => Object.values(facts));
  expect(values.filter((value) => !/^(No\.\d+|\d{4}-\d{2}-\d{2})$/.test(String(value)))).toEqual([]);
  expect(await story.faults()).toEqual([]);
});

function number(no: string, on: string): { readonly facts: Readonly<Record<string, string>> } {
  return { facts: { [no]: 'No.7', [on]: '2022-06-01' } };
}
