import { InvalidArgumentError, Option } from '@commander-js/extra-typings'

export const baseOption = () =>
  new Option(
    '--base <path>',
    "the site's folder on its host, such as /talk/ (default: as SITE_URL says, else /)",
  ).argParser((value) => {
    if (/^\/([\w.~-]+\/)*$/.test(value)) return value
    throw new InvalidArgumentError('It takes a path with a slash at both ends, such as /talk/.')
  })
