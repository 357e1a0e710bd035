import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { plainSheet } from '../csv/read-text.ts'
import { decodedBlocks, type TextEncoding } from '../encoding/decode.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import { type CardLine, parseCards, partsOf, plainOf } from './parse-vcard.ts'

/** What a card says, by heading; a heading that comes again gets a number. */
type Card = Map<string, string>

function put(card: Card, heading: string, value: string): void {
  const text = value.trim()
  if (text === '') return
  let name = heading
  for (let number = 2; card.has(name); number++) {
    if (card.get(name) === text) return
    name = `${heading}${number}`
  }
  card.set(name, text)
}

const hasChinese = (text: string): boolean => /[\u3400-\u9fff]/.test(text)

/** Surname first where the name is Chinese, else as Western names are said. */
function nameOf(parts: readonly string[]): string {
  const [family = '', given = '', middle = ''] = parts
  if (hasChinese(family + given)) return family + middle + given
  return [given, middle, family].filter((part) => part !== '').join(' ')
}

function telHeading(types: readonly string[]): string {
  const has = (type: string) => types.includes(type)
  if (has('FAX')) return '传真'
  if (has('CELL') || has('IPHONE') || has('MOBILE')) return '手机'
  if (has('WORK')) return '办公电话'
  if (has('HOME')) return '家庭电话'
  return '电话'
}

const addressHeading = (types: readonly string[]): string =>
  types.includes('WORK') ? '公司地址' : types.includes('HOME') ? '家庭住址' : '地址'

/** Country, province, city, street in the order Chinese addresses are written; Western ones the other way round. */
function addressOf(parts: readonly string[]): string {
  const [box = '', extended = '', street = '', city = '', region = '', code = '', country = ''] = parts
  const all = [country, region, city, street, extended, box]
  if (hasChinese(all.join(''))) return all.filter((part) => part !== '').join('')
  return [box, extended, street, city, region, code, country].filter((part) => part !== '').join(', ')
}

const dateOf = (value: string): string => {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(value)
  if (found !== null) return found[1] === '1604' ? `${found[2]}-${found[3]}` : `${found[1]}-${found[2]}-${found[3]}`
  const short = /^--(\d\d)-?(\d\d)/.exec(value)
  return short === null ? value : `${short[1]}-${short[2]}`
}

/** Headings of lines that need nothing but their value. */
const simple: Record<string, string> = {
  TITLE: '职务',
  ROLE: '职务',
  NOTE: '备注',
  URL: '网址',
  NICKNAME: '昵称',
  CATEGORIES: '标签',
  'X-QQ': 'QQ',
  'X-WECHAT': '微信',
  'X-WEIXIN': '微信',
  'X-GENDER': '性别',
  'X-ANNIVERSARY': '纪念日',
  ANNIVERSARY: '纪念日',
}

const genders: Record<string, string> = { M: '男', F: '女', MALE: '男', FEMALE: '女' }

function takeLine(card: Card, line: CardLine, labels: ReadonlyMap<string, string>): void {
  const { name, types, value, group } = line
  if (name === 'TEL') {
    const said = labels.get(group)
    const heading = telHeading(types)
    put(
      card,
      said === undefined || said.startsWith('_$!<') ? heading : `${heading}（${said}）`,
      plainOf(value).replace(/^tel:/i, ''),
    )
  } else if (name === 'EMAIL') put(card, '邮箱', plainOf(value).replace(/^mailto:/i, ''))
  else if (name === 'ADR') {
    const parts = partsOf(value)
    put(card, addressHeading(types), addressOf(parts))
    put(card, '邮编', parts[5] ?? '')
  } else if (name === 'ORG') {
    const [company = '', ...units] = partsOf(value)
    put(card, '公司', company)
    put(card, '部门', units.filter((unit) => unit !== '').join('/'))
  } else if (name === 'BDAY') put(card, '生日', dateOf(plainOf(value)))
  else if (name === 'GENDER' || name === 'SEX') {
    const said = partsOf(value)[0] ?? ''
    put(card, '性别', genders[said.toUpperCase()] ?? said)
  } else if (name === 'IMPP' || name === 'X-SOCIALPROFILE') {
    const plain = plainOf(value)
    if (/^(weixin|wechat)/i.test(plain) || types.includes('WECHAT')) put(card, '微信', plain.replace(/^\w+:/, ''))
    else if (/^qq/i.test(plain) || types.includes('QQ')) put(card, 'QQ', plain.replace(/^\w+:/, ''))
    else put(card, '其他联系方式', plain)
  } else if (simple[name] !== undefined) {
    put(card, simple[name], name.includes('ANNIVERSARY') ? dateOf(plainOf(value)) : plainOf(value))
  }
}

/** The address as kehu wrote it, beside the parts that address books show. */
const OWN_ADDRESS = 'X-KEHU-ADDRESS'

function cardOf(lines: readonly CardLine[]): { card: Card; pictures: number } {
  const card: Card = new Map()
  const labels = new Map<string, string>()
  for (const { name, group, value } of lines)
    if (name === 'X-ABLABEL' && group !== '') labels.set(group, plainOf(value))
  const full = lines.find((line) => line.name === 'FN')
  const parts = lines.find((line) => line.name === 'N')
  const name = full === undefined ? '' : plainOf(full.value)
  put(card, '姓名', name !== '' ? name : parts === undefined ? '' : nameOf(partsOf(parts.value)))
  const hasOurs = lines.some((line) => line.name === OWN_ADDRESS)
  for (const line of lines) {
    if (line.name === OWN_ADDRESS) put(card, addressHeading(line.types), plainOf(line.value))
    else if (line.name === 'ADR' && hasOurs) put(card, '邮编', partsOf(line.value)[5] ?? '')
    else if (!line.binary) takeLine(card, line, labels)
  }
  takeOurs(card, lines)
  return { card, pictures: lines.filter((line) => line.binary).length }
}

/** A card that kehu wrote says in its UID whose it is; the code in its note is for people and no remark. */
function takeOurs(card: Card, lines: readonly CardLine[]): void {
  const uid = lines.find(({ name }) => name === 'UID')
  const [, code] = /^kehu-(C\d{6,})$/.exec(uid === undefined ? '' : plainOf(uid.value)) ?? []
  if (code === undefined) return
  put(card, '客户编号', code)
  const note = card.get('备注') ?? ''
  if (note === code) card.delete('备注')
  else if (note.endsWith(`\n${code}`)) card.set('备注', note.slice(0, -code.length - 1))
}

/** Order of the usual headings; others follow as they come. */
const order = [
  '客户编号',
  '姓名',
  '性别',
  '公司',
  '部门',
  '职务',
  '手机',
  '办公电话',
  '家庭电话',
  '电话',
  '传真',
  '邮箱',
  '公司地址',
  '家庭住址',
  '地址',
  '邮编',
  '生日',
  '纪念日',
  '网址',
  '微信',
  'QQ',
  '昵称',
  '标签',
  '备注',
]
const rankOf = (heading: string): number => {
  const at = order.findIndex((name) => heading.startsWith(name))
  return at < 0 ? order.length : at
}

/**
 * Reads vCards 2.1, 3.0 and 4.0 as one sheet, a row a card, under Chinese headings.
 *
 * @throws KehuError `limit-cell`.
 */
export function readVcard(
  source: Source,
  how: TextEncoding,
  options: ReadOptions,
): { sheet: SheetRows; notes: Reason[] } {
  const limits = limitsOf(options)
  const tooLong = (): never => {
    throw overLimit('cell', source.path, limits.cell)
  }
  let text = ''
  for (const block of decodedBlocks(source, how, { longest: 64 * 1024 * 1024, tooLong })) text += block.text
  const cards: Card[] = []
  let pictures = 0
  for (const lines of parseCards(text)) {
    const read = cardOf(lines)
    cards.push(read.card)
    pictures += read.pictures
  }
  const headings = [...new Set(cards.flatMap((card) => [...card.keys()]))]
  headings.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  if (headings.length > limits.columns) throw overLimit('columns', source.path, limits.columns)
  const size = chunkRowsOf(options)
  async function* chunks() {
    yield { rowNumbers: [1], rows: [headings as Cell[]] }
    for (let at = 0; at < cards.length; at += size) {
      const part = cards.slice(at, at + size)
      yield {
        rowNumbers: part.map((_, i) => at + i + 2),
        rows: part.map((card) => headings.map((heading): Cell => card.get(heading) ?? null)),
      }
    }
  }
  const notes: Reason[] = pictures === 0 ? [] : [{ code: 'pictures-left-out', params: { count: pictures } }]
  return { sheet: { info: plainSheet('vcard', source.name), chunks: { [Symbol.asyncIterator]: chunks } }, notes }
}
