/** Parses a value of unknown shape. Throws an error that starts with `where`, the value's place. */
export type Parse<T> = (value: unknown, where: string) => T

/** The type that a parser returns. */
export type Parsed<P> = P extends Parse<infer T> ? T : never

export const text: Parse<string> = (value, where) =>
  typeof value === 'string' ? value : refuse(value, where, 'a text')

export const number: Parse<number> = (value, where) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(value, where, 'a number')

export const flag: Parse<boolean> = (value, where) =>
  typeof value === 'boolean' ? value : refuse(value, where, 'true or false')

export function list<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (value, where) =>
    Array.isArray(value)
      ? value.map((one, index) => parse(one, `${where}[${index}]`))
      : refuse(value, where, 'a list')
}

/** Accepts null for a missing value, as JSON has no undefined. */
export function optional<T>(parse: Parse<T>): Parse<T | null> {
  return (value, where) => (value === null ? null : parse(value, where))
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Parse<T> {
  return (value, where) =>
    allowed.find((one) => one === value) ?? refuse(value, where, `one of ${allowed.join(', ')}`)
}

type Fields = Readonly<Record<string, Parse<unknown>>>
type Described<F extends Fields> = { readonly [Name in keyof F]: Parsed<F[Name]> }

export function object<F extends Fields>(fields: F): Parse<Described<F>> {
  return (value, where) => {
    if (typeof value !== 'object' || value === null) return refuse(value, where, 'an object')
    const read = Object.entries(fields).map(([name, parse]) => {
      const part: unknown = Reflect.get(value, name)
      return [name, parse(part, `${where}.${name}`)]
    })
    return Object.fromEntries(read) as Described<F>
  }
}

/** One of several objects, told apart by their `kind`. */
export function variants<K extends Readonly<Record<string, Parse<unknown>>>>(
  kinds: K,
): Parse<Parsed<K[keyof K]>> {
  return (value, where) => {
    const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined
    const parse = Object.entries(kinds).find(([name]) => name === kind)?.[1]
    if (parse === undefined) return refuse(kind, `${where}.kind`, `one of ${Object.keys(kinds).join(', ')}`)
    return parse(value, where) as Parsed<K[keyof K]>
  }
}

function refuse(value: unknown, where: string, wanted: string): never {
  throw new Error(`${where} is ${JSON.stringify(value)}; it takes ${wanted}`)
}
