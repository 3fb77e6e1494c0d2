import { ensureBrowser, ensureHeadlessShell } from '../src/browser/browser.ts'

const explain = (error: unknown) => (error instanceof Error ? error.message : String(error))

try {
  console.log(`Browser: ${await ensureBrowser(console.error)}`)
  try {
    console.log(`Headless shell, for exports: ${await ensureHeadlessShell(console.error)}`)
  } catch (error) {
    console.log(`Exports take the browser, and twice as long. ${explain(error)}`)
  }
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
