// Bundles an app for production into the file named by the first argument; the second names the app.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await build({
  entryPoints: [fileURLToPath(new URL(process.argv[3] ?? 'app.jsx', import.meta.url))],
  bundle: true,
  minify: true,
  format: 'iife',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  outfile: process.argv[2],
});
