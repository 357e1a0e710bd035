import type { RowReading } from '../../model/intake.ts'
import type { Cell } from '../../model/sheet.ts'
import { parseEmails } from '../normalize/email.ts'
import { foldText } from '../normalize/fold.ts'
import { parseGender } from '../normalize/gender.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { parsePhones } from '../normalize/phones.ts'
import { surnameLength } from '../normalize/surname.ts'
import { assemble } from './assemble.ts'
import { cellText, isEmptyCell } from './cells.ts'
import { contactOf } from './contact-readers.ts'
import { note, openRow, type RowDraft } from './row-draft.ts'
import type { AssembleFacts } from './row-said.ts'

const facts: AssembleFacts = {
  role: 'customers',
  deals: false,
  talks: false,
  visits: false,
  topups: false,
  makesParty: true,
  hasPhoneColumn: true,
  hasNameColumn: true,
}

const phoneWord =
  /(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}[-\s]\d{7,8}(?:(?:转|-)\d{1,6})?|(?<!\d)400[-\s]?\d{3,4}[-\s]?\d{3,4}|\+\d[\d\s()-]{7,}\d|(?<![\d-])\d{9,12}(?![\d-])/g
const surePhone =
  /(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?![\d.])|(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)|(?<!\d)400[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)|\+\d[\d\s()-]{7,}\d/
const address =
  /[省市区县镇乡村路街道巷弄]\S*(?:\d|[路街道村镇区县号楼室])|(?:[\u4e00-\u9fff]{2,}(?:省|市|区|县))$|\d+号/
const note2 = /空号|停机|无人接|打不通|备注|老客户|介绍|已|要|想|需要|联系|电话|朋友|同事|先别|别打|VIP/

/** Whether a line of text could be one customer: it holds a number or an address to reach somebody by. */
export function looksLikeContact(text: string): boolean {
  return (
    surePhone.test(text) ||
    (/[\u3400-\u9fff]{2}/.test(text) && /(?<![\d.-])\d{9,12}(?![\d.-])/.test(text)) ||
    /(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+/.test(text)
  )
}

/** A row of a list nobody made columns for: all of it as one text. */
export const lineOf = (row: readonly Cell[]): string =>
  row
    .filter((cell) => !isEmptyCell(cell))
    .map(cellText)
    .join('\t')

/** Reads one line of a list without columns: each word is taken for what it looks like. */
export function readFreeLine(rowNumber: number, row: readonly Cell[]): RowReading {
  const draft = openRow(rowNumber)
  draft.phoneCells = 1
  let text = foldText(lineOf(row).replaceAll('\t', ' ; '))
  text = text.replace(/^\s*\d{1,3}\s*[、.．)）]\s*(?=\D)/, '')
  text = takeEmails(draft, text)
  phoneWord.lastIndex = 0
  const gap = ' ; '
  text = text.replace(phoneWord, (found) => takePhone(draft, found, gap))
  const words = text.split(/[,，;；、|\t]+|\s+/).map((word) => word.replace(/^[:：.。\-—]+|[:：.。\-—]+$/g, '').trim())
  place(
    draft,
    words.filter((word) => word !== '' && !plainLabel.test(word)),
  )
  return assemble(draft, facts)
}

const plainLabel = /^(?:姓名|名字|电话|手机|手机号|联系电话|地址|微信|邮箱|客户|tel|phone|mobile|name|email)$/i

function takeEmails(draft: RowDraft, text: string): string {
  return text.replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (found) => {
    for (const email of parseEmails(found).emails) draft.contacts.push({ type: 'email', raw: found, canonical: email })
    return ' '
  })
}

function takePhone(draft: RowDraft, found: string, gap: string): string {
  const read = parsePhones(found)
  for (const phone of read.phones) {
    draft.contacts.push(contactOf(phone))
  }
  for (const { raw, reason } of read.unread) {
    draft.contacts.push({ type: 'other', raw, canonical: null })
    note(draft, reason, undefined, 'phone', raw)
  }
  return gap
}

/** Gives each word its place: the likeliest person or firm first, addresses, a gender, and the rest as remarks. */
function place(draft: RowDraft, words: readonly string[]): void {
  const people: string[] = []
  const firms: string[] = []
  for (const [i, word] of words.entries()) {
    const gender = word.length <= 2 ? parseGender(word) : undefined
    const kind = nameKind(word)
    if (gender?.ok && /[男女]/.test(word)) draft.values.gender = gender.value
    else if (kind === 'org' && !isPlainAddress(word)) firms.push(word)
    else if (isPlainAddress(word)) draft.places.push({ use: 'unknown', text: word })
    else if (kind === 'person' && !note2.test(word) && word.length <= 12) people.push(word)
    else if (
      kind === 'unknown' &&
      i === 0 &&
      (words.length === 1 || words.slice(1).every((other) => nameKind(other) === 'unknown')) &&
      !/\d/.test(word) &&
      (words.length === 1 ? surnameLength(word) === 0 : true) &&
      word.length <= 6 &&
      !note2.test(word)
    )
      people.push(word)
    else draft.remarks.push(word)
  }
  const latin = people.filter((word) => /^[A-Za-z]/.test(word))
  if (latin.length >= 2 && latin.length === people.length) people.splice(0, people.length, latin.join(' '))
  const titled = people.find((word) => /(?:总|先生|女士|经理|老师|主任|老板|小姐)$/.test(word))
  if (firms.length > 0 && (people.length === 0 || (titled !== undefined && people.length === 1))) {
    draft.name = firms.shift()!
    draft.people.push(...people.map((text) => ({ text, family: false, column: -1 })))
  } else {
    draft.name = people.shift() ?? ''
    if (firms.length > 0) draft.values.employer = firms.shift()!
    draft.remarks.push(...people)
  }
  draft.remarks.push(...firms)
}

const isPlainAddress = (word: string): boolean => address.test(word) && !/公司|集团|厂$|店$/.test(word)
