import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

test('the end comes at once when Ctrl+C is pressed again', async () => {
  // A `close` that prints a line and never resolves.
  const script = `
    import { endOnSignal } from './src/stage/end-on-signal.ts'
    setInterval(() => {}, 1000)
    endOnSignal(() => new Promise(() => console.log('ending')))
    console.log('open')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let out = ''
  let pressing: NodeJS.Timeout | undefined
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
    if (out === 'open\n') pressing ??= setInterval(() => child.kill('SIGINT'), 50)
  })
  expect(await ended).toEqual([130, null])
  clearInterval(pressing)
  expect(out).toBe('open\nending\n')
})
