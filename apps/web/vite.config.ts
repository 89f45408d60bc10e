import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk: one page of static files that the server hands out. `npx vite apps/web` works against a running server. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    // Browsers of government offices: Chromium 97 and newer (docs/decisions/0012-the-desk.md).
    target: 'chrome97',
    cssTarget: 'chrome97',
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
});
