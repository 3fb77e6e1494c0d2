import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../src/browser/launch-browser.ts'
import type { Keyring } from '../src/live/server/keyring.ts'
import { startConsoleStage } from './console-stage.ts'

/** Whatever has the form of a secret in a profile's files, in the encodings that Chromium uses. */
function findSecrets(profile: string): string[] {
  const found = new Set<string>()
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(path.join(entry.parentPath, entry.name))
    const odd = bytes.subarray(1)
    for (const text of [bytes.toString('latin1'), bytes.toString('utf16le'), odd.toString('utf16le')]) {
      // A length or a quotation mark before it may look like one of its letters.
      for (const [run] of text.matchAll(/[\w-]{43,200}/g)) {
        for (let start = 0; start + 43 <= run.length; start++) found.add(run.slice(start, start + 43))
      }
    }
  }
  return [...found]
}

const NONCE = '0123456789abcdefghijkA'
const opensWith = (keyring: Keyring, secrets: readonly string[]) =>
  secrets.filter((one) => keyring.admits(`Bearer ${one}`) || keyring.exchange(one, NONCE) !== undefined)

test('after a talk no file of the browser’s profile holds anything that steers or reads notes', async () => {
  const stage = await startConsoleStage()
  onTestFinished(() => stage.kill())
  const profile = mkdtempSync(path.join(tmpdir(), 'deck-profile-'))
  onTestFinished(() => rmSync(profile, { recursive: true }))
  const browser = await launchBrowser(console.error, { userDataDir: profile })
  const page = await browser.newPage()
  const keys = new Set<string>()
  page.on('request', (request) => {
    const key = request.headers()['authorization']?.replace(/^Bearer /, '')
    if (key?.length === 43) keys.add(key)
  })
  const isLive = () => page.waitForSelector('[data-connection="live"]')
  const code = stage.keyring().issueCode()
  await page.goto(`${stage.url}presenter#${code}`)
  await isLive()
  await page.keyboard.press('End')
  await expect.poll(() => stage.read()).toMatchObject({ slide: 'pabaiga' })
  // A reload needs no other code, nor does the page in the other language.
  await page.reload()
  await isLive()
  await Promise.all([page.waitForNavigation(), page.click('a[hreflang="en"]')])
  await isLive()
  expect(keys.size).toBe(3)
  await browser.close()

  const secrets = findSecrets(profile)
  // The address is in the history, so this looks in the right place.
  expect(secrets).toContain(code)
  expect(secrets.filter((one) => one === stage.secret || keys.has(one))).toEqual([])
  expect(stage.keyring().exchange(code, NONCE)).toBeUndefined()
  await stage.kill()
  // The talk has ended; the next one has the same secret.
  stage.forgetKeys(stage.secret)
  await stage.start()
  expect(opensWith(stage.keyring(), secrets)).toEqual([])
  expect(opensWith(stage.keyring(), [stage.secret])).toHaveLength(1)
})
