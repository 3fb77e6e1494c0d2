import { describeStore } from '../../../tests/store-contract.ts'
import { createMemoryStore } from './store-memory.ts'

describeStore(async () => createMemoryStore())
