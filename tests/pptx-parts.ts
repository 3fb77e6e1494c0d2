import { strFromU8, unzipSync } from 'fflate'
import { normalise } from './talk.ts'

/** A presentation's parts as text, by name. */
export function readParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

/** The text of each paragraph in a part or a shape. */
export function textsOf(xml: string): string[] {
  return [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)].map(([paragraph]) =>
    normalise([...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => decode(text)).join('')),
  )
}

export function decode(text = ''): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
