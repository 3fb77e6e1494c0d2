import { expect, test } from 'vitest'
import { checkTalkIsBuilt, takeTalk } from './take-talk.ts'

test.each([
  [['--port', '1'], undefined, ['--port', '1']],
  [['--talk', 'a', '--port', '1'], 'a', ['--port', '1']],
  [['--port', '1', '--talk=a'], 'a', ['--port', '1']],
  [['--talk'], '', []],
])('of %j the talk is %j', (given, name, args) => {
  expect(takeTalk(given)).toEqual({ name, args })
})

test('a talk that is named is not left unbuilt', () => {
  expect(() => checkTalkIsBuilt('a', { build: false })).toThrow(
    '--talk a has to be built; leave out --no-build',
  )
  checkTalkIsBuilt('a', { build: true })
  checkTalkIsBuilt(undefined, { build: false })
})
