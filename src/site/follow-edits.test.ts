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
  /** Ends a check, by its number from 0. */
  const end = async (number: number) => {
    await settle()
    checks[number]?.()
    await settle()
  }
  return { files, said, checks, compose, save, end }
}

/** All steps are promises, which have gone as far as they can when the next turn begins. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

it('composes files that are saved together once, and says their fault once', async () => {
  const { said, checks, compose, save, end } = start()
  for (let file = 1; file <= 5; file++) save('faulty')
  await end(0)
  expect(said).toEqual(['a comma is missing'])
  expect(compose).toHaveBeenCalledOnce()
  expect(checks).toHaveLength(1)
})

it.each<State>(['faulty', 'half saved'])(
  'says nothing of files that were edited since: %s',
  async (state) => {
    const { said, compose, save, end } = start()
    save(state)
    await settle()
    save('fine')
    await end(1)
    await end(0)
    expect(said).toEqual([undefined])
    expect(compose).toHaveBeenCalledTimes(2)
  },
)

it.each<State>(['half saved', 'gone'])('reads files again before it shows a trace: %s', async (state) => {
  const { files, said, save, end } = start()
  save(state)
  await settle()
  // The edit itself is noticed later, if at all.
  files.state = 'fine'
  await end(0)
  await end(1)
  expect(said).toEqual([undefined])
})

it('shows the trace of what stays without an explanation', async () => {
  const { said, save, end } = start()
  save('a bug')
  await end(0)
  expect(said).toEqual([])
  await end(1)
  expect(said).toEqual([expect.stringMatching(/^TypeError: a bug\n +at /)])
})
