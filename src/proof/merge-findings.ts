import type { Finding } from '../in-page/contract.ts'
import type { ViewResult } from './proof-screen.ts'

/** Merges findings that several views or engines share. `place` names these: `reading, webkit presenting`. */
export function mergeFindings(results: readonly ViewResult[]): { place: string; finding: Finding }[] {
  const merged = new Map<string, { places: string[]; finding: Finding }>()
  for (const { engine, view, findings } of results) {
    const place = engine === 'chromium' ? view : `${engine} ${view}`
    for (const finding of findings) {
      const key = `${finding.slide} ${finding.what}`
      const known = merged.get(key)
      if (known === undefined) merged.set(key, { places: [place], finding })
      else known.places.push(place)
    }
  }
  return [...merged.values()].map(({ places, finding }) => ({ place: places.join(', '), finding }))
}
