import { runExport } from '../src/export/run-export.ts'

await runExport({
  args: process.argv.slice(2),
  loadDeck: () => import('../slides/deck.ts'),
  formats: ['pdf'],
})
