import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['.ci/wasm.mjs'],
    // Tests run from the sources; evidence is kept for what is built.
    env: { KASYM_CACHE: 'off' },
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'proofs/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'property', include: ['property-tests/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
