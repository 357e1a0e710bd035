import { readings, surnameReadings } from './data/pinyin.ts'
import { surnameLength } from './surname.ts'

let syllables: string[] | undefined
let reading: Uint16Array | undefined
const rare = new Map<string, string>()
const surnames = new Map<string, string>()

function load(): Uint16Array {
  reading = new Uint16Array(0x10000)
  syllables = ['']
  for (const [, syllable, characters] of readings.matchAll(/([a-z]+)([^a-z]+)/g)) {
    syllables.push(syllable!)
    for (const character of characters!) {
      if (character.length === 1) reading[character.charCodeAt(0)] = syllables.length - 1
      else rare.set(character, syllable!)
    }
  }
  for (const entry of surnameReadings.split(',')) {
    const cut = entry.search(/[a-z]/)
    surnames.set(entry.slice(0, cut), entry.slice(cut))
  }
  return reading
}

export interface Pinyin {
  /** Syllables without tone, a gap between, `v` for ü; what is no Han character stays, in lower case. */
  readonly pinyin: string
  readonly initials: string
}

/** How a name is read, with spaces between its syllables or without: its surname as surnames are (单 shan, 曾 zeng, 尉迟 yu chi). Source: pinyin-pro. */
export function toPinyin(name: string, gap: '' | ' ' = ' '): Pinyin {
  const table = reading ?? load()
  let pinyin = ''
  let initials = ''
  let from = 0
  const size = surnameLength(name)
  const surname = size === 0 ? undefined : surnames.get(name.slice(0, size))
  if (surname !== undefined) {
    pinyin = gap === '' && size === 2 ? surname.replace(' ', '') : surname
    initials = surname[0]! + (size === 2 ? surname[surname.indexOf(' ') + 1]! : '')
    from = size
  }
  let inWord = false
  for (let i = from; i < name.length; i++) {
    const code = name.charCodeAt(i)
    const known = table[code]!
    const syllable =
      known !== 0 ? syllables![known]! : code >= 0xd840 && code <= 0xdbff ? (rare.get(name.slice(i, i + 2)) ?? '') : ''
    if (syllable !== '') {
      pinyin += pinyin === '' ? syllable : gap + syllable
      initials += syllable[0]!
      inWord = false
      if (known === 0) i++
    } else if (isLetter(code)) {
      const letter = name[i]!.toLowerCase()
      if (!inWord) initials += letter
      pinyin += inWord || pinyin === '' ? letter : gap + letter
      inWord = true
    } else inWord = false
  }
  return { pinyin, initials }
}

const isLetter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code <= 0x24f)
