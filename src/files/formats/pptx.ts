import type { MeasuredFormat } from './measured-format.ts'

export const pptx = {
  name: 'pptx',
  async make(content, date) {
    const [{ presentDeck }, { writePptx }] = await Promise.all([
      import('../pptx/present.ts'),
      import('../pptx/write-pptx.ts'),
    ])
    return writePptx(presentDeck(content), date)
  },
} as const satisfies MeasuredFormat
