import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { foldText } from './fold.ts'
import { honorificGender, isHonorific, isKin, splitHonorific } from './honorific.ts'
import { parseLatinName } from './latin-name.ts'
import { isLatinOrg } from './latin-org.ts'
import { isForeignHanName, isHan, joinDots } from './minority-name.ts'
import { isMissingIdentity } from './missing.ts'
import { type NameParts, takeRemarks } from './name-remarks.ts'
import { isSurname, surnameLength } from './surname.ts'

export interface PersonName {
  /** Without titles after a full name, remarks and inner spaces; 王总 where there is nothing else. */
  readonly full: string
  readonly surname?: string
  readonly given?: string
  readonly honorific?: string
  readonly gender?: 'M' | 'F'
  /** Words beside the name that are no name: 已退卡, 老客户, 万科. */
  readonly remark?: string
  /** English name beside a Chinese one: Kevin of `Kevin 陈`. */
  readonly english?: string
  /** 曾用名 */
  readonly former?: string
  readonly script: 'han' | 'latin' | 'mixed' | 'other'
  /** A name that could stand in a passport: not 王总, 小李, 孙浩太太, 欧阳, 🌸小鹿🌸. */
  readonly complete: boolean
}

/** Reads the name of one person. Several names in a cell are first to be cut by `splitNames`. */
export function parsePersonName(text: string): Parsed<PersonName> {
  if (text.length <= 3 && text.length >= 2 && isHan(text)) {
    const plain = readPlainHan(text)
    if (plain !== null) return { ok: true, value: plain }
  }
  if (isMissingIdentity(text)) return bad('name-missing')
  const folded = foldText(text)
  if (/^[\d\s+()-]+$/.test(folded)) return bad('name-digits', { value: folded })
  if (/^(?:https?:|www\.)|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i.test(folded)) {
    return good({ full: folded, script: 'latin', complete: false }, [{ code: 'name-is-url' }])
  }
  return readParts(takeRemarks(folded))
}

/** Two or three Han characters, surname first, no title: most names there are. */
function readPlainHan(text: string): PersonName | null {
  const size = surnameLength(text)
  if (size === 0 || size === text.length || text[0] === '老' || text[0] === '小' || text[0] === '阿') return null
  if (splitHonorific(text) !== null || isSurname(text)) return null
  return { full: text, surname: text.slice(0, size), given: text.slice(size), script: 'han', complete: true }
}

function readParts(parts: NameParts): Parsed<PersonName> {
  const { name } = parts
  if (name === '') {
    const inner = parts.remarks.shift() ?? parts.english ?? parts.former ?? parts.honorific
    return inner === undefined ? bad('name-missing') : readParts({ name: inner, remarks: parts.remarks })
  }
  const hasHan = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud884]/.test(name)
  const hasLatin = /[A-Za-z\u00c0-\u024f]/.test(name)
  // Zhang Wei（张伟）: the Chinese name is the name.
  const inner =
    hasHan || !hasLatin
      ? -1
      : parts.remarks.findIndex((remark) => isHan(remark) && readHan(remark, { name: remark, remarks: [] }).complete)
  if (inner >= 0) return finish({ ...readHan(parts.remarks.splice(inner, 1)[0]!, parts), english: name }, parts)
  if (!hasHan)
    return hasLatin
      ? parseLatinName(name, parts.remarks, parts.honorific)
      : finish({ full: name, script: 'other', complete: false }, parts)
  if (hasLatin) return readMixed(name, parts)
  return finish(readHan(name, parts), parts)
}

/** `Kevin 陈`, `陈伟Kevin`, `陳大文 David Chan`, `Lily妈妈`. */
function readMixed(name: string, parts: NameParts): Parsed<PersonName> {
  const match =
    /^([A-Za-z][A-Za-z .'-]*?)\s*([\u3400-\u9fff·]+)$/.exec(name) ??
    /^([\u3400-\u9fff·]+)\s*([A-Za-z][A-Za-z .'-]*)$/.exec(name)
  if (match === null) return finish({ full: name, script: 'mixed', complete: false }, parts)
  const hanFirst = isHan(match[1]![0]!)
  const han = hanFirst ? match[1]! : match[2]!
  const latin = (hanFirst ? match[2]! : match[1]!).trim()
  if (/^(?:vip|svip|vvip|[a-z])$/i.test(latin) && han.length >= 2) {
    return readParts({ ...parts, name: han, remarks: [...parts.remarks, latin] })
  }
  if (isSurname(han))
    return finish({ full: name, surname: han, english: latin, script: 'mixed', complete: false }, parts)
  const inner = readHan(han, parts)
  if (inner.complete) return finish({ ...inner, english: latin }, parts)
  return finish({ ...inner, full: name, english: latin, script: 'mixed', complete: false }, parts)
}

function readHan(name: string, parts: NameParts): PersonName {
  const spaced = joinSpaces(name, parts)
  const dotted = joinDots(spaced)
  if (dotted.includes('·')) return { full: dotted, script: 'han', complete: true }
  if (!isHan(dotted)) return { full: dotted, script: 'other', complete: false }
  const pet = /^([老小阿大])(.)$/u.exec(dotted)
  if (pet !== null) return readPetName(dotted, pet[1]!, pet[2]!)
  const title = splitHonorific(dotted)
  if (title !== null) {
    const read = readTitled(dotted, title.word, title.stem, parts)
    if (read !== null) return read
  }
  const size = surnameLength(dotted)
  if (isSurname(dotted)) return { full: dotted, surname: dotted, script: 'han', complete: false }
  if (size > 0 && dotted.length - size <= 2) {
    return { full: dotted, surname: dotted.slice(0, size), given: dotted.slice(size), script: 'han', complete: true }
  }
  if (isForeignHanName(dotted)) return { full: dotted, script: 'han', complete: true }
  // Double surnames of married women and four-character names.
  if (size === 1 && dotted.length === 4 && surnameLength(dotted.slice(1)) === 1) {
    return { full: dotted, surname: dotted[0]!, given: dotted.slice(1), script: 'han', complete: true }
  }
  return { full: dotted, script: 'han', complete: false }
}

function readPetName(full: string, prefix: string, character: string): PersonName {
  const surname = prefix !== '阿' && isSurname(character) ? { surname: character } : {}
  return { full, ...surname, honorific: prefix, script: 'han', complete: false }
}

function readTitled(full: string, word: string, stem: string, parts: NameParts): PersonName | null {
  const gender = honorificGender(word)
  const told = gender === undefined ? {} : { gender }
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
  const pet = /^[老小阿](.)$/.exec(stem)
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

function finish(name: PersonName, parts: NameParts): Parsed<PersonName> {
  const notes: Reason[] = []
  const honorific = name.honorific ?? parts.honorific
  const gender = parts.gender ?? name.gender ?? (honorific === undefined ? undefined : honorificGender(honorific))
  const english = name.english ?? parts.english
  const value: PersonName = {
    ...name,
    ...(honorific === undefined ? {} : { honorific }),
    ...(gender === undefined ? {} : { gender }),
    ...(english === undefined ? {} : { english }),
    ...(parts.former === undefined ? {} : { former: parts.former }),
    ...(parts.remarks.length === 0 ? {} : { remark: parts.remarks.join(' ') }),
  }
  if (!value.complete && value.honorific !== undefined) notes.push({ code: 'name-honorific-only' })
  else if (!value.complete && value.surname !== undefined && value.english === undefined)
    notes.push({ code: 'name-surname-only' })
  else if (!value.complete && value.surname === undefined) notes.push({ code: 'name-nickname' })
  return good(value, notes)
}

/** Cuts a cell with several people: 张伟、李娜; 张伟/李娜; Tom & Mary. A firm with & in it stays whole. */
export function splitNames(text: string): string[] {
  const folded = foldText(text)
  if (!/[、/&+,，;；和与及]/.test(folded) || folded.length > 60) return folded === '' ? [] : [folded]
  const pieces = folded.split(/\s*[、/&+;；]\s*|\s*[,，]\s*(?=[\u3400-\u9fff])/).filter((piece) => piece !== '')
  if (pieces.length > 1 && pieces.every(looksLikeName) && !isLatinOrg(folded)) return pieces
  const couple = /^([\u3400-\u9fff]{2,4})[和与及]([\u3400-\u9fff]{2,4})$/.exec(folded)
  if (couple !== null && looksLikeName(couple[1]!) && looksLikeName(couple[2]!)) return [couple[1]!, couple[2]!]
  return [folded]
}

function looksLikeName(piece: string): boolean {
  if (isHan(piece)) {
    const size = surnameLength(piece)
    return (
      piece.length >= 2 &&
      ((size > 0 && piece.length - size <= 2) || splitHonorific(piece) !== null || /^[老小阿]./.test(piece))
    )
  }
  if (/^[\u3400-\u9fff]{2,5}\([^()]*\)$/.test(piece)) return looksLikeName(piece.slice(0, piece.indexOf('(')))
  return /^[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}$/.test(piece)
}
