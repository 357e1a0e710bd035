import type { PartyDraft, PartyValues, RowNote } from '../../model/intake.ts'
import { foldText } from '../normalize/fold.ts'
import { isForeignHanName, isHan } from '../normalize/minority-name.ts'
import { isMissingIdentity } from '../normalize/missing.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { parseOrgName } from '../normalize/org-name.ts'
import { parsePersonName } from '../normalize/person-name.ts'
import { surnameLength } from '../normalize/surname.ts'

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
  if (raw.length > 1 && raw.length <= 3 && isHan(raw) && told !== 'org' && nameKind(raw) === 'person')
    return readPerson(raw)
  const prefix = kindPrefix.exec(raw)
  if (prefix !== null) {
    const kind = /个人|私人/.test(prefix[1]!) ? 'person' : 'org'
    return readName(raw.slice(prefix[0].length), told ?? kind)
  }
  const site = url.exec(foldText(raw))
  if (site !== null) {
    const website = foldText(raw)
    return {
      kind: told ?? 'org',
      values: { name: site[2]!.toLowerCase(), website },
      aliases: [],
      notes: [{ code: 'name-is-url' }],
      sure: true,
    }
  }
  const looks = nameKind(raw)
  const kind =
    looks === 'unknown' ? (told ?? unsure) : told !== undefined && told !== looks && !isSure(raw, looks) ? told : looks
  return kind === 'org' ? readOrg(raw, looks === 'org' || kind === 'org') : readPerson(raw)
}

/** A company form or a title leaves no doubt, whatever the type column says. */
const isSure = (raw: string, looks: 'person' | 'org'): boolean =>
  looks === 'org' ? /公司|集团|\b(?:ltd|inc|gmbh|llc|co)\b\.?/i.test(raw) : !isForeignHanName(raw)

function readOrg(raw: string, sure: boolean): NameReading {
  const read = parseOrgName(raw)
  if (!read.ok) return { kind: 'org', values: {}, aliases: [], notes: [read.reason], sure: false }
  const { full, english, former, remark } = read.value
  return {
    kind: 'org',
    values: { name: full, ...(english !== undefined && { english_name: english }) },
    aliases: former === undefined ? [] : [{ name: former, reason: 'former' }],
    notes: read.notes?.filter((reason) => reason.code !== 'name-former') ?? [],
    sure,
    ...(remark !== undefined && { remark }),
  }
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

const walkIn =
  /^(?:散客|路人|零售|零售客户|过路客|匿名|无名|无名氏|陌生客户|自来客|现金客户|门店散客|散户|普通顾客|顾客|walk-?\s?ins?|cash(?: customer)?|guest|anonymous|retail)$/i
const noName =
  /^(?:市调|同行|同行市调|踩盘|空白|未知|不详|待定|保密|先生|女士|小姐|客人|客户|外卖|外卖客人|电话客户|来电客户|微信客户|网友|n\/?a|unknown)$/i
const test =
  /^(?:测试.{0,6}|.{0,3}测试(?:数据|客户|用户|账号|会员)?\d*|tests?(?:[\s_-]?(?:user|data|customer|record|account))?\d*|ceshi\d*|demo\d*|asdf+|qwe(?:r|rty)?|aaa+|xxx+|123+)$/i

/** 散客, 零售: somebody who left no name. */
export const isWalkIn = (text: string): boolean => text.length <= 14 && walkIn.test(foldText(text))

/** A word in the name cell that is nobody's name. */
export const isNoName = (text: string): boolean =>
  isMissingIdentity(text) || (text.length <= 8 && noName.test(foldText(text)))

export const isTestName = (text: string): boolean => text.length <= 16 && test.test(foldText(text))

/** Whether a Han word begins as names do. */
export const beginsAsName = (text: string): boolean => surnameLength(text) > 0 || !/^[\u3400-\u9fff]/.test(text)
