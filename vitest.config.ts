import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['.ci/wasm.mjs'],
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'proofs/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'property', include: ['property-tests/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
