import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles these lines of TypeScript, which may import from any room, into a module Node 20 can run.
 * The module lies under node_modules/.cache, so that packages from npm, left outside, are found from it.
 * @returns {Promise<string>} its path
 */
export async function bundleRooms(name, code) {
  const folder = join(root, 'node_modules/.cache/yangguang-bench');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.mjs`);
  await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts', sourcefile: `${name}.ts` },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [packagesStayOutside],
  });
  return outfile;
}

const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@yangguang/') ? undefined : { path, external: true },
    );
  },
};
