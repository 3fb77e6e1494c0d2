/**
 * Downloads a build into a folder and reports its progress: `node download-browser.js chrome 148.0.7778.97
 * <folder> 30 [mirror]`. It runs as a process of its own because the library neither ends a stalled download
 * nor notices a broken one. This process ends with a message when no data has come for the given seconds.
 */
import { install } from '@puppeteer/browsers'

const [browser, buildId = '', cacheDir = '', patience, baseUrl] = process.argv.slice(2)
const silence = setTimeout(() => fail(`no progress for ${patience} s`), Number(patience) * 1000)
let told = 0

await install({
  browser: /** @type {import('@puppeteer/browsers').Browser} */ (browser),
  buildId,
  cacheDir,
  ...(baseUrl && { baseUrl }),
  downloadProgressCallback: tell,
}).catch((error) => fail(error.message.replace(/^.*DefaultProvider: /s, '')))
clearTimeout(silence)

/** @param {number} bytes @param {number} total */
function tell(bytes, total) {
  silence.refresh()
  if (bytes === total) clearTimeout(silence) // only unpacking is left, which may be slow
  if (bytes - told < 10e6 && bytes !== total) return
  told = bytes
  console.log(`${toMegabytes(bytes)} of ${toMegabytes(total)} MB`)
}

/** @param {number} bytes */
function toMegabytes(bytes) {
  return Math.round(bytes / 1e6)
}

/** @param {string} reason */
function fail(reason) {
  console.error(reason)
  process.exit(1)
}
