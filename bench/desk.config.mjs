import { defineConfig } from 'vitest/config';

// The benchmark of the desk uses the office of the tests, which only vitest can load.
export default defineConfig({
  test: { include: ['bench/desk-speed.mjs'], testTimeout: 3_600_000, disableConsoleIntercept: true },
});
