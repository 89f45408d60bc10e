import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use-api.tsx';
import { useWords } from '../words/language.tsx';
import { CampaignProvider } from './campaign-choice.tsx';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { Tour } from './tour.tsx';
import { useOnline } from './use-online.ts';
import { Watermark } from './watermark.tsx';
import { shellWords } from './words.ts';

/** Header, content, watermark: what stands around every screen. */
export function Frame(): ReactNode {
  const say = useWords(shellWords);
  const isOnline = useOnline();
  const about = useAsk('system.about', {});
  return (
    <CampaignProvider>
      <a className="skip" href="#main">
        {say.skip}
      </a>
      {about.data?.demo == null ? null : (
        <p className="demo-banner" role="status">
          {say.demo}
        </p>
      )}
      <Header />
      {isOnline ? null : (
        <p className="offline-banner" role="alert">
          {say.offline}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Tour />
      <KeyHelp />
      <Watermark />
    </CampaignProvider>
  );
}
