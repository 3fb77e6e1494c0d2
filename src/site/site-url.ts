import { UsageError } from '../cli/usage-error.ts'

/**
 * Reads where the site is published from the environment (`SITE_URL`), with a closing slash. Throws a
 * UsageError when it is not a valid address.
 */
export function readSiteUrl(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['SITE_URL']
  if (given === undefined || given === '') return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `SITE_URL is "${given}"; it takes the site's whole address, such as https://example.org/talk/`,
    )
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
