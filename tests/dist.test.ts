import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import deck from './fixtures/slides/sample/deck.ts'

const files = () =>
  readdirSync(inject('siteFolder'), { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(inject('siteFolder'), file)).isFile())
    .map((file) => ({ file, text: readFileSync(path.join(inject('siteFolder'), file), 'utf8') }))

/** Words as they might stand anywhere in a file: without marks, capitals and white space. */
const strip = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')

describe('the built site', () => {
  it('contains the pages, what they load, what other sites’ machines fetch, and nothing else', () => {
    const names = files().map(({ file }) => file)
    const known = [
      /^(en\/)?(s\/[a-z-]+\/)?index\.html$/,
      /^(en\/)?manifest\.webmanifest$/,
      /^assets\/[\w-]+\.(js|woff2)$/,
      /^icons\/[\w-]+\.(png|svg)$/,
      /^share\/(lt|en)\/[a-z-]+\.png$/,
      /^(404\.html|sitemap\.xml|worker\.js)$/,
    ]
    expect(names.filter((name) => !known.some((pattern) => pattern.test(name)))).toEqual([])
    const pages = names.filter((name) => name.endsWith('index.html') && !/\bs\//.test(name))
    expect(pages.toSorted()).toEqual(['en/index.html', 'index.html'])
  })

  it.each(['index.html', 'en/index.html'])('has the whole first slide in its first packets (%s)', (file) => {
    const html = readFileSync(path.join(inject('siteFolder'), file))
    // Ten come at once (RFC 6928), of 1,460 bytes each; the rest is for headers.
    const packets = brotliCompressSync(html).subarray(0, 12_000)
    const text = brotliDecompressSync(packets, { finishFlush: constants.BROTLI_OPERATION_FLUSH })
    expect(text.includes('</section>')).toBe(true)
  })

  it('contains no word of the notes that is on no slide', () => {
    const site = files().map(({ file, text }) => ({ file, text: strip(text) }))
    const cues = Object.values(deck.slides).flatMap(({ notes, ...slide }) => {
      const own = strip(JSON.stringify(slide))
      const lines = LANGUAGES.flatMap((language) => notes[language].markdown.split('\n').map(strip))
      return lines.filter((line) => !own.includes(line))
    })
    expect(cues.length).toBeGreaterThan(30)
    for (const cue of cues) {
      for (const { file, text } of site) expect(text.includes(cue), `${file}: ${cue}`).toBe(false)
    }
    for (const word of ['Žingsnis', 'Pabrėžti', 'Stress:', 'pauzė', 'markdown', 'notes:', 'minutes']) {
      for (const { file, text } of files()) expect(text.includes(word), `${file}: ${word}`).toBe(false)
    }
  })

  it('has scripts without the slides’ data, a renderer or a Markdown parser', () => {
    const scripts = files().filter(({ file }) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(1)
    for (const { file, text } of scripts) {
      for (const word of [
        'Austėja',
        'Draugija',
        'sodininkų',
        'gardeners',
        'commonmark',
        'linkify',
        'bracketed',
        'mulberry',
      ]) {
        expect(text.includes(word), `${file}: ${word}`).toBe(false)
      }
    }
  })

  it('loads less than 14.75 KB of script for reading, and reveal.js only later', () => {
    for (const page of ['index.html', 'en/index.html']) {
      const html = files().find(({ file }) => file === page)?.text ?? ''
      const entries = [...html.matchAll(/<(?:script|link)[^>]+?(?:src|href)="([^"]+\.js)"/g)].map(
        ([, url]) => url ?? '',
      )
      const all = files().filter(({ file }) => entries.some((url) => url.endsWith(path.basename(file))))
      expect(entries).toHaveLength(1)
      expect(all.map(({ text }) => text).join('')).not.toContain('slidechanged')
      const imported = all.flatMap(({ text }) =>
        [...text.matchAll(/from\s*["'`]\.\/([^"'`]+)/g)].map(([, name]) => name),
      )
      const bytes = files()
        .filter(({ file }) => [...entries, ...imported].some((url) => url?.endsWith(path.basename(file))))
        .reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
      expect(bytes).toBeLessThan(14_750)
    }
  })

  it('says in every page that nothing but its own files may load', () => {
    for (const page of files().filter(({ file }) => file.endsWith('.html'))) {
      const [policy = ''] = page.text.match(/<meta http-equiv="Content-Security-Policy"[^>]+>/) ?? []
      expect(policy, page.file).toContain('default-src &#39;none&#39;')
      expect(policy, page.file).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/)
    }
  })
})
