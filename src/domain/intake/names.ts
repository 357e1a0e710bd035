import type { PartyDraft, PartyValues, RowNote } from '../../model/intake.ts'
import { foldText } from '../normalize/fold.ts'
import { isForeignHanName, isHan } from '../normalize/minority-name.ts'
import { isMissingIdentity, isSurelyValue } from '../normalize/missing.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { parseWholeOrgName } from '../normalize/org-name.ts'
import { parsePersonName } from '../normalize/person-name.ts'

/** A name cell, understood. */
export interface NameReading {
  readonly kind: 'person' | 'org'
  readonly values: Partial<PartyValues>
  readonly aliases: PartyDraft['aliases']
  readonly notes: readonly RowNote['reason'][]
  /** Words beside the name: 已退卡, 老客户, 取消. */
  readonly remark?: string
  /** The firm written before the person: 万科 of `万科 刘经理`. */
  readonly employer?: string
  /** Whether the text is a name at all, or a word such as 市调. */
  readonly sure: boolean
}

const none: readonly never[] = []
const kindPrefix = /^(个人|私人|单位|公司|企业)\s*[-—:：]\s*(?=\S)/
const url = /^(?:https?:\/\/)?(www\.)?((?:[\w-]+\.)+[a-z]{2,})(?:\/\S*)?$/i

/** Reads the name of a customer, person or organisation, as `told` by another column or by its own look. */
export function readName(
  raw: string,
  told: 'person' | 'org' | undefined,
  unsure: 'person' | 'org' = 'person',
): NameReading {
  // What the type column says needs no second look where the length agrees with it.
  if (told === 'person' && raw.length <= 3 && isHan(raw)) return readPerson(raw)
  if (told === 'org' && raw.length >= 6 && isHan(raw)) return readOrg(raw)
  return readAnyName(raw, told, unsure)
}

const knownPeople = new Map<string, NameReading>()

/** As `readName` for people beside the customer, whose names come again and again: 刘总, 张经理. */
export function readPersonBeside(raw: string): NameReading {
  const known = knownPeople.get(raw)
  if (known !== undefined) return known
  const read = readName(raw, 'person')
  if (raw.length <= 4 && knownPeople.size < 20_000) knownPeople.set(raw, read)
  return read
}

function readAnyName(raw: string, told: 'person' | 'org' | undefined, unsure: 'person' | 'org'): NameReading {
  const prefix = '个私单公企'.includes(raw[0] ?? ' ') ? kindPrefix.exec(raw) : null
  if (prefix !== null) {
    const kind = /个人|私人/.test(prefix[1]!) ? 'person' : 'org'
    return readAnyName(raw.slice(prefix[0].length), told ?? kind, unsure)
  }
  if (raw.includes('.')) {
    const folded = foldText(raw)
    const site = url.exec(folded)
    if (site !== null) return readSite(folded, site[2]!.toLowerCase(), told)
  }
  const looks = nameKind(raw)
  const kind =
    looks === 'unknown' ? (told ?? unsure) : told !== undefined && told !== looks && !isSure(raw, looks) ? told : looks
  return kind === 'org' ? readOrg(raw) : readPerson(raw)
}

const readSite = (website: string, name: string, told: 'person' | 'org' | undefined): NameReading => ({
  kind: told ?? 'org',
  values: { name, website },
  aliases: none,
  notes: [{ code: 'name-is-url' }],
  sure: true,
})

/** A company form or a title leaves no doubt, whatever the type column says. */
const isSure = (raw: string, looks: 'person' | 'org'): boolean =>
  looks === 'org' ? /公司|集团|\b(?:ltd|inc|gmbh|llc|co)\b\.?/i.test(raw) : !isForeignHanName(raw)

const renamed =
  /^(.{4,}?)\s*[(（【]\s*(?:已?更名(?:为)?|现更名(?:为)?|现名|现为|改名(?:为)?)\s*[:：]?\s*(.{4,}?)\s*[)）】]$/

function readOrg(raw: string): NameReading {
  const now = raw.includes('名') || raw.includes('现') ? renamed.exec(raw) : null
  if (now !== null) {
    const read = readOrg(now[2]!)
    const before = parseWholeOrgName(now[1]!)
    return before.ok ? { ...read, aliases: [...read.aliases, { name: before.value.full, reason: 'former' }] } : read
  }
  const read = parseWholeOrgName(raw)
  if (!read.ok) return { kind: 'org', values: {}, aliases: none, notes: [read.reason], sure: false }
  const { full, english, former, remark } = read.value
  const values: Partial<PartyValues> = english === undefined ? { name: full } : { name: full, english_name: english }
  const reading = {
    kind: 'org' as const,
    values,
    aliases: former === undefined ? none : [{ name: former, reason: 'former' as const }],
    notes:
      former === undefined
        ? (read.notes ?? none)
        : (read.notes ?? none).filter((reason) => reason.code !== 'name-former'),
    sure: true,
  }
  return remark === undefined ? reading : { ...reading, remark }
}

function readPerson(raw: string): NameReading {
  const read = parsePersonName(raw)
  if (!read.ok) return { kind: 'person', values: {}, aliases: [], notes: [read.reason], sure: false }
  const { full, surname, given, honorific, gender, english, former, remark, complete } = read.value
  const before = remark !== undefined && foldText(raw).startsWith(`${remark} `) && !statusWords.test(remark)
  const values: Partial<PartyValues> = { name: full }
  if (surname !== undefined) values.surname = surname
  if (given !== undefined) values.given_name = given
  if (honorific !== undefined) values.honorific = honorific
  if (gender !== undefined) values.gender = gender
  if (english !== undefined) values.english_name = english
  const reading = {
    kind: 'person' as const,
    values,
    aliases: former === undefined ? none : [{ name: former, reason: 'former' as const }],
    notes: read.notes ?? none,
    sure: complete || honorific !== undefined || surname !== undefined,
  }
  if (remark === undefined) return reading
  return before ? { ...reading, employer: remark } : { ...reading, remark }
}

/** Words before a name that speak of the row, not of the person. */
export const statusWords =
  /^(?:取消|退订|退位|改期|作废|退货|退款|退单|换货|老客户|新客户|客户|散客|会员|联系人|业主|住户|访客)$/

const walkIn = new Set(
  '散客 路人 零售 零售客户 过路客 匿名 无名 无名氏 陌生客户 自来客 现金客户 门店散客 散户 普通顾客 顾客 walk-in walk-ins walkin walkins cash guest anonymous retail'.split(
    ' ',
  ),
)
const noName = new Set(
  '市调 同行 同行市调 踩盘 空白 未知 不详 待定 保密 先生 女士 小姐 客人 客户 外卖 外卖客人 电话客户 来电客户 微信客户 网友 n/a na unknown'.split(
    ' ',
  ),
)
const test =
  /^(?:测试.{0,6}|.{0,3}测试(?:数据|客户|用户|账号|会员)?\d*|tests?(?:[\s_-]?(?:user|data|customer|record|account))?\d*|ceshi\d*|demo\d*|asdf+|qwe(?:r|rty)?|aaa+|xxx+|123+)$/i

const isAmong = (words: ReadonlySet<string>, text: string): boolean =>
  words.has(text) ||
  (!isSurelyValue(text) && words.has(foldText(text).toLowerCase())) ||
  (text.charCodeAt(0) < 128 && words.has(text.toLowerCase().trim()))

/** 散客, 零售: somebody who left no name. */
export const isWalkIn = (text: string): boolean => text.length <= 14 && isAmong(walkIn, text)

/** A word in the name cell that is nobody's name. */
export const isNoName = (text: string): boolean =>
  text === '' ||
  (text.length <= 8 && isAmong(noName, text)) ||
  (!(isSurelyValue(text) && text.charCodeAt(0) !== 48) && isMissingIdentity(text))

/** A name typed to try something out: 测试, test. */
export const isTestName = (text: string): boolean =>
  text.length <= 16 && (text.charCodeAt(0) < 128 || text.includes('测试')) && test.test(foldText(text))
