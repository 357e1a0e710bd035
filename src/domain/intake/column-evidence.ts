import type { Cell } from '../../model/sheet.ts'
import { matchHeading } from '../dictionary/headings.ts'
import { foldText } from '../normalize/fold.ts'
import { isMissing, isSameAsAbove } from '../normalize/missing.ts'
import { cellText, isEmptyCell } from './cells.ts'

/** Shares (0..1) of a column's values that look like each kind; a value may look like several. */
export interface ColumnEvidence {
  /** Values that are there and are no 无, —, 同上. */
  readonly count: number
  readonly phone: number
  readonly email: number
  readonly idNumber: number
  readonly uscc: number
  readonly date: number
  readonly time: number
  readonly number: number
  readonly personName: number
  readonly orgName: number
  readonly gender: number
  readonly address: number
  readonly url: number
  readonly long: number
  readonly measure: number
  readonly kind: number
  readonly code: number
  /** A post and nothing else: 总经理, Buyer. */
  readonly post: number
  /** A day and then words: `10.25 嫌贵`. */
  readonly datedText: number
  /** Whole numbers that count up by one. */
  readonly counting: number
  /** Different values / values. */
  readonly distinct: number
}

const shapes = {
  phone:
    /(?<!\d)1[3-9]\d(?:[\s-]?\d){8}(?!\d)|(?<!\d)0\d{2,3}[-\s)）]\s*\d{7,8}(?!\d)|(?<!\d)[2-8]\d{6,7}(?!\d)|^\+\d|^00[1-9]|(?<!\d)400[-\s]?\d{3,4}|^1\.\d+E\+?10$|^1[3-9]\d\*{2,}|\+\d{1,3}[\s(]/i,
  email: /(?<![\w.+-])[\w.+-]+[@＠][\w-]+\.[\w.]+/,
  idNumber: /^\d{17}[\dXx]$|^\d{4,6}\*{4,}\w*$|^\d{15}$/,
  uscc: /^[0-9A-Z]{2}\d{6}[0-9A-Z]{9}[0-9A-Z]$/i,
  date: /^(?:\d{2,4}\s*[-./年、]\s*\d{1,2}(?:\s*[-./月、]\s*\d{0,2}\s*[日号]?)?|\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?(?:[-./]\d{2,4})?|(?:19|20)\d{6}|民国.*|[农阴]历.*|[正腊冬一二三四五六七八九十]+月[初廿十二三四五六七八九]+.*|二[〇零].*|\d{1,2}[-\s][A-Z][a-z]{2,8}[-\s,]+\d{2,4}|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4})(?:[\sT]+\d{1,2}:\d{2}.*)?$/,
  time: /^\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/,
  number:
    /^[(（]?[-+]?[￥¥$€£]?\s*(?:RMB|CNY|USD|EUR|HKD|AUD|GBP|US\$)?\s*[-+]?[\d,]+(?:\.\d+)?\s*[)）]?\s*(?:[万千百亿kKmM]*元?|%|㎡|平米?|m2|人|次|台|件|个)?-?$/,
  orgName:
    /公司|集团|[厂店院校局所社行部馆会]$|酒楼|超市|中心|协会|银行|大学|学校|医院|事务所|工作室|合作社|\b(?:co|ltd|inc|llc|gmbh|corp|company|limited|plc|trading|s\.?a|pty|bv|group)\b\.?/i,
  gender: /^(?:男|女|男士|女士|男性|女性|先生|小姐|m|f|male|female|1|2|0)$/i,
  address:
    /[省市区县镇乡村路街道巷弄号楼室栋幢座]{1}.*[省市区县镇乡村路街道巷弄号楼室栋幢座园城厦]|\b(?:street|st\.|road|rd\.?|ave|avenue|blvd|suite|floor|room|building)\b/i,
  url: /^(?:https?:\/\/|www\.)\S+$|^[\w-]+\.(?:com|cn|net|org|example)(?:\.\w+)?$/i,
  measure:
    /^(?:个|台|件|套|元|万元|箱|盒|只|支|瓶|斤|公斤|kg|g|吨|t|米|m|㎡|平方米|间|桌|位|张|双|包|次|份|批|pcs|set|sets|ea|unit|box|ctn)$/i,
  kind: /^(?:电话|来电|去电|微信|短信|邮件|来访|到店|到访|拜访|上门|上门拜访|面谈|就餐|活动|回访|call|phone|email|visit|meeting|wechat|sms)[\u4e00-\u9fff]{0,2}$/i,
  post: /^(?:副?总?经理|总裁|总监|董事长?|主任|主管|采购(?:员|经理|总监)?|会计|出纳|财务|销售(?:经理|总监|员)?|工程师|教授|老师|店长|厂长|院长|局长|处长|科长|助理|秘书|老板|法人|负责人|业务员|文员|行政|人事|技术|市场|ceo|cto|cfo|.{0,20}(?:director|manager|buyer|engineer|owner|president|assistant))$/i,
  datedText: /^(?:\d{2,4}[-./年])?\d{1,2}[-./月]\d{1,2}[日号]?[\s:：,，]*[\u3400-\u9fffA-Za-z]{2,}/,
  code: /^[A-Za-z]{0,6}[-#]?\d{2,}[A-Za-z0-9-]*$/,
}

const personName =
  /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,2}(?:总|先生|女士|小姐|老师|经理|主任|姐|哥|工|阿姨|师傅|太太)$|^[\u3400-\u9fff]{1,8}[·•．][\u3400-\u9fff·]{1,10}$|^(?:(?:mr|ms|mrs|dr)\.?\s)?[A-Z][\p{L}'.-]+(?:\s[A-Z][\p{L}'.-]*){0,3}$/u

/** What a column is shows in the first few hundred characters of its values; a hostile one may have a million. */
const MOST_LOOKED_AT = 500

type Kind = keyof typeof shapes

const kinds = Object.keys(shapes) as Kind[]

/** Looks at one column's values, at most `most` of them. */
export function gatherEvidence(rows: readonly (readonly Cell[])[], column: number, most = 200): ColumnEvidence {
  const counts: Record<Kind | 'personName' | 'long', number> = {
    phone: 0,
    email: 0,
    idNumber: 0,
    uscc: 0,
    date: 0,
    time: 0,
    number: 0,
    orgName: 0,
    gender: 0,
    address: 0,
    url: 0,
    measure: 0,
    kind: 0,
    code: 0,
    post: 0,
    datedText: 0,
    personName: 0,
    long: 0,
  }
  const seen = new Set<string>()
  let count = 0
  let steps = 0
  let last: number | undefined
  for (const row of rows) {
    if (count >= most) break
    const cell = row[column]
    if (isEmptyCell(cell)) continue
    const text = foldText(cellText(cell).slice(0, MOST_LOOKED_AT))
    if (text === '' || isMissing(text) || isSameAsAbove(text)) continue
    count++
    seen.add(text)
    if (typeof cell === 'object' && cell !== null && cell.kind === 'date')
      counts[cell.iso.includes('-') ? 'date' : 'time']++
    else for (const kind of kinds) if (shapes[kind].test(text)) counts[kind]++
    if (personName.test(text) && matchHeading(text)[0]?.score !== 1) counts.personName++
    if (text.length > 12) counts.long++
    const n = Number(text)
    if (Number.isInteger(n) && n >= 0) {
      if (last !== undefined ? n === last + 1 : n <= 1) steps++
      last = n
    }
  }
  const share = (n: number): number => (count === 0 ? 0 : n / count)
  const shares = Object.fromEntries(Object.entries(counts).map(([kind, n]) => [kind, share(n)])) as Record<
    Kind | 'personName' | 'long',
    number
  >
  return { ...shares, count, counting: share(steps), distinct: share(seen.size) }
}
