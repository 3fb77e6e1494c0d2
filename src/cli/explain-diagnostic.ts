/** What the compiler says of a place in a talk, and the file around it. */
export interface Diagnostic {
  readonly what: string
  /** The file's text before and after the place. */
  readonly before: string
  readonly after: string
}

interface Explanation {
  /** What the compiler says. */
  readonly says: RegExp
  /** What stands around the place, which is marked by `▮`. */
  readonly at?: RegExp
  /** For the author, with `$1` for what `says` has found. */
  readonly means: string
}

const SYNTAX = /^.* expected\.$/
/** What may follow a comma: a field, a slide, an item of a list. */
const NEXT = '(?:[\'"]?[\\w-]+[\'"]?:|\\w+,|[{[]|md`)'

/** What authors are likely to meet; the first that fits is taken. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    says: /^.*$/s,
    at: /^(?![\s\S]*\blayout\s*:)[\s\S]*\bdefineSlide\(▮?\{/,
    means: "the slide has no `layout`; write one, such as layout: 'list'.",
  },
  {
    says: SYNTAX,
    at: /\d,▮?\d/,
    means: 'decimals take a point, not a comma: write 1.5.',
  },
  {
    says: SYNTAX,
    at: /▮-/,
    means: "a name with a hyphen needs quotation marks: 'second-part': secondPart.",
  },
  {
    says: SYNTAX,
    at: /(?:[\s:([{,]['"]|md`)▮/,
    means: 'the text before this is not closed; end it with the quotation mark that it begins with.',
  },
  {
    says: SYNTAX,
    at: new RegExp(`'\\s*▮(?!${NEXT})\\p{L}`, 'u'),
    means: 'an apostrophe ends a text in \'…\'; write it as ’, or put the text into "…".',
  },
  {
    says: SYNTAX,
    at: new RegExp(`\\n\\s*▮${NEXT}`),
    means: 'a comma is missing at the end of the line above; write it there.',
  },
  {
    says: SYNTAX,
    at: new RegExp(`▮${NEXT}`),
    means: 'a comma is missing before this; write it.',
  },
  {
    says: SYNTAX,
    at: /▮,/,
    means: 'there is a comma too many; delete it.',
  },
  {
    says: SYNTAX,
    at: /▮(?:[)\]}:;]|\s*$)/,
    means:
      'a bracket is missing or one too many, here or above; each { needs its }, each [ its ] and each ( its ).',
  },
  {
    says: /^Unterminated .*$/,
    means: 'a text is not closed; end it with the mark that it begins with, and write an apostrophe as ’.',
  },
  {
    says: /^Invalid character\.$/,
    at: /▮[„“”‚‘’«»]/,
    means: "a text begins and ends with straight marks: write '…'.",
  },
  {
    says: /^Cannot find name '(md|define\w+)'.*$/,
    means: "`$1` is not imported; add it at the top: import { …, $1 } from '#deck'.",
  },
  {
    says: /^Cannot find name '(.+?)'\. Did you mean '(.+?)'\?$/,
    means: 'nothing is called `$1` here; did you mean `$2`?',
  },
  {
    says: /^No value exists in scope for the shorthand property '(.+?)'.*$/,
    means: "the slide `$1` is not imported; write at the top: import $1 from './$1.ts'.",
  },
  {
    says: /^Cannot find name '(.+?)'\.$/,
    at: /'[\w-]+': ▮/,
    means: "the slide `$1` is not imported; write at the top: import $1 from './<the file>.ts'.",
  },
  {
    says: /^Cannot find name '(.+?)'\.$/,
    means: "`$1` is no text and not imported; write '$1' if it is a text, else import it at the top.",
  },
  {
    says: /^Cannot find module (?:or .* import of )?'(.+?)'.*$/,
    means: 'there is no file $1; correct its name, or write the file.',
  },
  {
    says: /^Module '"?.*?(slides\/.+?)(?:\.ts)?"?' has no default export.*$/,
    means: '$1.ts hands on no slide; it needs: export default defineSlide({ … }).',
  },
  {
    says: /^(?:Module )?'"(.+?)"' has no exported member (?:named )?'(.+?)'.*$/,
    means: '$1 has no `$2`; correct the name.',
  },
  {
    says: /^Property 'lt' is missing .*$/,
    means: 'the Lithuanian text is missing; write it as `lt`, before the English one.',
  },
  {
    says: /^Property 'en' is missing .*$/,
    means: 'the English text is missing; write it as `en`, after the Lithuanian one.',
  },
  {
    says: /^Property '(.+?)' is missing .*$/,
    means: 'the field `$1` is missing; write it.',
  },
  {
    says: /^Type .* is missing the following properties from type .*?: (.+)$/,
    means: 'these fields are missing: $1; write them.',
  },
  {
    says: /^.*'(.+?)' does not exist in type .* Did you mean to write '(.+?)'\?$/,
    means: 'there is no field `$1`; did you mean `$2`?',
  },
  {
    says: /^.*'(.+?)' does not exist in type .*$/,
    means: 'there is no field `$1` here; correct its name or delete it (the editor lists the fields).',
  },
  {
    says: /^Type 'string' is not assignable to type 'Markdown'\.$/,
    means: 'this text is Markdown; write it as md`…`.',
  },
  {
    says: /^Type 'Markdown' is not assignable to type 'string'\.$/,
    means: "this text is plain; write it as '…', without md.",
  },
  {
    says: /^Type 'string' is not assignable to type 'number'\.$/,
    means: 'this is a number; write it without quotation marks.',
  },
  {
    says: /^Type '"(.+?)"' is not assignable to type .* Did you mean '"(.+?)"'\?$/,
    means: 'there is no "$1"; did you mean "$2"?',
  },
  {
    says: /^Type '"(.+?)"' is not assignable to type '("[^']+")'\.$/,
    means: 'there is no "$1"; take one of $2.',
  },
]

/** Says an error in the author's words, with the remedy; one that is not known as the compiler says it. */
export function explainDiagnostic({ what, before, after }: Diagnostic): string {
  const place = `${before}▮${after}`
  const known = EXPLANATIONS.find(({ says, at }) => says.test(what) && (at === undefined || at.test(place)))
  return known === undefined
    ? `${what.replace(/\.$/, '')}; correct it there.`
    : what.replace(known.says, known.means)
}
