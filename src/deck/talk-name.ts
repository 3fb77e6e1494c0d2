import { LANGUAGES } from './language.ts'

/** Folders of the site; a talk's folder stands beside them. */
const TAKEN: readonly string[] = [...LANGUAGES, 'assets', 'icons', 'live', 's', 'share', 'talks']

/** Says what is wrong with a talk's name and how to mend it; undefined when it is good. */
export function checkTalkName(name: string): string | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    return `"${name}" cannot be a talk's name, which stands in addresses; use small letters a–z, digits and single hyphens: spring-2027.`
  }
  if (TAKEN.includes(name))
    return `"${name}" is a folder of the site itself; take another name: talk-${name}.`
  return undefined
}
