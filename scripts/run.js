/**
 * Runs scripts/<name>.ts compiled into a few plain files: `node scripts/run.js pdf --lang lt`. From its sources a
 * script takes twice as long, for reading hundreds of modules. It is compiled in a second when a file that it is made
 * of has changed, and kept in .cache/scripts.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** @typedef {{ folder: string, inputs: [file: string, modified: number, bytes: number][] }} Compiled */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CACHE = path.join(ROOT, '.cache', 'scripts')
const CURRENT = path.join(CACHE, 'current.json')
const SCRIPTS = ['export', 'pdf']
const HOUR = 60 * 60 * 1000
/** They look for files of their own beside themselves. */
const LEFT_WHERE_THEY_ARE = ['lightningcss', 'puppeteer', 'subset-font', 'tsx', 'vite']
/** Half of what Puppeteer loads: for downloading a browser, which its own command does. */
const NEVER_USED = 'proxy-agent'

const [name = ''] = process.argv.splice(2, 1)
if (!SCRIPTS.includes(name)) {
  console.error(`run.js does not know "${name}"; it takes ${SCRIPTS.join(', ')}`)
  process.exit(2)
}
const folder = findFresh() ?? (await compileAndKeep())
if (folder !== undefined) await import(pathToFileURL(path.join(folder, `${name}.js`)).href)
else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(`./${name}.ts`)
}

/** Where what is compiled lies, if nothing has changed since. */
function findFresh() {
  try {
    /** @type {Compiled} */
    const { folder, inputs } = JSON.parse(readFileSync(CURRENT, 'utf8'))
    const isSame = inputs.every(([file, modified, bytes]) => {
      const now = statSync(path.join(ROOT, file), { throwIfNoEntry: false })
      return now?.mtimeMs === modified && now.size === bytes
    })
    return isSame ? path.join(CACHE, folder) : undefined
  } catch {
    return undefined // nothing is compiled yet
  }
}

/** Undefined, and said, where it cannot be kept. Ends the process where the source has a fault. */
async function compileAndKeep() {
  const { files, inputs } = await compile().catch(async (error) => {
    const { tsImport } = await import('tsx/esm/api')
    const { explainSlides } = await tsImport('../src/cli/describe-failure.ts', import.meta.url)
    console.error((await explainSlides()) ?? error.message.trim()) // with file, line and column
    process.exit(1)
  })
  const folder = `${Date.now()}-${process.pid}`
  const place = path.join(CACHE, folder)
  try {
    for (const { fileName, code } of files) {
      mkdirSync(path.dirname(path.join(place, fileName)), { recursive: true })
      writeFileSync(path.join(place, fileName), code)
    }
    // Last, and whole: others may compile or run at the same time.
    const unfinished = path.join(place, 'current.json')
    writeFileSync(unfinished, JSON.stringify({ folder, inputs }))
    renameSync(unfinished, CURRENT)
    for (const old of readdirSync(CACHE)) {
      // What was replaced an hour ago nobody runs any more.
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
    plugins: [{ name: 'scripts', enforce: 'pre', transform: keepPlace, resolveId, load }],
    ssr: { noExternal: true, external: LEFT_WHERE_THEY_ARE },
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(SCRIPTS.map((script) => [script, path.join('scripts', `${script}.ts`)])),
        // Shorter to read; names stay, as errors are told apart by theirs.
        output: { minify: { mangle: false, compress: false, codegen: true } },
      },
    },
  })
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const files = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk] : []))
  const own = files.flatMap(({ moduleIds }) => moduleIds.filter((id) => id.startsWith(ROOT)))
  const packages = path.join(ROOT, 'node_modules', '.package-lock.json')
  const sources = [
    ...own.filter((id) => !id.includes('node_modules')),
    fileURLToPath(import.meta.url),
    packages,
  ]
  const inputs = [...new Set(sources)].map((file) => {
    const { mtimeMs, size } = statSync(file)
    return [path.relative(ROOT, file), mtimeMs, size]
  })
  return { files, inputs }
}

/**
 * A module still finds what lies beside its source.
 * @param {string} code
 * @param {string} id
 */
function keepPlace(code, id) {
  if (!code.includes('import.meta.url')) return undefined
  return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
}

/** @param {string} id */
function resolveId(id) {
  return id === NEVER_USED ? `\0${id}` : undefined
}

/** @param {string} id */
function load(id) {
  return id === `\0${NEVER_USED}` ? 'export const ProxyAgent = undefined' : undefined
}
