import { expect, test } from 'vitest'
import { html, raw } from './html.ts'

test('text is escaped, in content and in attributes', () => {
  const text = `<b a="1">'&`
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(
    '<p title="&lt;b a=&quot;1&quot;&gt;&#39;&amp;">&lt;b a=&quot;1&quot;&gt;&#39;&amp;</p>',
  )
})

test('finished HTML is kept, lists are joined, what is absent vanishes', () => {
  expect(html`${raw('<br>')}${['a', html`<i>b</i>`]}${undefined}${false}${null}${0}`.markup).toBe(
    '<br>a<i>b</i>0',
  )
})
