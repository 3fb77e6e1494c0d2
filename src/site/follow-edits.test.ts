import { expect, it, vi } from 'vitest'
import { followEdits } from './follow-edits.ts'

type State = 'fine' | 'faulty' | 'half saved' | 'gone' | 'a bug'

/** Files in a state, and checks of them that end when the test says so. */
function start() {
  const files: { state: State } = { state: 'fine' }
  const said: (string | undefined)[] = []
  const checks: (() => void)[] = []
  const compose = vi.fn(async () => {
    if (files.state !== 'fine' && files.state !== 'gone') throw new TypeError(files.state)
  })
  const explain = async (failure: unknown) => {
    const { state } = files
    await new Promise<void>((resolve) => checks.push(resolve))
    if (state === 'faulty') return 'a comma is missing'
    if (state === 'gone') throw new Error('no such file')
    if (failure !== undefined) throw failure
    return undefined
  }
  const { update } = followEdits({ compose, explain, say: (fault) => said.push(fault) })
  const save = (state: State) => {
    files.state = state
    update()
  }
  const check = (number: number) => vi.waitFor(() => expect(checks).toHaveLength(number))
  return { files, said, checks, compose, save, check }
}

it('composes files that are saved together twice at most, and says their fault once', async () => {
  const { said, checks, compose, save, check } = start()
  for (let file = 1; file <= 5; file++) save('faulty')
  await check(1)
  checks[0]?.()
  await vi.waitFor(() => expect(said).toEqual(['a comma is missing']))
  expect(compose.mock.calls.length).toBeLessThanOrEqual(2)
})

it('never says what an older check found, whichever ends last', async () => {
  const { said, checks, save, check } = start()
  save('faulty')
  await check(1)
  save('fine')
  await check(2)
  checks[1]?.()
  await vi.waitFor(() => expect(said).toEqual([undefined]))
  checks[0]?.()
  save('faulty')
  await check(3)
  checks[2]?.()
  await vi.waitFor(() => expect(said).toEqual([undefined, 'a comma is missing']))
})

it.each<State>(['half saved', 'gone'])('reads files again before it shows a trace: %s', async (state) => {
  const { files, said, checks, save, check } = start()
  save(state)
  await check(1)
  // The edit itself is noticed later, if at all.
  files.state = 'fine'
  checks[0]?.()
  await check(2)
  checks[1]?.()
  await vi.waitFor(() => expect(said).toEqual([undefined]))
})

it('shows the trace of what stays without an explanation', async () => {
  const { said, checks, save, check } = start()
  save('a bug')
  for (const number of [1, 2]) {
    await check(number)
    expect(said).toEqual([])
    checks[number - 1]?.()
  }
  await vi.waitFor(() => expect(said).toEqual([expect.stringMatching(/^TypeError: a bug\n +at /)]))
})
