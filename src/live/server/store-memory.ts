import type { Position } from '../protocol/position.ts'
import type { PositionStore } from './store.ts'

type Listener = (position: Position) => void

/** Keeps positions in this process's memory until it ends, which is enough for one hub. */
export function createMemoryStore(): PositionStore {
  const positions = new Map<string, Position>()
  const listeners = new Map<string, Set<Listener>>()
  return {
    async write(room, { seen, ...write }) {
      const current = positions.get(room)
      const last = current?.seq ?? 0
      if (current !== undefined && last > seen) return { accepted: false, position: current }
      const sentAt = Math.max(write.sentAt, (current?.sentAt ?? 0) + 1)
      const position = { ...write, seq: Math.max(write.seq, last + 1), sentAt }
      positions.set(room, position)
      for (const listener of listeners.get(room) ?? []) listener(position)
      return { accepted: true, position }
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
