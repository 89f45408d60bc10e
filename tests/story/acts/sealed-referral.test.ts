import { makeReceiverKey } from '@yangguang/store/referral/receiver-key';
import { openContent } from '@yangguang/store/referral/sealed-content';
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

  // The second time what it says goes sealed to the receiver's key, which was registered when its holder handed it over.
  const security = await story.person('安全', 'securityAdmin', county);
  const { key, privatePem } = await makeReceiverKey();
  const receiverKeyId = story.t.office.newId();
  await security.client.receiverKey.register({
    ...{ id: receiverKeyId, region: county, name: '甲县纪委监委', publicKey: { ...key.jwk } },
  });
  const { version } = await liaison.client.matter.get({ id: referral });
  const slip = { slipNo: 'No.8', sentOn: '2022-06-01', fileName: '线索.txt', mediaType: 'text/plain' };
  const sending = {
    matterId: referral,
    stepId: story.t.office.newId(),
    expectedVersion: version,
    receiverKeyId,
  };
  const content = Buffer.from('某村干部优亲厚友的事实');
  const { step } = await liaison.client.referral.send({ ...sending, ...slip }, content);
  expect(step.state).toBe('sent');
  story.seen(referral, step.version);
  const { items: packages } = await liaison.client.referral.packages({ matterId: referral });
  expect(packages).toMatchObject([{ number: 'No.8', fingerprint: key.fingerprint }]);
  const taken = await liaison.client.referral.download({ matterId: referral, number: 'No.8' });
  const sealed = await textOf(taken.content);
  expect(sealed).not.toContain(content.toString('base64').slice(0, 20));
  expect((await openContent(sealed, privatePem)).content.toString()).toBe(content.toString());
  for (const person of others)
    await expect(
      person.client.referral.download({ matterId: referral, number: 'No.8' }),
    ).rejects.toMatchObject({ code: 'API-103' });

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

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString('utf8');
}
