import type { Permission } from '@yangguang/domain/people/permission';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from './words.ts';

/** A screen for those who may use it; others are told why not. The server decides anyway. */
export function OnlyFor({
  may: permission,
  children,
}: {
  readonly may: Permission;
  readonly children: ReactNode;
}): ReactNode {
  const say = useWords(shellWords);
  const { may } = useSession();
  if (may(permission)) return children;
  return (
    <Page title={say.forbidden}>
      <Empty why={say.forbiddenWhy}>
        <ButtonLink to="/">{say.toWork}</ButtonLink>
      </Empty>
    </Page>
  );
}
