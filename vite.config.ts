import type { UserConfig } from 'vite'

/** The oldest browsers that scripts and styles are written for, as esbuild names them. */
export const BROWSERS = ['chrome111', 'safari16.4', 'firefox115']

export default {
  // Relative addresses: the site works at a host's root and in any folder of it.
  base: './',
  appType: 'custom',
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
    target: BROWSERS,
    modulePreload: { polyfill: false },
  },
} satisfies UserConfig
