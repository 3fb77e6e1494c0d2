/** What the compiler says of a place in a talk, and the file around it. */
export interface Diagnostic {
  readonly what: string
  /** The file's text before and after the place. */
  readonly before: string
  readonly after: string
}

/**
 * What the compiler says; for the author, with `$1` for what that has found; what stands around the place, which is
 * marked by `▮`.
 */
type Explanation = readonly [says: RegExp, means: string, at?: RegExp]

const SYNTAX = /^.* expected\.$/
/** What may follow a comma: a field, a slide, an item of a list. */
const NEXT = '(?:[\'"]?[\\w-]+[\'"]?:|\\w+,|[{[]|md`)'

/** What authors are likely to meet; the first that fits is taken. */
const EXPLANATIONS: readonly Explanation[] = [
  [
    /^.*$/s,
    "the slide has no `layout`; write one, such as layout: 'list'.",
    /^(?![\s\S]*\blayout\s*:)[\s\S]*\bdefineSlide\(▮?\{/,
  ],
  [SYNTAX, 'decimals take a point, not a comma: write 1.5.', /\d,▮?\d/],
  [
    SYNTAX,
    'an import has no hyphen in its name; write it as one word, such as secondPart.',
    /\bimport [\w-]*▮-/,
  ],
  [SYNTAX, "a name with a hyphen needs quotation marks: 'second-part': secondPart.", /▮-/],
  [/^.*$/s, 'Markdown stands between backticks; write it as md`…`.', /\bmd▮['"„“‚‘]/],
  [
    SYNTAX,
    'the text before this is not closed; end it with the quotation mark that it begins with.',
    /(?:[\s:([{,]['"]|md`)▮/,
  ],
  [
    SYNTAX,
    'an apostrophe ends a text in \'…\'; write it as ’, or put the text into "…".',
    new RegExp(`'\\s*▮(?!${NEXT})\\p{L}`, 'u'),
  ],
  [SYNTAX, 'a comma is missing at the end of the line above; write it there.', new RegExp(`\\n\\s*▮${NEXT}`)],
  [SYNTAX, 'a comma is missing before this; write it.', new RegExp(`▮${NEXT}|[\\w'"\`\\]}] ▮['"\\d]`)],
  [SYNTAX, 'there is a comma too many; delete it.', /▮,/],
  [
    SYNTAX,
    'a bracket is missing or one too many, here or above; each { needs its }, each [ its ] and each ( its ).',
    /▮(?:[)\]}:;]|\s*$)/,
  ],
  [
    /^Unterminated .*$/,
    'a text is not closed; end it with the mark that it begins with, and write an apostrophe as ’.',
  ],
  [/^Invalid character\.$/, "a text begins and ends with straight marks: write '…'.", /▮[„“”‚‘’«»]/],
  [
    /^Cannot find name '(md|define\w+)'.*$/,
    "`$1` is not imported; add it at the top: import { …, $1 } from '#deck'.",
  ],
  [/^Cannot find name '(.+?)'\. Did you mean '(.+?)'\?$/, 'nothing is called `$1` here; did you mean `$2`?'],
  [
    /^No value exists in scope for the shorthand property '(.+?)'.*$/,
    "the slide `$1` is not imported; write at the top: import $1 from './$1.ts'.",
  ],
  [
    /^Cannot find name '(.+?)'\.$/,
    "the slide `$1` is not imported; write at the top: import $1 from './<the file>.ts'.",
    /'[\w-]+': ▮/,
  ],
  [
    /^Cannot find name '(.+?)'\.$/,
    "`$1` is no text and not imported; write '$1' if it is a text, else import it at the top.",
  ],
  [
    /^Cannot find module (?:or .* import of )?'(.+?)'.*$/,
    'there is no file $1; correct its name, write the file, or delete the lines that name it.',
  ],
  [
    /^Module '"?.*?(slides\/.+?)(?:\.ts)?"?' has no default export.*$/,
    '$1.ts hands on no slide; it needs: export default defineSlide({ … }).',
  ],
  [
    /^(?:Module )?'"(.+?)"' has no exported member (?:named )?'(.+?)'.*$/,
    '$1 has no `$2`; correct the name.',
  ],
  [
    /^Property 'lt' is missing .*$/,
    'the Lithuanian text is missing; write it as `lt`, before the English one.',
  ],
  [
    /^Property 'en' is missing .*$/,
    'the English text is missing; write it as `en`, after the Lithuanian one.',
  ],
  [
    /^Property 'notes' is missing .*$/,
    'the notes are missing; write notes: { lt: md`…`, en: md`…` }, or md`` for none.',
  ],
  [/^Property '(.+?)' is missing .*$/, 'the field `$1` is missing; write it.'],
  [
    /^Type .* is missing the following properties from type .*?: (.+)$/,
    'these fields are missing: $1; write them.',
  ],
  [
    /^.*'(.+?)' does not exist in type .* Did you mean to write '(.+?)'\?$/,
    'there is no field `$1`; did you mean `$2`?',
  ],
  [
    /^.*'(.+?)' does not exist in type .*$/,
    'there is no field `$1` here; correct its name or delete it (the editor lists the fields).',
  ],
  [/^Type 'string' is not assignable to type 'Markdown'\.$/, 'this text is Markdown; write it as md`…`.'],
  [
    /^Type 'Markdown' is not assignable to type 'string'\.$/,
    "this text is plain; write it as '…', without md.",
  ],
  [
    /^Type '".*"' is not assignable to type '`https:.*$/,
    "an address begins with https://; write 'https://…'.",
  ],
  [
    /^Type 'string' is not assignable to type 'number'\.$/,
    'this is a number; write it without quotation marks.',
  ],
  [
    /^Type '"(.+?)"' is not assignable to type .* Did you mean '"(.+?)"'\?$/,
    'there is no "$1"; did you mean "$2"?',
  ],
  [/^Type '"(.+?)"' is not assignable to type '("[^']+")'\.$/, 'there is no "$1"; take one of $2.'],
]

/** Says an error in the author's words, with the remedy; one that is not known as the compiler says it. */
export function explainDiagnostic({ what, before, after }: Diagnostic): string {
  const place = `${before}▮${after}`
  const known = EXPLANATIONS.find(([says, , at]) => says.test(what) && (at === undefined || at.test(place)))
  return known === undefined
    ? `${what.replace(/\.$/, '')}; correct it there.`
    : what.replace(known[0], known[1])
}
