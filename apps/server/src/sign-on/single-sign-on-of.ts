import type { Settings } from '../settings.ts';
import { openSingleSignOn } from './open-single-sign-on.ts';
import type { SingleSignOn } from './single-sign-on.ts';

/** Single sign-on as the settings ask for it; nothing when they name no provider. */
export function singleSignOnOf(settings: Settings): { readonly singleSignOn?: SingleSignOn } {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    PUBLIC_URL,
  } = settings;
  if (issuer === undefined || clientId === undefined || PUBLIC_URL === undefined) return {};
  const redirectUri = new URL('/api/session/single-sign-on/finish', PUBLIC_URL).href;
  const mayUseHttp = settings.OIDC_MAY_USE_HTTP === 'yes';
  return {
    singleSignOn: openSingleSignOn({
      issuer,
      clientId,
      clientSecret: clientSecret ?? null,
      redirectUri,
      mayUseHttp,
    }),
  };
}
