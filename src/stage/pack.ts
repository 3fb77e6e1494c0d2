import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'

/** A file of the site by its name from the root, with forward slashes. */
export type NamedFile = readonly [name: string, content: string | Uint8Array]

const TEXT = /\.(html|js|css|svg|json)$/

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Adds compressed twins, `.br` and `.gz`, to files of text: a hall's Wi-Fi is narrow, and the time is spent once, at
 * the build.
 */
export async function packFiles(files: readonly NamedFile[]): Promise<NamedFile[]> {
  const packed = files.map(async (file): Promise<NamedFile[]> => {
    const [name, content] = file
    if (!TEXT.test(name)) return [file]
    const bytes = Buffer.from(content)
    const [brotli, gzipped] = await Promise.all([
      compressBrotli(bytes, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      compressGzip(bytes, { level: zlib.Z_BEST_COMPRESSION }),
    ])
    return [file, [`${name}.br`, brotli], [`${name}.gz`, gzipped]]
  })
  return (await Promise.all(packed)).flat()
}
