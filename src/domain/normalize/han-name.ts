import { honorificGender, isHonorific, isKin, splitHonorific, splitLeadingTitle } from './honorific.ts'
import { isForeignHanName, isHan, joinDots } from './minority-name.ts'
import type { NameParts } from './name-remarks.ts'
import type { PersonName } from './person-name.ts'
import { isSurname, surnameLength } from './surname.ts'

/** Reads a name of Han characters; words beside it that only spaces show go to the remarks of `parts`. */
export function readHan(name: string, parts: NameParts): PersonName {
  const spaced = joinSpaces(name, parts)
  const dotted = joinDots(spaced)
  if (dotted.includes('·')) return { full: dotted, script: 'han', complete: true }
  if (!isHan(dotted)) return { full: dotted, script: 'other', complete: false }
  if (isHonorific(dotted)) return untitled(dotted)
  if (isForeignSurname(dotted)) return { full: dotted, script: 'han', complete: true }
  const pet = /^([老小阿大])(.)$/u.exec(dotted)
  if (pet !== null) return readPetName(dotted, pet[1]!, pet[2]!)
  const title = splitHonorific(dotted)
  if (title !== null) {
    const read = readTitled(dotted, title.word, title.stem, parts)
    if (read !== null) return read
  }
  const led = splitLeadingTitle(dotted)
  if (led !== null) return { ...nameOf(led.stem), honorific: led.word, ...genderOf(led.word) }
  const size = surnameLength(dotted)
  if (isSurname(dotted)) return { full: dotted, surname: dotted, script: 'han', complete: false }
  if (size > 0 && dotted.length - size <= 2) {
    return nameOf(dotted)
  }
  if (isForeignHanName(dotted)) return { full: dotted, script: 'han', complete: true }
  // Double surnames of married women and four-character names.
  if (size === 1 && dotted.length === 4 && surnameLength(dotted.slice(1)) === 1) {
    return { full: dotted, surname: dotted[0]!, given: dotted.slice(1), script: 'han', complete: true }
  }
  return { full: dotted, script: 'han', complete: false }
}

/** A surname and a given name; 李某某 says that it isn't the whole. */
function nameOf(full: string): PersonName {
  const size = surnameLength(full)
  return { full, surname: full.slice(0, size), given: full.slice(size), script: 'han', complete: !full.includes('某') }
}

const genderOf = (word: string): { gender?: 'M' | 'F' } => {
  const gender = honorificGender(word)
  return gender === undefined ? {} : { gender }
}

/** 先生, 老板: a title and no name at all. */
const untitled = (word: string): PersonName => ({
  full: word,
  honorific: word,
  ...genderOf(word),
  script: 'han',
  complete: false,
})

// Characters that no Chinese surname of today is likely to be, before sounds: 阿里木, 巴特尔.
const isForeignSurname = (text: string): boolean =>
  text.length >= 3 && '阿巴乌那斯达尼买艾努依帕古扎旦索'.includes(text[0]!) && isForeignHanName(text)

function readPetName(full: string, prefix: string, character: string): PersonName {
  const surname = prefix !== '阿' && isSurname(character) ? { surname: character } : {}
  return { full, ...surname, honorific: prefix, script: 'han', complete: false }
}

function readTitled(full: string, word: string, stem: string, parts: NameParts): PersonName | null {
  const told = genderOf(word)
  if (isSurname(stem)) {
    const inner = parts.remarks.findIndex(
      (remark) => isHan(remark) && remark.startsWith(stem) && remark.length > stem.length && remark.length <= 4,
    )
    if (inner >= 0) {
      const [name] = parts.remarks.splice(inner, 1)
      return {
        full: name!,
        surname: stem,
        given: name!.slice(stem.length),
        honorific: word,
        ...told,
        script: 'han',
        complete: true,
      }
    }
    return { full, surname: stem, honorific: word, ...told, script: 'han', complete: false }
  }
  const pet = /^[老小阿大](.)$/.exec(stem)
  if (pet !== null)
    return {
      full,
      ...(isSurname(pet[1]!) ? { surname: pet[1]! } : {}),
      honorific: word,
      ...told,
      script: 'han',
      complete: false,
    }
  if (isKin(word)) return { full, honorific: word, ...told, script: 'han', complete: false }
  const size = surnameLength(stem)
  if (size === 0 || stem.length - size > 2 || stem.length === size)
    return isForeignHanName(stem) ? { full: stem, honorific: word, ...told, script: 'han', complete: true } : null
  return {
    full: stem,
    surname: stem.slice(0, size),
    given: stem.slice(size),
    honorific: word,
    ...told,
    script: 'han',
    complete: true,
  }
}

/** 张 伟 is one name; 万科 刘经理 is a firm and a person; 买买提 艾力 lost its dot. */
function joinSpaces(name: string, parts: NameParts): string {
  if (!name.includes(' ')) return name
  const words = name.split(' ')
  const joined = words.join('')
  if (words.every((word) => word.length === 1) || (joined.length <= 4 && isSurname(words[0]!))) return joined
  const last = words.at(-1)!
  if (isHonorific(last)) return joined
  if (words.every((word) => isForeignHanName(word))) return words.join('·')
  const person = surnameLength(last) > 0 && last.length >= 2 && last.length <= 5
  if (!person && surnameLength(words[0]!) > 0 && words[0]!.length >= 2 && words[0]!.length <= 4) {
    parts.remarks.push(words.slice(1).join(' '))
    return words[0]!
  }
  if (!person) return words.join(joined.length <= 6 ? '' : ' ')
  parts.remarks.push(words.slice(0, -1).join(' '))
  return last
}
