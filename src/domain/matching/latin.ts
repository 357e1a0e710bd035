/** A person's name taken apart, folded for comparison. An empty part is not known. */
export interface NameParts {
  readonly surname: string
  readonly given: string
  /** 1 Sr or I, 2 Jr or II, 3 III; 0 none. */
  readonly suffix: number
}

const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon capt captain col major st dear mme mlle herr frau'.split(
    ' ',
  ),
)
const suffixes = new Map([
  ['sr', 1],
  ['senior', 1],
  ['i', 1],
  ['jr', 2],
  ['junior', 2],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
])
const particles = new Set(
  'de da di do dos das del della van von der den ter la le el al bin ibn abu mac mc of du st'.split(' '),
)
const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў'
const romanised = 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia i i e g u'.split(' ')

/** Lower case, no accents, letters and digits with single spaces between words; other scripts stay, Cyrillic is romanised. */
export function foldLatin(text: string): string {
  let out = ''
  let gap = false
  for (const char of text.normalize('NFKD').toLowerCase()) {
    const code = char.codePointAt(0)!
    if ((code >= 0x300 && code <= 0x36f) || char === "'" || char === '’' || char === '`') continue
    const plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
    const cyr = plain ? -1 : cyrillic.indexOf(char)
    const piece = plain
      ? char
      : cyr >= 0
        ? romanised[cyr]!
        : char === 'ß'
          ? 'ss'
          : char === 'ø'
            ? 'o'
            : char === 'æ'
              ? 'ae'
              : code > 0x2ff && code !== 0x3000 && !(code >= 0x2000 && code <= 0x206f)
                ? char
                : ''
    if (piece === '' && cyr < 0) gap = true
    else {
      if (gap && out !== '') out += ' '
      gap = false
      out += piece
    }
  }
  return out
}

/** Reads `Given Surname`, `Surname, Given`, titles and Jr / Sr / II; particles stay with the surname. */
export function readLatinName(text: string): NameParts {
  const comma = text.indexOf(',')
  const [front, back] = comma > 0 ? [text.slice(0, comma), text.slice(comma + 1)] : [text, '']
  const first = takeSuffix(words(front))
  const second = takeSuffix(words(back))
  const suffix = first.suffix || second.suffix
  if (second.words.length > 0) return { surname: first.words.join(' '), given: second.words.join(' '), suffix }
  const all = first.words
  if (all.length === 1) return { surname: hasTitle(text) ? all[0]! : '', given: hasTitle(text) ? '' : all[0]!, suffix }
  let cut = all.length - 1
  while (cut > 1 && particles.has(all[cut - 1]!)) cut--
  return { surname: all.slice(cut).join(' '), given: all.slice(0, cut).join(' '), suffix }
}

/** Folds a cell that holds only a surname or only a given name, and takes Jr / Sr off. */
export function readLatinPart(text: string): { readonly text: string; readonly suffix: number } {
  const { words: kept, suffix } = takeSuffix(words(text))
  return { text: kept.join(' '), suffix }
}

const words = (text: string): string[] =>
  foldLatin(text)
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word))

const hasTitle = (text: string): boolean => titles.has(foldLatin(text).split(' ')[0]!)

function takeSuffix(list: string[]): { words: string[]; suffix: number } {
  const last = list.at(-1)
  const suffix = list.length > 1 && last !== undefined ? (suffixes.get(last) ?? 0) : 0
  return { words: suffix > 0 ? list.slice(0, -1) : list, suffix }
}
