import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './list-sources.mjs';

/**
 * Imports a TypeScript file of a room, which Node 20 cannot read by itself: bundled into a file of a moment, next to
 * node_modules so that packages are found.
 * @param {string} path from the root, such as 'packages/contract/src/openapi.ts'
 */
export async function importTypeScript(path) {
  const { build } = await import('esbuild');
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${path.replaceAll('/', '-')}.${process.pid}.mjs`);
  try {
    await build({
      entryPoints: [join(root, path)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
      plugins: [packagesStayOutside],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Packages from npm are imported as they are; rooms come in. */
export const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@yangguang/') ? undefined : { path, external: true },
    );
  },
};
