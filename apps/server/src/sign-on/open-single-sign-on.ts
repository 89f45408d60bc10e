import { accountRefusal } from '@yangguang/domain/people/account-refusal';
import * as oidc from 'openid-client';
import type { SignOnUnderWay, SingleSignOn } from './single-sign-on.ts';

/** Who vouches for people here, and who we are to them. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** Where the provider sends the browser back, as registered there. */
  readonly redirectUri: string;
  /** Plain HTTP to the provider: only within one machine. */
  readonly mayUseHttp: boolean;
}

/** Asks the provider for its addresses and keys when first needed, so that a server starts while it is away. */
export function openSingleSignOn(provider: Provider): SingleSignOn {
  let known: Promise<oidc.Configuration> | null = null;
  const configuration = async (): Promise<oidc.Configuration> => {
    known ??= discover(provider);
    try {
      return await known;
    } catch (cause) {
      known = null;
      throw accountRefusal('ACC-113', {}, { cause });
    }
  };
  return {
    start: async () => {
      const config = await configuration();
      const underWay: SignOnUnderWay = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: provider.redirectUri,
        scope: 'openid',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, underWay };
    },
    finish: async (search, { state, nonce, verifier }) => {
      const config = await configuration();
      const came = new URL(provider.redirectUri);
      came.search = search;
      try {
        const tokens = await oidc.authorizationCodeGrant(config, came, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return { subject: subjectIn(tokens.claims()) };
      } catch (cause) {
        throw accountRefusal('ACC-113', {}, { cause });
      }
    },
  };
}

function subjectIn(claims: oidc.IDToken | undefined): string {
  if (claims === undefined) throw new Error('the provider gave no identity');
  return claims.sub;
}

function discover({ issuer, clientId, clientSecret, mayUseHttp }: Provider): Promise<oidc.Configuration> {
  return oidc.discovery(
    new URL(issuer),
    clientId,
    {},
    clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    // The library marks this as deprecated to make it stand out; it is off unless the operator says otherwise.
    { timeout: 10, ...(mayUseHttp ? { execute: [oidc.allowInsecureRequests] } : {}) },
  );
}
