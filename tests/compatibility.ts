import { createRequire } from 'node:module'
import type { CompatData, Identifier } from '@mdn/browser-compat-data/types'
import { BROWSERS } from '../vite.config.ts'

// Not imported: Vitest would transform 20 MB of JSON.
const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data')

/** The oldest supported browsers, as MDN names them. */
const OLDEST = {
  chrome: BROWSERS.chrome,
  chrome_android: BROWSERS.chrome,
  firefox: BROWSERS.firefox,
  firefox_android: BROWSERS.firefox,
  safari: BROWSERS.safari,
  safari_ios: BROWSERS.ios,
} as const
const NAMES = ['chrome', 'chrome_android', 'firefox', 'firefox_android', 'safari', 'safari_ios'] as const

/** A feature by its path in MDN's data, such as `['css', 'selectors', 'has']`. */
export type FeaturePath = readonly ['css' | 'api' | 'javascript', ...string[]]

/** Which of the oldest supported browsers lack a feature; none when MDN does not list it. */
export function listLacking([group, ...keys]: FeaturePath): string[] {
  return listLackingOf(keys.reduce(enter, data[group]))
}

/** Something that scripts may use: a global, or a member of it or of its prototype. */
export interface ScriptFeature {
  readonly owner: string
  readonly member?: string
}

/** All that scripts may find in a browser and that one of the oldest supported ones lacks. */
export function listMissing(): ScriptFeature[] {
  return [data.api, data.javascript['builtins']].flatMap((owners) =>
    listFeatures(owners).flatMap(([owner, feature]): ScriptFeature[] => {
      if (listLackingOf(feature).length > 0) return [{ owner }]
      return listFeatures(feature)
        .filter(([, member]) => listLackingOf(member).length > 0)
        .map(([key]) => ({ owner, member: key.replace(/_(static|event)$/, '') }))
    }),
  )
}

function enter(feature: Identifier | undefined, key: string): Identifier | undefined {
  return feature !== undefined && Object.hasOwn(feature, key) ? feature[key] : undefined
}

function listFeatures(feature: Identifier | undefined): [string, Identifier][] {
  return Object.keys(feature ?? {}).flatMap((key) => {
    const inner = enter(feature, key)
    return key === '__compat' || inner === undefined ? [] : [[key, inner]]
  })
}

function listLackingOf(feature: Identifier | undefined): string[] {
  const support = feature?.__compat?.support
  if (support === undefined) return []
  return NAMES.filter((name) => {
    const oldest = order(OLDEST[name])
    return ![support[name] ?? []]
      .flat()
      .some(
        ({ version_added, version_removed, flags }) =>
          version_added !== false &&
          version_added !== 'preview' &&
          flags === undefined &&
          order(version_added) <= oldest &&
          (version_removed === undefined || order(version_removed) > oldest),
      )
  }).map((name) => `${name} ${OLDEST[name]}`)
}

function order(version: string): number {
  const [major = 0, minor = 0] = version.replace('≤', '').split('.').map(Number)
  return major * 1000 + minor
}
