import { ensureBrowser } from '../src/export/browser.ts'

try {
  console.log(`Browser: ${await ensureBrowser(console.error)}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
