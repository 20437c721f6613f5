import { defineConfig } from 'vite';

/** Where the API runs while the portal is worked on: `npx vite portal` then serves it with changes at once. */
const API = process.env['SEATLINE_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    // React's note to servers, which there are none of here
    rolldownOptions: { onLog: (level, log, say) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && say(level, log) },
  },
  server: { host: '127.0.0.1', proxy: { '/v1': { target: API, ws: true, changeOrigin: true } } },
});
