/** Who may import whom: the whole architecture in one table. scripts/check-arrows.mjs runs it. */
const may = {
  'packages/domain': [],
  'packages/contract': ['packages/domain'],
  // Engine and store never meet: the engine runs alone, the store can change its database.
  'packages/engine': ['packages/domain'],
  'packages/store': ['packages/domain'],
  // The county must not share the code that it tests.
  'packages/county': [],
  'apps/cli': ['packages/domain', 'packages/contract', 'packages/engine', 'packages/county'],
  'apps/server': ['packages/domain', 'packages/contract', 'packages/engine', 'packages/store'],
  'apps/web': ['packages/domain', 'packages/contract'],
};

/** Rooms whose code also has to run in a browser or on a phone. */
const inBrowser = ['packages/domain', 'packages/contract', 'apps/web/src'];

/** Tests, and what only tests use: files named test-…ts. */
const inTests = '([.]test|/test-[^/]+)[.]ts$';

const paths = (rooms) => rooms.map((room) => `^${room}/`);

export default {
  forbidden: [
    ...Object.entries(may).map(([room, allowed]) => ({
      name: `${room.replace('/', '-')}-imports-only-its-neighbours`,
      comment: `${room} may import ${allowed.join(', ') || 'no other room'}. Move the shared part down, or pass it in as an argument.`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: { path: '^(apps|packages)/', pathNot: paths([room, ...allowed]) },
    })),
    {
      name: 'every-room-has-its-arrows',
      comment: 'A new room under apps/ or packages/ must be entered in the table above.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: paths(Object.keys(may)) },
      to: {},
    },
    {
      name: 'rooms-do-not-import-tests-or-tools',
      comment: 'What is shipped must not depend on tests, benchmarks or scripts.',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
    {
      name: 'shipped-code-does-not-import-tests',
      comment: 'A test file is nobody’s library. Move the shared part into a file of its own.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: inTests },
      to: { path: inTests },
    },
    {
      name: 'browser-rooms-use-no-node',
      comment:
        'These rooms also run in a browser or offline on a phone: no module of Node. Pass the bytes in.',
      severity: 'error',
      from: { path: paths(inBrowser), pathNot: inTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shipped-code-uses-declared-packages',
      comment:
        'Add the package to the package.json of the room and to docs/dependencies.md, or do without it.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: inTests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'every-import-is-found',
      comment: 'The file or package does not exist: a typing slip, or a missing extension `.ts`.',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API for this tool: without swc it would see nothing and report green.
    parser: 'swc',
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
    },
  },
};
