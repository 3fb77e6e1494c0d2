import type { Page } from 'puppeteer-core'
import type { Ask } from '../browser/in-page-script.ts'
import type { Finding } from '../in-page/contract.ts'

/** The deck's own fonts and their substitutes, by the names in their files. */
const OWN = /^(?:Bricolage Grotesque|Instrument Sans|Noto Sans)\b/

const MARK = 'data-proof-text'

/**
 * Finds letters that fell back to another font in slides, controls and dialogs; one fault for each element.
 * Changes the page: load it anew afterwards.
 */
export async function checkFonts(page: Page, ask: Ask): Promise<Finding[]> {
  const texts = await ask('showAllText', MARK)
  const session = await page.createCDPSession()
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const selector = `[${MARK}]`
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
    if (nodeIds.length !== texts.length) throw new Error('the page changed while its fonts were asked for')
    const foreign = await Promise.all(
      nodeIds.map(async (nodeId) => {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
        return fonts
          .filter(({ isCustomFont, familyName }) => !isCustomFont || !OWN.test(familyName))
          .map(({ familyName }) => familyName)
      }),
    )
    // The browser also counts the fonts of nested elements, so only the innermost element is reported.
    const outer = new Set(texts.flatMap(({ inside }, index) => (foreign[index]?.length ? inside : [])))
    return texts.flatMap(({ slide, name }, index): Finding[] => {
      const families = foreign[index] ?? []
      if (families.length === 0 || outer.has(index)) return []
      return [{ severity: 'fault', slide, what: `text ${name} is set in ${families.join(', ')}` }]
    })
  } finally {
    await session.detach()
  }
}
