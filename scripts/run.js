/**
 * Runs scripts/<name>.ts, bundled into a few JavaScript files: `node scripts/run.js pdf --lang lt`. From its
 * sources a script takes twice as long, as it reads hundreds of modules. The bundles are kept in
 * .cache/scripts and rebuilt, in a second, when a source has changed.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { digestFiles } from '../src/disk/digest-files.js'

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const CACHE = path.join(ROOT, '.cache', 'scripts')
const CURRENT = path.join(CACHE, 'current.json')
const SOURCES = ['slides', 'src', 'scripts', 'vite.config.ts', 'package-lock.json']
const HOUR = 60 * 60 * 1000
/** Packages that cannot be bundled: they load files from their own folders. */
const LEFT_WHERE_THEY_ARE = ['harfbuzzjs', 'lightningcss', 'sharp', 'subset-font', 'svgo', 'tsx', 'vite']
/** Half of what Puppeteer loads. It serves downloads, which src/browser/download-browser.js does instead. */
const NEVER_USED = 'proxy-agent'

const names = readdirSync(path.join(ROOT, 'scripts')).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? [])
const scripts = names.filter((name) => name !== 'load-talk')
const [name = ''] = process.argv.splice(2, 1)
if (!scripts.includes(name)) {
  console.error(`run.js does not know "${name}"; it takes ${scripts.join(', ')}`)
  process.exit(2)
}
if (/[#?]/.test(ROOT)) {
  console.error(
    `${ROOT}: the tools can't read a folder with # or ? in its path; rename it, or move the project.`,
  )
  process.exit(1)
}
const digest = digestFiles(ROOT, SOURCES, (file) => /\.(ts|js|json)$/.test(file) && !file.includes('.test.'))
const folder = findFresh() ?? (await compileAndKeep())
if (folder !== undefined) await import(pathToFileURL(path.join(folder, `${name}.js`)).href)
else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(`./${name}.ts`)
}

/** The folder of the bundles; undefined when a source has changed since. */
function findFresh() {
  try {
    const current = JSON.parse(readFileSync(CURRENT, 'utf8'))
    return current.digest === digest ? path.join(CACHE, current.folder) : undefined
  } catch {
    return undefined // nothing has been bundled yet
  }
}

/** Returns the new bundles' folder; undefined when the script must run from its sources. */
async function compileAndKeep() {
  // On a fault the script runs from its sources: it then reports the fault itself, if it loads that module.
  const files = await compile().catch(() => undefined)
  if (files === undefined) return undefined
  const folder = `${Date.now()}-${process.pid}`
  const place = path.join(CACHE, folder)
  try {
    for (const { fileName, code } of files) {
      mkdirSync(path.dirname(path.join(place, fileName)), { recursive: true })
      writeFileSync(path.join(place, fileName), code)
    }
    // Written last, and by renaming: other processes may bundle or run at the same time.
    const unfinished = path.join(place, 'current.json')
    writeFileSync(unfinished, JSON.stringify({ folder, digest }))
    renameSync(unfinished, CURRENT)
    for (const old of readdirSync(CACHE)) {
      // No process still runs bundles that were replaced an hour ago.
      if (Date.now() - Number.parseInt(old, 10) > HOUR && old !== folder)
        rmSync(path.join(CACHE, old), { recursive: true, force: true })
    }
    return place
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    console.error(`Runs slower, from its sources, as nothing can be kept in .cache: ${reason}`)
    return undefined
  }
}

async function compile() {
  const { build } = await import('vite')
  const built = await build({
    root: ROOT,
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    plugins: [{ name: 'scripts', enforce: 'pre', resolveId, load }],
    ssr: { noExternal: true, external: LEFT_WHERE_THEY_ARE },
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(scripts.map((script) => [script, path.join('scripts', `${script}.ts`)])),
        // Small files load faster. Names stay, as errors are recognised by their names.
        output: { minify: { mangle: false, compress: false, codegen: true } },
      },
    },
  })
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk] : []))
}

/** @param {string} id */
function resolveId(id) {
  return id === NEVER_USED ? `\0${id}` : undefined
}

/** @param {string} id */
function load(id) {
  return id === `\0${NEVER_USED}` ? 'export const ProxyAgent = undefined' : undefined
}
