import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** Tests that start other programs: brokers, proxies, other browsers, readers of PDF. */
const PROGRAMS = [
  'src/many-machines/store-nats.test.ts',
  'tests/many-machines/*.test.ts',
  'tests/engines*.test.ts',
  'tests/chart-files.test.ts',
  'tests/launch-webkit.test.ts',
  'tests/proof-engines.test.ts',
  'tests/other-programs.test.ts',
  'tests/pptx-layout.test.ts',
  'tests/rehearsal.test.ts',
]
/** What needs neither a browser nor a build, beside what lies next to its source. */
const UNIT = [
  'src/**/*.test.ts',
  'slides/**/*.test.ts',
  'tests/accessibility-doc.test.ts',
  'tests/completion.test.ts',
  'tests/docs.test.ts',
  'tests/export-command.test.ts',
  'tests/load-talk.test.ts',
  'tests/styles-compatibility.test.ts',
  'tests/talks-apart.test.ts',
  'tests/workflows.test.ts',
]

export default defineConfig({
  test: {
    // They wait for browsers about a third of their time, on two cores.
    maxWorkers: 3,
    // Browsers and child processes on two cores: patience, where a condition is waited for.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 20_000, interval: 20 } },
    projects: [
      project('unit', { include: UNIT, exclude: PROGRAMS, isolate: false }),
      project('browser', {
        include: ['tests/**/*.test.ts'],
        exclude: [...UNIT, ...PROGRAMS],
        globalSetup: 'tests/setup.ts',
        isolate: false,
      }),
      project('programs', { include: PROGRAMS, globalSetup: 'tests/setup.ts', isolate: false }),
    ],
  },
})

function project(name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...test } }
}
