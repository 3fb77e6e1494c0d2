import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { MemoryFile } from '../disk/memory-file.ts'

const TEXT = /\.(html|js|css|svg|json)$/

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Adds compressed copies, `.br` and `.gz`, of text files: a hall's Wi-Fi is slow, and compressing at the
 * build costs time only once.
 */
export async function packFiles(files: readonly MemoryFile[]): Promise<MemoryFile[]> {
  const packed = files.map(async (file) => {
    const { name, bytes } = file
    if (!TEXT.test(name)) return [file]
    const [brotli, gzipped] = await Promise.all([
      compressBrotli(bytes, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      compressGzip(bytes, { level: zlib.Z_BEST_COMPRESSION }),
    ])
    return [file, { name: `${name}.br`, bytes: brotli }, { name: `${name}.gz`, bytes: gzipped }]
  })
  return (await Promise.all(packed)).flat()
}
