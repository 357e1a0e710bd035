import { good, type Parsed, type Reason } from '../../model/parsed.ts'
import { honorificGender } from './honorific.ts'
import type { PersonName } from './person-name.ts'

const titles = /^(mr|mrs|ms|miss|dr|prof|sir|madam|mme|herr|frau|sr|sra)\b\.?\s*/i
const particles = new Set([
  'da',
  'de',
  'del',
  'della',
  'der',
  'den',
  'di',
  'do',
  'dos',
  'du',
  'la',
  'le',
  'van',
  'von',
  'al',
  'el',
  'bin',
  'ibn',
  'ten',
  'ter',
  'st.',
])

/** Reads a name in Latin letters: `Mr. Hans Müller`, `Smith, John`, `J. Smith`, `Maria da Silva`. */
export function parseLatinName(text: string, remarks: readonly string[], bracketed?: string): Parsed<PersonName> {
  const title = titles.exec(text)
  const honorific = title === null ? bracketed : title[0].trim()
  let full = (title === null ? text : text.slice(title[0].length)).replace(/[,;]+$/, '').trim()
  const turned = /^([^,]+),\s*([^,]+)$/.exec(full)
  if (turned !== null) full = `${turned[2]!} ${turned[1]!}`
  const words = full.split(' ')
  const gender = honorific === undefined ? undefined : honorificGender(honorific)
  const shared = {
    ...(honorific === undefined ? {} : { honorific }),
    ...(gender === undefined ? {} : { gender }),
    ...(remarks.length === 0 ? {} : { remark: remarks.join(' ') }),
    script: 'latin' as const,
  }
  const notes: Reason[] = []
  if (words.length === 1) {
    if (honorific !== undefined) notes.push({ code: 'name-honorific-only' })
    const name = honorific === undefined ? { full, given: full } : { full: text, surname: full }
    return good({ ...name, ...shared, complete: false }, notes)
  }
  let from = words.length - 1
  while (from > 1 && particles.has(words[from - 1]!.toLowerCase())) from--
  const given = words.slice(0, from).join(' ')
  return good(
    {
      full,
      surname: words.slice(from).join(' '),
      given,
      ...shared,
      complete: !/^[A-Z]\.?$/.test(given) && words.length <= 6,
    },
    notes,
  )
}
