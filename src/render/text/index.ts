import type { Lang } from '../../model/units.ts'
import { fill, type HolesOf, type Message, type Messages } from './catalogue.ts'
import { commandText } from './commands.ts'
import { dedupeText } from './dedupe.ts'
import { deskText } from './desk.ts'
import { errorText } from './errors.ts'
import { protectionText } from './protection.ts'
import { topics } from './topics.ts'

const typed = { ...errorText, ...commandText, ...dedupeText, ...deskText, ...protectionText } as const
const catalogue: Messages = { ...topics, ...typed }

/** Sentences that kehu's own code asks for by name; what a value or file gave rise to comes as a `Reason`. */
export type TextKey = keyof typeof typed

type Params<K extends TextKey> =
  HolesOf<(typeof typed)[K]> extends never ? [] : [Readonly<Record<HolesOf<(typeof typed)[K]>, string | number>>]

/** Gives a known sentence, with its values put in. */
export type Say = <K extends TextKey>(key: K, ...params: Params<K>) => string

export const sayIn =
  (lang: Lang): Say =>
  (key, ...params) =>
    fill(typed[key][lang], params[0] ?? {})

/** The sentence of any code; `missing` where there is none, else the code itself with its values, so that nothing is silent. */
export function tell(
  lang: Lang,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
  missing?: string,
): string {
  const message: Message | undefined = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined
  if (message !== undefined) return fill(message[lang], params)
  if (missing !== undefined) return missing
  const values = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return values.length === 0 ? code : `${code} (${values.join(', ')})`
}

/** Every code with its two sentences, for the test of the catalogue. */
export const allMessages = (): Messages => catalogue
