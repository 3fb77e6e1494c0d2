import type { Browser } from 'puppeteer-core'
import { composeConsole } from '../src/console/node/compose-console.ts'
import type { Talk } from '../src/deck/deck.ts'
import { type ProofOptions, proofSite } from '../src/proof/proof.ts'
import { composeSite, type Site } from '../src/site/compose.ts'
import { renderDeckStyles } from '../src/site/styles.ts'

/** What a proof looks at: a talk's pages, its console, and the ids of its slides. */
export type Looked = Pick<ProofOptions, 'site' | 'console' | 'slides'>

export async function composeProof(talk: Talk): Promise<Looked> {
  const styles = renderDeckStyles(talk.deck)
  const site = await composeSite({ talk, styles })
  return {
    site,
    console: await composeConsole({ talk, room: 'proof' }),
    slides: Object.keys(talk.deck.slides),
  }
}

/**
 * Looks at a talk's console, fonts and links in Lithuanian, and at what the options name besides. Returns a
 * line for each finding: `lt taryba 1280x720 reading: …`.
 */
export async function proofTalk(
  browser: Browser,
  looked: Looked,
  options: Partial<ProofOptions> = {},
): Promise<Record<'fault' | 'warning', string[]>> {
  const found: Record<'fault' | 'warning', string[]> = { fault: [], warning: [] }
  await proofSite({
    browser,
    engines: ['chromium'],
    languages: ['lt'],
    screens: [],
    colours: [],
    print: false,
    onFinding({ severity, language, slide, place, what }) {
      found[severity].push(`${language} ${slide} ${place}: ${what}`)
    },
    ...looked,
    ...options,
  })
  return found
}

/** A site whose pages have one more style. */
export function addStyle(site: Site, style: string): Site {
  return alterPages(site, (html) => html.replace('</head>', `<style>${style}</style></head>`))
}

export function alterPages(site: Site, change: (html: string) => string): Site {
  return { ...site, pages: site.pages.map((page) => ({ ...page, html: change(page.html) })) }
}
