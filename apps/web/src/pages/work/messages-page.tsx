import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, useSend } from '../../api/use-api.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Asked } from '../../ui/asked.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useNow } from '../../words/clock.ts';
import { useLang, useWords } from '../../words/language.tsx';
import { useWorkflows } from '../matter/use-workflows.ts';
import { messageKinds } from './message-kinds.ts';
import { kindOfMessage, listOf, type Message, messageText } from './message-words.ts';
import { words } from './words.ts';
import { WorkTabs } from './work-tabs.tsx';

const route = getRouteApi('/messages');

/** What was handed over, sent back, is due, or was done by others. */
export function MessagesPage(): ReactNode {
  const say = useWords(words);
  const { kind } = route.useSearch();
  const list = useAsk('message.list', kind === undefined ? {} : { kind }, {
    keepsLast: true,
    everyMs: 60_000,
  });
  return (
    <OnlyFor may="matter.read">
      <Page title={say.messages} lead={say.messagesLead} actions={<SeeAll />}>
        <WorkTabs here="messages" />
        <Section title={say.messages}>
          <KindFilter />
          <Asked query={list}>
            {({ items, isMore }) => (
              <>
                <Messages items={items} />
                {isMore ? <p className="hint">{say.moreMessages}</p> : null}
              </>
            )}
          </Asked>
        </Section>
      </Page>
    </OnlyFor>
  );
}

function SeeAll(): ReactNode {
  const say = useWords(words);
  const now = useNow();
  const toast = useToast();
  const see = useSend('message.see', ['message']);
  const send = async (): Promise<void> => {
    try {
      await see.send({ upTo: now() });
      toast({ text: say.seen });
    } catch {
      // Shown beside the button from the state of the request.
    }
  };
  return (
    <>
      <Button busy={see.isPending} onClick={() => void send()}>
        {say.seeAll}
      </Button>
      {see.error === null ? null : <Problem error={see.error} />}
    </>
  );
}

function KindFilter(): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const navigate = useNavigate();
  const { kind = '' } = route.useSearch();
  return (
    <div className="toolbar">
      <SelectField
        label={say.messageKind}
        empty={say.anyKind}
        value={kind}
        onChange={(chosen) => {
          const found = messageKinds.find((one) => one === chosen);
          void navigate({ to: '/messages', search: found === undefined ? {} : { kind: found } });
        }}
        choices={messageKinds.map((value) => ({ value, label: kindOfMessage(value, lang) }))}
      />
    </div>
  );
}

const tones: Readonly<Partial<Record<Message['kind'], Tone>>> = {
  returned: 'warn',
  dueSoon: 'warn',
  overdue: 'bad',
  escalated: 'bad',
  assigned: 'info',
  handedOver: 'info',
};

function Messages({ items }: { readonly items: readonly Message[] }): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const workflows = useWorkflows();
  if (items.length === 0)
    return (
      <Empty why={say.noMessages}>
        <p>{say.noMessagesNext}</p>
      </Empty>
    );
  return (
    <Timeline
      entries={items.map((one) => ({
        key: one.id,
        at: one.at,
        title: (
          <>
            {one.isSeen ? null : <Tag tone={tones[one.kind] ?? 'info'}>{say.isNew}</Tag>}{' '}
            <Way message={one}>{messageText(workflows, one, lang)}</Way>
          </>
        ),
        by: (
          <>
            <RegionName code={one.region} /> {one.by?.name}
          </>
        ),
      }))}
    />
  );
}

function Way({ message, children }: { readonly message: Message; readonly children: string }): ReactNode {
  return message.matterId === null ? (
    <Link to="/matters" search={listOf(message)}>
      {children}
    </Link>
  ) : (
    <Link to="/matters/$id" params={{ id: message.matterId }}>
      {children}
    </Link>
  );
}
