import type { UserConfig } from 'vite'

/**
 * The oldest browsers that the deck supports. Scripts and styles are built for them, and
 * `tests/oldest-browsers.test.ts` holds that what is built needs no newer ones.
 */
export const BROWSERS = { chrome: '111', firefox: '121', safari: '16.0', ios: '16.0' } as const

export default {
  // Relative addresses: the site works at a host's root and in any folder of it.
  base: './',
  appType: 'mpa',
  publicDir: false,
  define: { __LIVE__: 'false' },
  server: {
    watch: {
      // What is kept there is written while a page is composed; nobody edits it.
      ignored: ['**/.cache/**'],
      // Editors empty a file and fill it: read in between, it would be a fault that stays.
      awaitWriteFinish: { stabilityThreshold: 30, pollInterval: 10 },
    },
  },
  build: {
    target: Object.entries(BROWSERS).map(([name, version]) => name + version),
    modulePreload: { polyfill: false },
  },
} satisfies UserConfig
