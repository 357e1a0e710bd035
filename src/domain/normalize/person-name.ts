import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { foldText } from './fold.ts'
import { readHan } from './han-name.ts'
import { honorificGender, isHonorific, splitHonorific } from './honorific.ts'
import { parseLatinName } from './latin-name.ts'
import { isLatinOrg } from './latin-org.ts'
import { isForeignHanName, isHan } from './minority-name.ts'
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
  if (splitHonorific(text) !== null || isSurname(text) || isHonorific(text) || text.includes('某')) return null
  if (text.length === 3 && isForeignHanName(text)) return null
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
  if (isHonorific(han)) return finish({ full: name, honorific: han, script: 'mixed', complete: false }, parts)
  if (
    /^(?:s?v*vip|[a-z]|aa+)[-_. ]*$/i.test(latin) &&
    han.length >= 2 &&
    readHan(han, { name: han, remarks: [] }).surname !== undefined
  ) {
    return readParts({ ...parts, name: han, remarks: [...parts.remarks, latin] })
  }
  if (isSurname(han))
    return finish({ full: name, surname: han, english: latin, script: 'mixed', complete: false }, parts)
  const inner = readHan(han, parts)
  if (inner.complete) return finish({ ...inner, english: latin }, parts)
  const named = /[a-z]/.test(latin) ? { english: latin } : {}
  return finish({ ...inner, full: name, ...named, script: 'mixed', complete: false }, parts)
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
  if (/[*×]/.test(value.full) && hasHanIn(value.full)) notes.push({ code: 'name-masked' })
  else if (!value.complete && value.honorific !== undefined) notes.push({ code: 'name-honorific-only' })
  else if (!value.complete && value.surname !== undefined && value.english === undefined)
    notes.push({ code: 'name-surname-only' })
  else if (!value.complete && value.surname === undefined) notes.push({ code: 'name-nickname' })
  return good(value, notes)
}

const hasHanIn = (text: string): boolean => /[\u3400-\u9fff]/.test(text)

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
