import { compoundSurnames, singleSurnames } from './data/surnames.ts'
import { toSimplified } from './fold.ts'

let single: Uint8Array | undefined
let compound: Set<string> | undefined

function load(): Uint8Array {
  single = new Uint8Array(0x10000)
  for (let i = 0; i < singleSurnames.length; i++) single[singleSurnames.charCodeAt(i)] = 1
  compound = new Set(compoundSurnames.split(' '))
  return single
}

/** True for a one-character surname, simplified or traditional. */
export function isSingleSurname(character: string): boolean {
  const table = single ?? load()
  return (
    character.length === 1 &&
    (table[character.charCodeAt(0)] === 1 || table[toSimplified(character).charCodeAt(0)] === 1)
  )
}

/** Length of the surname a Han text begins with: 0 where there is none. */
export function surnameLength(text: string): number {
  if (single === undefined) load()
  if (text.length >= 2 && compound?.has(toSimplified(text.slice(0, 2)))) return 2
  return isSingleSurname(text[0] ?? '') ? 1 : 0
}

/** True where the whole text is a surname and nothing else. */
export const isSurname = (text: string): boolean =>
  text !== '' && text.length <= 2 && surnameLength(text) === text.length
