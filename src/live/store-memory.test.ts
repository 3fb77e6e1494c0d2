import { expect, test } from 'vitest'
import { describeStore } from './store-contract.ts'
import { createMemoryStore } from './store-memory.ts'

describeStore(async () => createMemoryStore())

test('a memory that a restart emptied goes on above what a driver has seen', async () => {
  const store = createMemoryStore()
  const { accepted, position } = await store.write('hall', {
    seen: 41,
    slide: 'a',
    step: 0,
    blank: false,
    sentAt: 1000,
  })
  expect(accepted).toBe(true)
  expect(position.seq).toBe(42)
})
