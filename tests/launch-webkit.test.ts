import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launchWebKit, tellMissingWebKit } from '../src/browser/launch-webkit.ts'
import { thisMachine } from '../src/browser/machine.ts'

const missing = tellMissingWebKit()

it('WebKitGTK that is missing is said with the command that gets it', async () => {
  const machine = { ...thisMachine(), env: { PATH: '' } }
  await expect(launchWebKit(machine)).rejects.toThrow(
    'WebKitGTK cannot be driven here; apt-get install webkit2gtk-driver xvfb',
  )
})

describe.skipIf(missing !== undefined)(`WebKitGTK${missing === undefined ? '' : ` (${missing})`}`, () => {
  it('leaves nothing behind when it is closed', async () => {
    const { mark, machine } = markMachine()
    const webkit = await launchWebKit(machine)
    const page = await webkit.open({ width: 320, height: 568 })
    expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([320, 568])
    expect(listMarked(mark)).not.toEqual([])
    await webkit.close()
    await expect.poll(() => listMarked(mark)).toEqual([])
  })

  it('leaves nothing behind when its process is killed', async () => {
    const { mark, machine } = markMachine()
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM], {
      cwd: path.join(import.meta.dirname, '..'),
      env: machine.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(listMarked(mark).length).toBeGreaterThan(3)
    child.kill('SIGKILL')
    await expect.poll(() => listMarked(mark)).toEqual([])
  })
})

/** Says that the browser is open, and stays. */
const PROGRAM = `
const { launchWebKit } = await import('./src/browser/launch-webkit.ts')
await launchWebKit()
console.log('open')`

/** A machine whose programs can be told from all others. */
function markMachine() {
  const mark = `DECK_TEST=${randomUUID()}`
  const machine = thisMachine()
  return { mark, machine: { ...machine, env: { ...machine.env, DECK_TEST: mark.slice(10) } } }
}

/** The processes that were started with this in their environment and still run. */
function listMarked(mark: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'utf8').includes(mark)
    } catch {
      return false // it has ended since
    }
  })
}
