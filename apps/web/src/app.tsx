import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Refused } from '@yangguang/contract/wire';
import { type ReactNode, useMemo, useState } from 'react';
import { openPageClient } from './api/client.ts';
import { ApiContext } from './api/use-api.tsx';
import { router } from './routes.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { KeyboardProvider } from './ui/keys.tsx';
import { ToastProvider } from './ui/toast.tsx';
import { ClockContext } from './words/clock.ts';
import { LanguageProvider } from './words/language.tsx';

/** What a refusal says does not change by asking again; an answer that never came is asked for twice more. */
function openQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** The whole desk. @param now the present instant, ISO 8601 */
export function App({ send, now }: { readonly send: typeof fetch; readonly now: () => string }): ReactNode {
  const [hasEnded, setEnded] = useState(false);
  const queries = useMemo(() => openQueries(), []);
  const api = useMemo(() => openPageClient(send, () => setEnded(true)), [send]);
  return (
    <ClockContext value={now}>
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <ApiContext value={api}>
            <ToastProvider>
              <KeyboardProvider>
                <SessionGate hasEnded={hasEnded} onRenewed={() => setEnded(false)}>
                  <RouterProvider router={router} />
                </SessionGate>
              </KeyboardProvider>
            </ToastProvider>
          </ApiContext>
        </QueryClientProvider>
      </LanguageProvider>
    </ClockContext>
  );
}
