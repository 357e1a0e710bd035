import type { Cell } from '../../model/sheet.ts'
import { cellText, countFilled, firstFilled, isEmptyCell, plainText } from './cells.ts'

/** Why a row is no data. */
export type RowKind =
  | 'blank'
  | 'note'
  | 'footer'
  | 'subtotal'
  | 'total'
  | 'summary-account'
  | 'group-header'
  | 'vacant-unit'
  | 'sample'

const subtotal =
  /^(?:.{0,12}(?:小\s*计|小計|分计)|本[页頁月日周季年组]\s*(?:合\s*计|累\s*计|总\s*计|計)?(?:来访|成交|新增|销售|客户|合计|累计|共)?|(?:page|sub)[\s-]*total.*|subtotal.*)$/i
const total =
  /^(?:[总總合]\s*[计計]|共\s*[计計]|累\s*[计計]|总\s*额|总\s*和|总\s*数|合\s*计\s*金额|总计金额|汇\s*总|grand\s*total|totals?|sum|合计[(（].*|(?:合计|总计|共计)[:：]?.{0,20})$/i
const periodTotal =
  /^(?:本[月日周季年期][\u4e00-\u9fff]{0,6}|[\d一二三四五六七八九十]+月[\u4e00-\u9fff]{0,3}(?:合计|共计|总计))$/
const allCounted =
  /^(?:共|合计|总共|共计|总计)\s*[:：]?\s*[\d,.]+\s*(?:人|组|位|户|条|家|个|批|名|桌|笔|台|套|间)?次?(?:客户)?$/
const pageMark =
  /^第?\s*\d+\s*[页頁](?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?$|^page\s*\d+(?:\s*(?:of|\/)\s*\d+)?$|^-\s*\d+\s*-$|^(?:接|转|续)?(?:上|下)页.*$|^承前页|^过次页/i
const footer =
  /(?:制\s*[表单]\s*人?|审\s*[核批]\s*人?|复\s*核\s*人?|填\s*表\s*人?|经\s*办\s*人|打印(?:日期|时间|人)?|导出(?:时间|日期|人)?|签\s*[字名章]|盖章|主管|财务(?:主管|负责人)?|会计(?:主管)?|出纳|记账|校对|店长|经理签字|prepared by|approved by|printed|exported|generated|signature)\s*[:：]/i
const noteStart =
  /^[(（【[]?\s*(?:注|註|备注|備註|说明|說明|提示|注意|附注|附|备\s*注|填[写表报]\s*说明|填[写表报]\s*须知|填[写表报]\s*要求|使用说明|导入说明|操作说明|模板说明|须知|注意事项|特别说明|说明事项|温馨提示|重要提示|温馨提醒|提醒|填寫說明|填表說明|注意事項|說明事項|instructions?|important|disclaimer|note|notes|remark|n\.?b\.?|p\.?s\.?|tips?)\s*[\d一二三]?\s*[】\])）]?\s*[:：、.]/i
const bulleted = /^(?:[\d一二三四五六七八九十]{1,2}\s*[、.．)）]|[①-⑳]|[*※★●▲◆■])\s*\D/
const bulletStart = /^[\s(（]*[\d一二三四五六七八九十]{1,2}\s*[、.．)）]/
const sentence = /[，。；！？,;!?]|[:：].{6,}|\s{3,}/
const summary =
  /^(?:其他|其它|其余|零星|零散|散户|临时|未分类|不明|现金){1,3}(?:的?(?:客户|户|顾客|单位|往来|往来户|往来单位))?$|^(?:客户|户|顾客)$|^(?:零星客户|零散客户|散客合计|其他客户|其它客户|其他合计|各类散客|其他散户|未知客户|一次性客户|零售客户|临时客户|others?|misc(?:ellaneous)?|sundry(?: customers)?|sundries)$/i
const vacant =
  /^[(（【]?(?:空置|空置中|空租|空房|空铺|空|待租|待出租|待招租|招租中?|可租|未租|未出租|闲置|自用|物业自用|自持自用|空置房|空置单元|未出售|未售|待售|vacant|available|empty|to let|for lease)[)）】]?$/i
const sample =
  /^[(（【[]?\s*(?:示例|样例|樣例|范例|例|例子|填写示例|填写样例|举例|sample|example|e\.?g\.?)\s*(?:数据|行|row|data)?\s*\d?\s*[)）】\]]?[:：]?$/i
const countedSum =
  /^(?:本[月日周年期]|今[日天]|当[日天]|全[年月]|合计|总计|共|累计).{0,8}\d+(?:组|批|人|位|户|桌|次|家|单|笔|台|套)次?$/
const filler = /[—–\-=_*~·.\s]+/g

/** Words that stand for a sum, anywhere in a row: 小计, 合计, TOTAL, 本月来访, 共12人. */
export function sumKind(text: string): 'subtotal' | 'total' | null {
  if (text.length > 24 || text.length === 0) return null
  const plain = text.replace(filler, '')
  if (plain === '') return null
  if (pageTotal.test(plain)) return 'subtotal'
  if (subtotal.test(plain)) return periodTotal.test(plain) && !/[小合累总]/.test(plain) ? 'total' : 'subtotal'
  return total.test(plain) || countedSum.test(plain) || allCounted.test(plain) || periodTotal.test(plain)
    ? 'total'
    : null
}

const pageTotal = /^本[页頁](?:小计|合计|累计|小計)/

/** A word for a room nobody is in: 空置, 待租. */
export const isVacant = (text: string): boolean => text.length <= 12 && vacant.test(text)

/** A name that stands for many: 其他客户, 零星客户. */
export const isSummaryAccount = (text: string): boolean => text.length > 0 && text.length <= 24 && summary.test(text)

/** A word that marks an example: 示例, 样例. */
export const isSampleMark = (text: string): boolean => text.length <= 14 && sample.test(text)

/** Words at a table's foot: 制表人, 审核人, 打印日期. */
export const isFooter = (text: string): boolean => footer.test(text)

/** Words that begin a note or number a page: 注, 备注, 第1页. */
export const isNoteStart = (text: string): boolean => noteStart.test(text) || pageMark.test(text)

/** Reads a row outside a table, or one that may be no data: null where it may be a person or a thing. */
export function loneRowKind(row: readonly Cell[], dataFollows: boolean): RowKind | null {
  const at = firstFilled(row)
  if (at < 0) return 'blank'
  const text = plainText(row[at])
  if (isFooter(text)) return 'footer'
  const filled = countFilled(row)
  if (filled > 1) return null
  const heads = dataFollows && text.length <= 18 && !sentence.test(cellText(row[at]).replace(bulletStart, ''))
  if (isNoteStart(text) || (bulleted.test(text) && !heads)) return 'note'
  if (sumKind(text) !== null) return sumKind(text)
  const long = text.length > 18 || sentence.test(cellText(row[at]))
  return dataFollows && !long ? 'group-header' : 'note'
}

/** The sum word of a row, in whatever column it stands; only texts count, and only beside cells that are no identity. */
export function sumOfRow(row: readonly Cell[]): 'subtotal' | 'total' | null {
  let seen = 0
  for (let i = 0; i < row.length && seen < 4; i++) {
    const cell = row[i]
    if (isEmptyCell(cell)) continue
    seen++
    if (typeof cell !== 'string') continue
    const kind = sumKind(plainText(cell))
    if (kind !== null) return kind
  }
  return null
}
