import { kanji, simplified, traditional } from './frequent.ts'

/** Every ASCII character counts alike, whatever the encoding. */
const ascii = -4.2
const wrong = -14

interface DoubleByte {
  readonly encoding: string
  readonly frequent: string
  /** Share of the frequent characters, in order of rank: about 1 / (rank + 30). */
  readonly share: number
  /** Probability of one character by its lead and trail byte, for those that are not frequent. */
  readonly rest: (lead: number, trail: number) => number
}

const twoByte: readonly DoubleByte[] = [
  {
    encoding: 'gb18030',
    frequent: simplified,
    share: 0.22,
    rest: (lead, trail) => {
      if (trail < 0xa1 || lead < 0xa1) return 2e-7
      if (lead === 0xa1) return 1e-3
      if (lead === 0xa3) return 2e-4
      if (lead <= 0xaf) return lead === 0xa4 || lead === 0xa5 ? 3e-6 : 1e-6
      return lead <= 0xd7 ? 4e-5 : lead <= 0xf7 ? 8e-6 : 1e-9
    },
  },
  {
    encoding: 'big5',
    frequent: traditional,
    share: 0.22,
    rest: (lead) => {
      if (lead <= 0xa0) return 1e-8
      if (lead === 0xa1) return 8e-4
      if (lead <= 0xa3) return 5e-5
      return lead <= 0xc6 ? 3e-5 : lead <= 0xc8 ? 1e-7 : 5e-6
    },
  },
  {
    encoding: 'shift_jis',
    frequent: kanji,
    share: 0.1,
    rest: (lead, trail) => {
      if (lead === 0x81) return 4e-4
      if (lead === 0x82) return trail >= 0x9f ? 3e-3 : 2e-4
      if (lead === 0x83) return trail <= 0x96 ? 3e-3 : 1e-6
      if (lead <= 0x87) return 1e-5
      return lead <= 0x97 ? 4e-5 : lead <= 0xea ? 3e-6 : 1e-7
    },
  },
]

/** Log probabilities by UTF-16 unit of all that a double-byte encoding can write. */
function tableOf(model: DoubleByte): Float32Array {
  const table = new Float32Array(65_536).fill(wrong - 2)
  const decoder = new TextDecoder(model.encoding)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const bytes = Buffer.alloc(191 * 3, 10)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      bytes[(trail - 0x40) * 3] = lead
      bytes[(trail - 0x40) * 3 + 1] = trail
    }
    const cells = decoder.decode(bytes).split('\n')
    for (let i = 0, trail = 0x40; trail <= 0xfe; i++, trail++) {
      const cell = cells[i] ?? ''
      const code = cell.charCodeAt(0)
      if (cell.length === 1 && code > 127 && code !== 0xfffd) table[code] = Math.log(model.rest(lead, trail))
    }
  }
  for (let i = 0; i < model.frequent.length; i++) {
    table[model.frequent.charCodeAt(i)] = Math.log(model.share / (i + 30))
  }
  if (model.encoding === 'shift_jis') for (let code = 0xff61; code <= 0xff9f; code++) table[code] = Math.log(4e-5)
  for (let code = 0; code < 128; code++)
    table[code] = code >= 32 || code === 9 || code === 10 || code === 13 ? ascii : -9
  table[0xfffd] = wrong
  return table
}

const usualLatin = 'éèêëüöäßáàâãåæçñóôõøíìîïúùûýÿœšžÉÈÜÖÄÁÀÂÃÅÆÇÑÓÔÕØÍÚÝŠŽŒ'
const usualSigns = '’“”–—…€£°®™©«»¿¡ºª\u00a0·‘•'

function latinTable(): Float32Array {
  const table = new Float32Array(65_536).fill(wrong)
  for (let code = 0; code < 256; code++) table[code] = code < 128 ? ascii : Math.log(1e-6)
  for (const char of new TextDecoder('windows-1252').decode(
    Buffer.from(Array.from({ length: 32 }, (_, i) => 128 + i)),
  )) {
    table[char.charCodeAt(0)] = Math.log(1e-6)
  }
  for (let code = 0x80; code < 0xa0; code++) table[code] = wrong
  for (let code = 0xc0; code <= 0xff; code++) if (code !== 0xd7 && code !== 0xf7) table[code] = Math.log(4e-4)
  for (let i = 0; i < usualLatin.length; i++) table[usualLatin.charCodeAt(i)] = Math.log(0.15 / (i + 8))
  for (const char of usualSigns) table[char.charCodeAt(0)] = Math.log(1e-3)
  table[0xff] = Math.log(1e-7)
  table[0xfffd] = wrong
  return table
}

const tables = new Map<string, Float32Array>()

/** The table of one encoding, made when it is first asked for. */
export function characterTable(encoding: string): Float32Array {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const model = twoByte.find((each) => each.encoding === encoding)
  const made = model === undefined ? latinTable() : tableOf(model)
  tables.set(encoding, made)
  return made
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

const isUpper = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)

/** An accented letter between two letters of its own case. */
function withinWord(text: string, at: number): boolean {
  const [before, code, after] = [text.charCodeAt(at - 1), text.charCodeAt(at), text.charCodeAt(at + 1)]
  if (code < 0xc0 || !isLetter(before) || !isLetter(after)) return false
  return isUpper(code) === isUpper(before) && isUpper(code) === isUpper(after)
}

/** A Western text has single accented letters between plain ones: long runs of them are something else. */
function latinRuns(text: string): number {
  let sum = 0
  let run = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0
    if (code > 127) {
      run++
      continue
    }
    if (run > 2) sum -= 3 * (run - 2)
    if (run === 1 && withinWord(text, i - 1)) sum += 1.5
    if (run > 0 && run <= 2 && !isLetter(code) && !isLetter(text.charCodeAt(i - run - 1))) sum -= 3
    run = 0
  }
  return sum
}

/** Log likelihood of a decoded text; `encoding` says by which table. */
export function likelihood(text: string, encoding: string): number {
  const table = characterTable(encoding)
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code < 0xdc00) {
      sum += wrong
      i++
    } else sum += table[code]!
  }
  return encoding === 'windows-1252' ? sum + latinRuns(text) : sum
}
