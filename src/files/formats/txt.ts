import type { MeasuredFormat } from './measured-format.ts'

export const txt = {
  name: 'txt',
  async make(content) {
    const { writeText } = await import('../text/write-text.ts')
    return new TextEncoder().encode(writeText(content))
  },
} as const satisfies MeasuredFormat
