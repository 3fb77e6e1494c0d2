import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePorts } from '../find-free-ports.ts'
import { ROOT } from '../root.ts'
import type { DrivenBrowser } from './driven-page.ts'
import { findProgram } from './find-browser.ts'
import { type Machine, thisMachine } from './machine.ts'
import { createWindows } from './webkit-windows.ts'

/** What to do where programs to drive WebKitGTK are missing; undefined where none is. */
export function tellMissingWebKit(machine = thisMachine()): string | undefined {
  const missing = Object.entries({ WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' }).filter(
    ([program]) => findProgram(program, machine) === undefined,
  )
  if (missing.length === 0) return undefined
  return `WebKitGTK cannot be driven here; apt-get install ${missing.map(([, deb]) => deb).join(' ')}`
}

/** What GTK and X read instead of the user's own settings. */
const SETTINGS = path.join(ROOT, 'src/browser/gtk')

/** Larger than any window; in pixels, with the bits of a colour. */
const DISPLAY = '4000x2400x24'

/**
 * Starts WebKitGTK, the engine nearest to Safari that Linux has, on a display of its own that nobody sees.
 * Its pages are told that their visitor wants little motion. All windows share their storage. Everything ends
 * with this process, however that ends. Throws when a program is missing or does not start.
 */
export async function launchWebKit(machine: Machine = thisMachine()): Promise<DrivenBrowser> {
  const missing = tellMissingWebKit(machine)
  if (missing !== undefined) throw new Error(missing)
  const display = startGuarded('Xvfb', ['-displayfd', '1', '-screen', '0', DISPLAY], machine.env)
  const ends = [() => end(display)]
  const close = async () => {
    await Promise.all(ends.map((one) => one()))
  }
  try {
    const number = await readLine(display, 'Xvfb')
    const [port = 0] = await findFreePorts(1)
    const env = {
      ...machine.env,
      DISPLAY: `:${number}`,
      XDG_CONFIG_HOME: SETTINGS,
      XENVIRONMENT: path.join(SETTINGS, 'Xdefaults'),
      // Nobody hears its films, and PulseAudio would write into the folder of the settings.
      GST_PLUGIN_FEATURE_RANK: 'pulsesink:NONE',
    }
    const driver = startGuarded('WebKitWebDriver', [`--port=${port}`], env)
    ends.push(() => end(driver))
    const server = `http://127.0.0.1:${port}`
    await waitFor(server, driver)
    return { open: await createWindows(server), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Child = ChildProcessByStdio<Writable, Readable, null>

/**
 * Starts a program in a process group that is killed as soon as this process closes its end of the pipe, or
 * is gone: no handler could do that after a SIGKILL.
 */
function startGuarded(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const guard = '"$@" & exec >&-; read -r _; kill -KILL 0'
  return spawn('sh', ['-c', guard, 'sh', program, ...args], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

async function end(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.stdin.end()
  await gone
}

/** The first line that a program writes. Throws when it ends without one. */
async function readLine(child: Child, program: string): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error(`${program} ended before it was ready; run it by hand to see why`)
}

/** Waits until the driver answers. Throws when it ends before. */
async function waitFor(server: string, driver: Child): Promise<void> {
  let ended = false
  driver.stdout.resume().once('end', () => {
    ended = true
  })
  while ((await fetch(`${server}/status`).catch(() => undefined))?.ok !== true) {
    if (ended) throw new Error('WebKitWebDriver ended before it was ready; run it by hand to see why')
    await sleep(20)
  }
}
