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
  if (isPinyinOrder(words)) {
    return good({ full, surname: words[0]!, given: words.slice(1).join(' '), ...shared, complete: true })
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

const syllables =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?a(?:i|o|ng?)?|u?a(?:i|ng?)?|[ei]ng?|ei|er|e|iao|iu|ie|iong|ong|ou|o|uo|ui|un|u|i|v|ve|ue))+$/
const surnames = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lv lu ding ren yao shen zhong cui tan jin fan shi liao jia xia fu bai zou xiong qin qiu hou gu meng long duan lei hao kong shao mao chang wan qian yan lai yin qi he ouyang'.split(
    ' ',
  ),
)

/** Zhang Wei: pinyin with the surname first, as Chinese say it. */
function isPinyinOrder(words: readonly string[]): boolean {
  if (words.length > 3 || !surnames.has(words[0]!.toLowerCase())) return false
  return (
    words.slice(1).every((word) => syllables.test(word.toLowerCase())) && !surnames.has(words.at(-1)!.toLowerCase())
  )
}
