/** The package has no types: what the tests of single sign-on use of it. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  const Provider: new (issuer: string, settings: object) => { callback(): RequestListener };
  // oxlint-disable-next-line import/no-default-export -- the package's own export
  export default Provider;
}
