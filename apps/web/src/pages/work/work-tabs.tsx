import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useSession } from '../../session/session.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { useWords } from '../../words/language.tsx';
import { words } from './words.ts';

/** One's own work, the town's desk for those who work in a town, and the messages. */
export function WorkTabs({ here }: { readonly here: 'work' | 'town' | 'messages' }): ReactNode {
  const say = useWords(words);
  const { who } = useSession();
  const unseen = useAsk('message.count', {}, { everyMs: 60_000 });
  const count = unseen.data?.unseen ?? 0;
  const isTown = who.appointments.some(({ role }) => role === 'townCaseworker' || role === 'townLead');
  return (
    <LinkTabs
      label={say.tabs}
      tabs={[
        { key: 'work', title: say.mine, to: '/work', isCurrent: here === 'work' },
        ...(isTown
          ? [{ key: 'town', title: say.townDesk, to: '/work/town', isCurrent: here === 'town' }]
          : []),
        {
          key: 'messages',
          title:
            count === 0
              ? say.messages
              : `${say.messages} (${count}${unseen.data?.isMore === true ? '+' : ''})`,
          to: '/messages',
          isCurrent: here === 'messages',
        },
      ]}
    />
  );
}
