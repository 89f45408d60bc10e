/** A single sign-on under way, kept in the browser's own cookie, sealed: nobody else can finish it. */
export interface SignOnUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The provider of an intranet (OpenID Connect, authorization code with PKCE). Made once, in main. */
export interface SingleSignOn {
  /** Where to send the browser, and what must be remembered until it comes back. */
  start(): Promise<{ readonly url: string; readonly underWay: SignOnUnderWay }>;
  /** Exchanges the answer for the subject the provider vouches for. @throws UserError ACC-113 */
  finish(search: string, underWay: SignOnUnderWay): Promise<{ readonly subject: string }>;
}
