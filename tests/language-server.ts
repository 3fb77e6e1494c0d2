import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './copy-project.ts'

/** TypeScript's language server, which an author's editor asks while a slide is written. */
export interface LanguageServer {
  /**
   * What it offers where `text` has a `|`, by name, each with what it says of it. `file` need not exist; its path, from
   * the project's root, decides which settings count.
   */
  complete(file: string, text: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>
  close(): void
}

type Message = Readonly<Record<string, unknown>>

const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null
const read = (value: unknown): Message => (isMessage(value) ? value : {})

/** Starts a server (the Language Server Protocol, over its standard input and output). */
export async function startLanguageServer(): Promise<LanguageServer> {
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc')
  const server = spawn(process.execPath, [compiler, '--lsp', '--stdio'], { cwd: ROOT })
  const waiting = new Map<unknown, (message: Message) => void>()
  let buffer = Buffer.alloc(0)
  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const take = (message: Message) => {
    // The server asks its editor for settings, and goes on without any.
    if ('method' in message && 'id' in message) send({ id: message['id'], result: null })
    else waiting.get(message['id'])?.(message)
  }
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(buffer.toString('latin1'))
      if (header === null) return
      const end = header[0].length + Number(header[1])
      if (buffer.length < end) return
      take(read(JSON.parse(buffer.subarray(header[0].length, end).toString('utf8'))))
      buffer = buffer.subarray(end)
    }
  })
  let last = 0
  const ask = async (method: string, params: object): Promise<unknown> => {
    const id = ++last
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve))
    send({ id, method, params })
    const { result, error } = await answer
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
    return result
  }
  const rootUri = pathToFileURL(ROOT).href
  const capabilities = {
    textDocument: { completion: { completionItem: { documentationFormat: ['plaintext'] } } },
  }
  await ask('initialize', { processId: process.pid, rootUri, capabilities })
  send({ method: 'initialized', params: {} })
  return {
    async complete(file, text, names) {
      const uri = pathToFileURL(path.join(ROOT, file)).href
      const [before = '', after = ''] = text.split('|')
      const lines = before.split('\n')
      const textDocument = { uri, languageId: 'typescript', version: 1, text: before + after }
      send({ method: 'textDocument/didOpen', params: { textDocument } })
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
      const answer = read(await ask('textDocument/completion', { textDocument: { uri }, position }))
      const items = (Array.isArray(answer['items']) ? answer['items'] : []).map(read)
      const offered = new Map<string, string>()
      for (const item of items) {
        const label = String(item['label']).replace(/\?$/, '')
        const wanted = names.includes(label)
        const { documentation } = wanted ? read(await ask('completionItem/resolve', item)) : item
        offered.set(label, JSON.stringify(documentation ?? ''))
      }
      send({ method: 'textDocument/didClose', params: { textDocument: { uri } } })
      return offered
    },
    close: () => server.kill(),
  }
}
