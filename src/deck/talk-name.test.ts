import { expect, it } from 'vitest'
import { checkTalkName } from './talk-name.ts'

it.each(['2027', 'spring-2027', 'infodiena2'])('“%s” can be a talk', (name) => {
  expect(checkTalkName(name)).toBeUndefined()
})

it.each(['', 'Pavasaris', 'žiema', 'a b', 'a--b', '-a', 'a/b', '..', 'a_b'])('“%s” cannot', (name) => {
  expect(checkTalkName(name)).toContain('use small letters')
})

it.each(['lt', 'en', 's', 'assets', 'talks'])('“%s” is a folder of the site', (name) => {
  expect(checkTalkName(name)).toContain('take another name')
})
