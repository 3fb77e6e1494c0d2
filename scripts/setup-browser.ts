import { getBrowser, getHeadlessShell } from '../src/browser/get-browser.ts'

const explain = (error: unknown) => (error instanceof Error ? error.message : String(error))

try {
  console.log(`Browser: ${await getBrowser(console.error)}`)
  try {
    console.log(`Headless shell, for exports: ${await getHeadlessShell(console.error)}`)
  } catch (error) {
    console.log(`Exports take the browser, and twice as long. ${explain(error)}`)
  }
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
