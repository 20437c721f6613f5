import { defineConfig, type Plugin } from 'vite';

/** Where the API runs while the portal is worked on: `npx vite portal` then serves it with changes at once. */
const API = process.env['SEATLINE_API'] ?? 'http://127.0.0.1:3000';

/** What every page has loaded before it loads another part. */
const first = new Set<string>();

const noteFirst: Plugin = {
  name: 'note-first',
  generateBundle: {
    order: 'pre',
    handler(_, bundle) {
      const note = (name: string): void => {
        const chunk = bundle[name];
        if (chunk?.type !== 'chunk' || first.has(name)) return;
        first.add(name);
        chunk.imports.forEach(note);
      };
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) note(chunk.fileName);
    },
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [noteFirst],
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    // each part that is loaded later names what it needs; what is there by then would make the first script 3 kB larger
    modulePreload: { resolveDependencies: (_, needed, { hostType }) => (hostType === 'js' ? needed.filter((name) => !first.has(name)) : needed) },
    // React's note to servers, which there are none of here
    rolldownOptions: { onLog: (level, log, say) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && say(level, log) },
  },
  server: { host: '127.0.0.1', proxy: { '/v1': { target: API, ws: true, changeOrigin: true } } },
});
