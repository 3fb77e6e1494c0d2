// The page's head runs these functions from their source (`site/first-view.ts`), so they use nothing but each other
// and have no named function inside.

/** An address' fragment without its `#`, each percent-encoded letter as itself; a stray `%` stays. */
export function decodeFragment(fragment: string): string {
  return fragment.replace(/^#/, '').replace(/(%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/**
 * The id of the slide that an address' fragment means; undefined where it means none. Programs that pass an address on
 * change its case and its hyphens, encode it, and take for a part of it what ends a sentence: it means the same slide.
 */
export function findAddressed(fragment: string, ids: readonly string[]): string | undefined {
  const text = decodeFragment(fragment)
  const word = text
    .replace(/^[\W_]+|[\W_]+$/g, '')
    .replace(/\p{Pd}/gu, '-')
    .toLowerCase()
  return ids.find((id) => id === text) ?? ids.find((id) => id === word)
}
