import { createCommand, readMessage, runCommand } from '../src/cli/command.ts'

await runCommand(
  createCommand(
    'npm run setup-browser',
    'Finds a browser, or gets one, and a headless shell, in which exports take half the time.',
  ).action(async () => {
    const { getBrowser, getHeadlessShell } = await import('../src/browser/get-browser.ts')
    console.log(`Browser: ${await getBrowser(console.error)}`)
    try {
      console.log(`Headless shell, for exports: ${await getHeadlessShell(console.error)}`)
    } catch (error) {
      console.log(`Exports use the browser and take twice as long. ${readMessage(error)}`)
    }
  }),
)
