import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'apps/cli/dist/yangguang.js');
const stamp = join(root, 'apps/cli/dist/stamp.txt');

/**
 * True when the built program fits the sources as they stand. A folder without sources (an installed copy)
 * is always fresh.
 */
export function isFresh() {
  if (!existsSync(join(root, 'apps/cli/src/main.ts'))) return true;
  return existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/**
 * Bundles the rooms into one file for Node 20 and newer. Packages from npm stay outside (they carry native
 * parts); the rooms themselves come in, since Node 20 cannot read TypeScript. The new file takes the place
 * of the old in one step, so a program that starts meanwhile never reads half of it.
 */
export async function build() {
  const { build: bundle } = await import('esbuild');
  const mark = fingerprint();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(join(root, 'apps/cli/dist'), { recursive: true });
  const fresh = `${program}.${process.pid}.new`;
  await bundle({
    entryPoints: [join(root, 'apps/cli/src/main.ts')],
    outfile: fresh,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    define: { YANGGUANG_VERSION: JSON.stringify(version) },
    plugins: [packagesStayOutside],
  });
  renameSync(fresh, program);
  writeFileSync(stamp, mark);
}

const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@yangguang/') ? undefined : { path, external: true },
    );
  },
};

/** Names, sizes and times of all sources, hashed: cheap, and wrong only towards building once too often. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['packages', 'apps/cli'].map((name) => join(root, name)))
    for (const file of sourcesUnder(folder)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  for (const file of ['package.json', 'scripts/house/bundle.mjs'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function sourcesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|json|sql)$/.test(entry.name) && !entry.name.endsWith('.test.ts'),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/[\\/](dist|node_modules)[\\/]/.test(file))
    .sort();
}
