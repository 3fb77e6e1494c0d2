import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: 'tests/setup.ts',
    // They wait for browsers more than they compute.
    maxWorkers: '100%',
    // Browsers and child processes on two cores: patience, where a condition is waited for.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // A machine that stalls for a moment fails no change; what fails twice does. The report names what was tried again.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
})
