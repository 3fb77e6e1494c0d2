import { expect, test } from 'vitest'
import { UsageError } from '../../cli/usage-error.ts'
import { HELP, NATS_PARTS, parseLiveOptions } from './options.ts'

test('with NATS all parts are measured, with more followers than one hub has', () => {
  expect(parseLiveOptions([])).toMatchObject({ nats: false, followers: 10_000 })
  expect(parseLiveOptions(['--nats'])).toMatchObject({ nats: true, followers: 15_000, parts: NATS_PARTS })
})

test('parts can be chosen; their order stays', () => {
  expect(parseLiveOptions(['--nats', '--only', 'soak,moves']).parts).toEqual(['moves', 'soak'])
})

test('the help names every part', () => {
  for (const part of NATS_PARTS) expect(HELP).toContain(part)
})

const ALLOWED = `use one or more of ${NATS_PARTS.join(', ')}, separated by commas.`
test.each([
  [['--nats', '--only', 'moves,pdf'], `--only knows no "pdf": ${ALLOWED}`],
  [['--nats', '--only'], `--only knows no "": ${ALLOWED}`],
  [['--only', 'moves'], '--only goes with --nats.'],
  [['--followers', '0'], '--followers is "0": use a whole number, 10–15000 (10000).'],
  [
    ['--fast'],
    'Unknown argument "--fast": use --followers, --rounds, --moves, --nats, --only, --drive, --soak or --help.',
  ],
])('a bad argument is answered in one line with what is allowed: %j', (args, message) => {
  expect(() => parseLiveOptions(args)).toThrow(new UsageError(message))
})
