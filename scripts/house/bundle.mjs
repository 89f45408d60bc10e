import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { packagesStayOutside } from './import-typescript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = join(root, 'apps/cli/dist/stamp.txt');

/** The two programs, and what lies beside them. */
const programs = [
  { entry: 'apps/cli/src/main.ts', out: 'apps/cli/dist/yangguang.js' },
  { entry: 'apps/server/src/main.ts', out: 'apps/server/dist/yangguang-server.js' },
];
/** The desk: built by Vite into apps/web/dist. */
const desk = 'apps/web/dist/index.html';
const copies = [{ from: 'packages/store/src/migrations', to: 'apps/server/dist/migrations' }];

/**
 * True when the built programs fit the sources as they stand. A folder without sources (an installed copy)
 * is always fresh.
 */
export function isFresh() {
  if (!existsSync(join(root, 'apps/cli/src/main.ts'))) return true;
  const made = [...programs.map(({ out }) => out), ...copies.map(({ to }) => to), desk];
  return (
    made.every((path) => existsSync(join(root, path))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint()
  );
}

/**
 * Bundles the rooms into one file a program for Node 20 and newer. Packages from npm stay outside (they carry native
 * parts); the rooms themselves come in, since Node 20 cannot read TypeScript. The new file takes the place
 * of the old in one step, so a program that starts meanwhile never reads half of it.
 */
export async function build() {
  const { build: bundle } = await import('esbuild');
  const mark = fingerprint();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await Promise.all([...programs.map((program) => bundleProgram(bundle, program, version)), buildDesk()]);
  for (const { from, to } of copies) copyFolder(join(root, from), join(root, to));
  writeFileSync(stamp, mark);
}

async function bundleProgram(bundle, { entry, out }, version) {
  const target = join(root, out);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}.new`;
  await bundle({
    entryPoints: [join(root, entry)],
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
  renameSync(fresh, target);
}

/**
 * The desk's static files, each also compressed: the server hands out what the browser understands, and compresses
 * nothing itself. Built beside and moved, so that a running server never finds half of it.
 */
async function buildDesk() {
  const { build: bundlePage } = await import('vite');
  const target = join(root, dirname(desk));
  const fresh = `${target}.${process.pid}.new`;
  await bundlePage({
    root: join(root, 'apps/web'),
    configFile: join(root, 'apps/web/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  for (const entry of readdirSync(fresh, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && /\.(html|js|css|svg)$/.test(entry.name))
      compress(join(entry.parentPath ?? entry.path, entry.name));
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}

function compress(file) {
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content));
}

function copyFolder(from, to) {
  const fresh = `${to}.${process.pid}.new`;
  cpSync(from, fresh, { recursive: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(fresh, to);
}

/** Names, sizes and times of all sources, hashed: cheap, and wrong only towards building once too often. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['packages', 'apps/cli', 'apps/server', 'apps/web'].map((name) => join(root, name)))
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
      (entry) =>
        entry.isFile() && /\.(tsx?|json|sql|css|html)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/[\\/](dist|node_modules)[\\/]/.test(file))
    .sort();
}
