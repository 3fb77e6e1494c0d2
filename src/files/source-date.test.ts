import { expect, test } from 'vitest'
import { readSourceDate } from './source-date.ts'

test('SOURCE_DATE_EPOCH is the date', async () => {
  expect(await readSourceDate({ SOURCE_DATE_EPOCH: '1700000000' })).toEqual(new Date('2023-11-14T22:13:20Z'))
})

test('a SOURCE_DATE_EPOCH that is no number is refused', async () => {
  await expect(readSourceDate({ SOURCE_DATE_EPOCH: 'yesterday' })).rejects.toThrow(
    'SOURCE_DATE_EPOCH is "yesterday", which is no number of seconds since 1970',
  )
})

test('without git there is no date', async () => {
  expect(await readSourceDate({}, '/no/such/folder')).toBeUndefined()
})
