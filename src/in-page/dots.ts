/** Lines without length, as `src/drawings/dots.ts` writes them. */
const DOTS = /^(?:M-?[\d.]+ -?[\d.]+h0)+$/

/** The dots that a path consists of, in its own units; undefined where it is anything else. */
export function readDots(path: string): DOMPoint[] | undefined {
  if (!DOTS.test(path)) return undefined
  return [...path.matchAll(/M(\S+) (\S+?)h0/g)].map(([, x, y]) => new DOMPoint(Number(x), Number(y)))
}
