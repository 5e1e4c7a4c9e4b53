import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The pages for everybody are a build of their own (ADR 0027): so they hold only what they use of what both share.
export default defineConfig({
  base: '/public/',
  plugins: [react()],
  build: {
    outDir: 'dist/public',
    target: 'es2023',
    sourcemap: false,
    rolldownOptions: { input: 'public.html' },
  },
});
