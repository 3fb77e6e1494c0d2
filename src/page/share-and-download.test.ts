import { expect, it } from 'vitest'
import { formatBytes, renderShareAndDownload } from './share-and-download.ts'

it.each([
  [126_400, 'lt', '126\u00a0'],
  [1_340_000, 'lt', '1,3\u00a0MB'],
  [1_340_000, 'en', '1.3\u00a0MB'],
  [999_600, 'en', '1\u00a0MB'],
] as const)('%i bytes are in %s: %s', (bytes, language, text) => {
  expect(formatBytes(bytes, language)).toContain(text)
})

it('offers the file only where there is one, with its size', () => {
  expect(renderShareAndDownload({ language: 'lt' }).markup).not.toContain('download')
  const { markup } = renderShareAndDownload({ language: 'lt', download: { href: './a.pdf', bytes: 126_400 } })
  expect(markup).toMatch(
    /<a class="control" data-control="download" href="\.\/a\.pdf" download aria-label="Atsisiųsti PDF, 126\u00a0kB"/i,
  )
})
