import { Option } from '@commander-js/extra-typings'
import { afterEach, expect, test, vi } from 'vitest'
import { createCommand, readMessage, runCommand } from './command.ts'
import { wholeNumber } from './options.ts'
import { UsageError } from './usage-error.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** Runs a command with the arguments; returns its output and exit code, 0 when it does not exit. */
async function run(args: string[], action: (options: object) => void = () => {}) {
  let [code, said] = [0, '']
  vi.spyOn(console, 'error').mockImplementation((line) => (said += line))
  const command = createCommand('npm run grow', 'Grows a garden.')
    .configureOutput({ writeOut: (text) => (said += text) })
    .addOption(new Option('--beds <number>', 'how many beds, 1–9').default(3).argParser(wholeNumber(1, 9)))
    .addOption(new Option('--soil <kind>', 'what is in them').choices(['loam', 'sand']).env('GARDEN_SOIL'))
    .action(action)
  const ended = new Error('the process has ended')
  vi.spyOn(process, 'exit').mockImplementation((given) => {
    code = Number(given)
    throw ended
  })
  await runCommand(command, readMessage, args).catch((error: unknown) => expect(error).toBe(ended))
  return { code, said }
}

test.each([
  [['--bed', '2'], "unknown option '--bed'\n(Did you mean --beds?)"],
  [['--water'], "unknown option '--water'; the options are --beds, --soil, --help"],
  [['rose'], '"rose" is no option; npm run grow -- --help lists them'],
  [['--beds', '0'], "option '--beds <number>' argument '0' is invalid. It takes a whole number from 1 to 9."],
  [['--soil', 'clay'], "option '--soil <kind>' argument 'clay' is invalid. Allowed choices are loam, sand."],
  [['--beds'], "option '--beds <number>' argument missing\nhow many beds, 1–9 (default: 3)"],
])('of %j it says what is wrong and what is allowed, and exits with 2', async (args, said) => {
  expect(await run(args)).toEqual({ code: 2, said })
})

test('an action gets the typed value, else the environment’s, else the default', async () => {
  const action = vi.fn()
  vi.stubEnv('GARDEN_SOIL', 'sand')
  expect(await run([], action)).toEqual({ code: 0, said: '' })
  expect(action.mock.lastCall?.[0]).toEqual({ beds: 3, soil: 'sand' })
  await run(['--soil', 'loam', '--beds=2'], action)
  expect(action.mock.lastCall?.[0]).toEqual({ beds: 2, soil: 'loam' })
})

test.each([
  [1, new Error('the spade is broken')],
  [2, new UsageError('the garden is full')],
])('exits with %i where its action throws %s', async (code, error) => {
  const failing = () => {
    throw error
  }
  expect(await run([], failing)).toEqual({ code, said: error.message })
})

test('the help lists options, defaults, choices and environment variables', async () => {
  const { code, said } = await run(['--help'])
  expect(code).toBe(0)
  for (const part of [
    'Usage: npm run grow -- [options]\n\nGrows a garden.',
    '--beds <number>  how many beds, 1–9 (default: 3)',
    '(choices: "loam", "sand", env:',
    '-h, --help       show this help',
  ])
    expect(said).toContain(part)
})
