/** As wide as the project's formatter writes. */
const WIDTH = 110

/**
 * The list of talks, `slides/index.ts`, with one more: after the first, which is at the site's root. Throws when the
 * list cannot be found.
 */
export function addToIndex(index: string, name: string): string {
  const [list, names = ''] = /export const TALKS = \[([^\]]*)\] as const/.exec(index) ?? []
  if (list === undefined) {
    throw new Error(
      "slides/index.ts has no list of talks; write it as: export const TALKS = ['name'] as const",
    )
  }
  const [first = '', ...others] = [...names.matchAll(/'([^']*)'/g)].map(([, found = '']) => found)
  const talks = [first, name, ...others].filter((talk) => talk !== '').map((talk) => `'${talk}'`)
  const line = `export const TALKS = [${talks.join(', ')}] as const`
  const longer = `export const TALKS = [\n${talks.map((talk) => `  ${talk},\n`).join('')}] as const`
  return index.replace(list, line.length > WIDTH ? longer : line)
}
