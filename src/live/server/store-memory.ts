import type { Position } from '../protocol/position.ts'
import { applyWrite, type PositionStore } from './store.ts'

type Listener = (position: Position) => void

/** Keeps positions in this process's memory until it ends, which is enough for one hub. */
export function createMemoryStore(): PositionStore {
  const positions = new Map<string, Position>()
  const listeners = new Map<string, Set<Listener>>()
  return {
    async write(room, write) {
      const result = applyWrite(positions.get(room), write)
      if (!result.accepted) return result
      positions.set(room, result.position)
      for (const listener of listeners.get(room) ?? []) listener(result.position)
      return result
    },
    watch(room, listener) {
      const current = positions.get(room)
      const others = listeners.get(room) ?? new Set()
      listeners.set(room, others.add(listener))
      if (current !== undefined) listener(current)
      return () => others.delete(listener)
    },
    fault: () => undefined,
    async close() {
      listeners.clear()
    },
  }
}
