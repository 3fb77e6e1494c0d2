import { expect, test } from 'vitest'
import { createCommand } from '../cli/command.ts'
import { publicUrlOption, readSecret, roomOption } from './options.ts'

const parse = (...args: string[]) =>
  createCommand('npm start', '')
    .addOption(publicUrlOption())
    .addOption(roomOption())
    .parse(args, { from: 'user' })
    .opts()

test.each([
  [['--public-url', 'talk.example'], 'It takes an address such as https://talk.example.org or'],
  [['--public-url', 'https://talk.example/?a'], 'It takes an address such as https://talk.example.org or'],
  [['--room', 'Main Hall'], 'It takes 1 to 40 of the letters a–z, digits and hyphens.'],
])('a start with %j says what is allowed', (args, message) => {
  expect(() => parse(...args)).toThrow(message)
})

test('the public address gets a closing slash', () => {
  expect(parse('--public-url', 'https://talk.example/a').publicUrl).toBe('https://talk.example/a/')
})

test.each(['short', `${'x'.repeat(40)} y`, ''])('an invalid secret is not repeated', (secret) => {
  expect(() => readSecret({ STAGE_SECRET: secret })).toThrow(
    /^STAGE_SECRET takes 32 random bytes as 43 characters; this makes them: node -p "crypto.randomBytes\(32\)/,
  )
})
