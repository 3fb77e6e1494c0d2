// `site/first-view.ts` copies these functions' source into the page's head, so they may call only each other
// and must not contain named functions.

/** A URL fragment without its `#`, with percent-encoded letters decoded. A stray `%` stays. */
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
 * The id of the slide that a URL fragment names; undefined when it names none. Programs that pass an address
 * on may change its case or hyphens, encode it, or append the punctuation of a sentence. The fragment still
 * names the same slide.
 */
export function findAddressed(fragment: string, ids: readonly string[]): string | undefined {
  const text = decodeFragment(fragment)
  const word = text
    .replace(/^[\W_]+|[\W_]+$/g, '')
    .replace(/\p{Pd}/gu, '-')
    .toLowerCase()
  return ids.find((id) => id === text) ?? ids.find((id) => id === word)
}
