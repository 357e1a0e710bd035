import { bad, good, type Parsed } from '../../model/parsed.ts'
import { divisionsNamed, namesAt } from './divisions.ts'
import { foldText, toSimplified } from './fold.ts'
import { splitHonorific } from './honorific.ts'
import { parseLatinOrg } from './latin-org.ts'
import { isHan } from './minority-name.ts'
import { isMissingIdentity } from './missing.ts'
import { endingSuffix, formSuffix, isEndingWord, isTradeWord, tradeSuffix } from './org-words.ts'
import { surnameLength } from './surname.ts'

export interface OrgName {
  /** Han names with full-width brackets, English ones with single spaces; remarks and former names taken off. */
  readonly full: string
  /** 杭州, 浙江省, 余姚市 … as written. */
  readonly region?: string
  /** 字号: what is left without region, trade and form. */
  readonly brand?: string
  readonly trade?: string
  /** 有限公司, 厂, 面馆, `Co., Ltd.` … as written. */
  readonly form?: string
  /** 余姚分公司, 北京办事处, 西湖店. */
  readonly branch?: string
  /** Brand and trade, without region, form and branch. */
  readonly core: string
  /** （原…） */
  readonly former?: string
  readonly remark?: string
  /** English name behind or before the Chinese one. */
  readonly english?: string
  readonly script: 'han' | 'latin' | 'mixed' | 'other'
}

interface Parts {
  name: string
  former?: string
  english?: string
  remarks: string[]
}

/** Takes the name of an organisation apart; nothing is lost of it, each part is as it was written. */
export function parseOrgName(text: string): Parsed<OrgName> {
  const whole = readWhole(text)
  if (!whole.ok || !('name' in whole.value)) return whole as Parsed<OrgName>
  const { name, english, former, remark } = whole.value
  const value = readHan(name)
  if (former !== undefined) value.former = former
  if (english !== undefined) value.english = english
  if (remark !== undefined) value.remark = remark
  return whole.notes === undefined ? { ok: true, value } : good(value, whole.notes)
}

/** The name of an organisation and what stands beside it, its parts not told: a third of the work. */
export function parseWholeOrgName(text: string): Parsed<Pick<OrgName, 'full' | 'english' | 'former' | 'remark'>> {
  const whole = readWhole(text)
  if (!whole.ok || !('name' in whole.value)) return whole as Parsed<OrgName>
  const { name: full, ...beside } = whole.value
  return whole.notes === undefined ? { ok: true, value: { full, ...beside } } : good({ full, ...beside }, whole.notes)
}

interface WholeName {
  readonly name: string
  readonly english?: string
  readonly former?: string
  readonly remark?: string
}

/** A Han name without what stands beside it; one in Latin letters is read whole. */
function readWhole(text: string): Parsed<OrgName | WholeName> {
  if (isMissingIdentity(text)) return bad('name-missing')
  const folded = foldText(text)
  if (!/[\u3400-\u9fff]|[\ud840-\ud884]/.test(folded)) return parseLatinOrg(folded)
  const parts = takeApart(folded)
  const value: Mutable<WholeName> = { name: fullWidth(parts.name) }
  if (parts.former !== undefined) value.former = fullWidth(parts.former)
  if (parts.english !== undefined) value.english = parts.english
  if (parts.remarks.length > 0) value.remark = parts.remarks.join(' ')
  return value.former === undefined
    ? { ok: true, value }
    : good(value, [{ code: 'name-former', params: { value: value.former } }])
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Brackets to full width and no spaces between Han characters: how registered names are written. */
const fullWidth = (name: string): string => (/[ ()]/.test(name) ? widen(name) : name)

const widen = (name: string): string =>
  name
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/(?<=[\u3400-\u9fff（）])\s+|\s+(?=[\u3400-\u9fff（）])/g, '')

const former = /^(?:原名?|曾用名|旧名|前身|原称|原名称)\s*[:：]?\s*(.{2,})$/
const remark =
  /^(?:筹|筹建|已搬|已搬迁|总部|老客户|新客户|已注销|注销|停业|歇业|已倒闭|已更名|更名|个体|个体户|总店|代|代收|有限|大客户|VIP|客户|供应商|经销商|代理商|联系人.*|.*[总姐哥]|.*经理|.*老板|.*客户|重复|作废|暂停.*|测试)$/i

function takeApart(folded: string): Parts {
  const parts: Parts = { name: folded, remarks: [] }
  if (isHan(folded) && !'总姐哥士生师任理板工长'.includes(folded.at(-1)!)) return parts
  parts.name = parts.name.replace(/[([【]([^()[\]【】]*)[)\]】]/g, (whole, inner: string) =>
    takeBracket(whole, inner.trim(), parts),
  )
  const tail =
    /^(.*(?:公司|厂|店|社|部|行|中心|集团|[\u3400-\u9fff]{4}))\s*[-—–*/]\s*([\u3400-\u9fff]{1,8}|VIP|\*+)$/i.exec(
      parts.name,
    )
  if (tail !== null && endingSuffix(tail[2]!) === undefined && formSuffix(`x${tail[2]!}`) === undefined) {
    parts.remarks.push(tail[2]!)
    parts.name = tail[1]!
  }
  const person = /^(.*(?:公司|集团|厂|事务所|中心))\s*([\u3400-\u9fff]{2,4})$/.exec(parts.name)
  if (person !== null && isTitled(person[2]!)) {
    parts.remarks.push(person[2]!)
    parts.name = person[1]!
  }
  const english = /^([^A-Za-z]*[\u3400-\u9fff）)])\s+([A-Z][A-Za-z&.,'()\s-]{4,})$/.exec(parts.name) ?? null
  if (english !== null) {
    parts.english = english[2]!.trim()
    parts.name = english[1]!
  }
  parts.name = parts.name
    .replace(/[.。*,;，；、\s]+$/, '')
    .replace(/^[*.\s、]+/, '')
    .trim()
  return parts
}

/** 王总, 李经理: who is asked for there. */
function isTitled(text: string): boolean {
  const title = splitHonorific(text)
  return title !== null && surnameLength(title.stem) > 0
}

function takeBracket(whole: string, inner: string, parts: Parts): string {
  const was = former.exec(inner)
  if (was !== null) parts.former = was[1]!
  else if (remark.test(inner)) parts.remarks.push(inner)
  else return whole
  return ''
}

function readHan(full: string): Mutable<OrgName> {
  const plain = toSimplified(full)
  const { main, branch } = cutBranch(full, plain)
  const simple = plain.slice(0, main.length)
  const form = formSuffix(simple) ?? endingSuffix(simple)
  let end = main.length - (form?.length ?? 0)
  // 投资中心（有限合伙）: both words are the form.
  if (form?.startsWith('（')) end -= endingSuffix(simple.slice(0, end))?.length ?? 0
  const front = regionInFront(simple.slice(0, end))
  let region = front === 0 ? undefined : main.slice(0, front)
  let body = main.slice(front, end)
  if (body.includes('（')) {
    const bracket = /（([\u3400-\u9fff]{2,8})）/.exec(body)
    if (bracket !== null && isPlaceName(bracket[1]!)) {
      region ??= bracket[1]!
      body = body.slice(0, bracket.index) + body.slice(bracket.index + bracket[0].length)
    }
    body = body.replace(/^（([^（）]+)）/, '$1')
  }
  const trade = tradeSize(body)
  const value: Mutable<OrgName> = {
    full,
    core: body === '' ? (region ?? main) : body,
    script: /[A-Za-z]/.test(full) ? 'mixed' : 'han',
  }
  if (region !== undefined) value.region = region
  if (body.length > trade) value.brand = body.slice(0, body.length - trade)
  if (trade > 0) value.trade = body.slice(-trade)
  if (end < main.length) value.form = main.slice(end)
  if (branch !== undefined) value.branch = branch
  return value
}

// 链家地产文三路店; 小米手机旗舰店 is no branch.
const shopBranch =
  /(地产|不动产|超市|酒店|药房|便利店|咖啡|火锅|餐厅|饭店|面馆|奶茶|影院|健身|教育|眼镜|珠宝|手机|家居|家具|烤鸭|烘焙|服饰)([\u3400-\u9fff0-9]{2,7}店)$/

/** …公司余姚分公司, …公司（北京分公司）, 宏达科技北京办事处, …（滨江店）. */
function cutBranch(full: string, plain: string): { main: string; branch?: string } {
  // A look at the end first: nearly all names end in 有限公司.
  const last = plain.charAt(plain.length - (plain.endsWith('）') ? 2 : 1))
  if (!'司处店厂部行'.includes(last) || (last === '司' && plain.endsWith('限公司'))) return { main: full }
  const bracket = /（([^（）]*(?:分公司|办事处|代表处|分店|分厂|分部|营业部|门市部|店|支行|分行|项目部))）$/.exec(plain)
  if (bracket !== null) return { main: full.slice(0, bracket.index), branch: full.slice(bracket.index + 1, -1) }
  const behind =
    /(?:公司|集团|银行|研究院|事务所)(?=([^公司]{1,16}?(?:分公司|办事处|代表处|分店|分厂|分部|营业部|门市部|支行|分行|项目部|[\u3400-\u9fff]{1,8}店))$)/.exec(
      plain,
    )
  if (behind !== null) {
    const at = behind.index + behind[0].length
    return { main: full.slice(0, at), branch: full.slice(at) }
  }
  const shop = shopBranch.exec(plain)
  if (shop !== null && endingSuffix(shop[2]!) === '店')
    return { main: full.slice(0, -shop[2]!.length), branch: shop[2]! }
  const open = /(?:分公司|办事处|代表处)$/.exec(plain)
  if (open === null) return { main: full }
  for (let at = Math.max(4, open.index - 12); at < open.index; at++) {
    const place = namesAt(plain, at)[0]
    if (place !== undefined && at + place.length === open.index)
      return { main: full.slice(0, at), branch: full.slice(at) }
  }
  return open.index >= 4 ? { main: full.slice(0, open.index), branch: full.slice(open.index) } : { main: full }
}

/** How much of a name is its place: 杭州, 浙江省杭州市, 余姚市. What is left must still hold a brand. */
function regionInFront(simple: string): number {
  if (/^中国(?=[\u3400-\u9fff]{2})/.test(simple)) return 2
  if (simple.startsWith('阿里巴巴')) return 0
  let at = 0
  let level = 0
  while (level < 3) {
    const next = namesAt(simple, at).find(({ length, divisions }) => {
      if (simple.length - at - length < 2) return false
      // A place in front may be short; a second one is one only where it is written out, or below the first.
      // 凤凰航运, 平安银行: the name of a county before nothing but a trade is the brand.
      if (
        level === 0 &&
        divisions.every((division) => division.level === 3 && division.name.length !== length) &&
        isTradeOnly(simple.slice(at + length))
      )
        return false
      return divisions.some(
        (division) =>
          division.level > level && (level === 0 || division.name.length === length || division.level === 2),
      )
    })
    if (next === undefined) break
    level = Math.max(level + 1, Math.min(...next.divisions.map((division) => division.level)))
    at += next.length
  }
  return at
}

const isPlaceName = (text: string): boolean => divisionsNamed(text).length > 0 || text === '中国' || text === '香港'

const isTradeOnly = (text: string): boolean => isTradeWord(text) || isEndingWord(text)

/** Length of the trade at the end (科技, 国际贸易), 0 where nothing would be left for the brand. */
function tradeSize(body: string): number {
  const simple = toSimplified(body)
  const first = tradeSuffix(simple)
  if (first === undefined) return 0
  const rest = simple.slice(0, -first.length)
  const second = rest.length >= 4 ? tradeSuffix(rest) : undefined
  const size = first.length + (second?.length ?? 0)
  return body.length > size ? size : 0
}
