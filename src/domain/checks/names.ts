import { foldText } from '../normalize/fold.ts'
import type { Report } from './finding.ts'
import type { ChunkView } from './view.ts'

/** Whole names that stand for nobody. Not 张三: people do bear it. */
const nobody = new Set(
  (
    '测试 测试客户 测试用户 测试数据 测试员 test tester testing demo sample 示例 样例 样本 xxx xxxx xx aa aaa aaaa abc abcd asdf asd qwe qwer qwerty 某某 某某某 ' +
    '某先生 某女士 某人 某客户 某公司 客户 顾客 散客 客人 新客户 老客户 匿名 匿名客户 匿名用户 无名 无名氏 未命名 路人 路人甲 佚名 先生 女士 小姐 您好 你好 用户 会员 ' +
    '待定 姓名 名字 客户名称 客户姓名 name customer anonymous guest nobody somebody foo bar null none 随便 哈哈 呵呵'
  ).split(' '),
)

/** Does a name stand for nobody: 测试, 某某, xxx, one character three times? */
export function isPlaceholderName(name: string): boolean {
  if (name.length > 12) return false
  const plain = foldText(name).toLowerCase()
  if (nobody.has(plain)) return true
  if (/^(?:测试|test|demo)[-_ #]?(?:客户|用户|数据|公司|姓名|人员|账号|account|user)?[-_ ]?\d{0,6}$/.test(plain))
    return true
  if (/^(?:客户|顾客|用户|会员|user|customer|guest)[-_ #]?\d{1,8}$/.test(plain)) return true
  return plain.length >= 3 && /^(.)\1+$/u.test(plain) && !/^[\d?]/.test(plain)
}

export function findPlaceholderNames({ chunk, column }: ChunkView, report: Report): number {
  const names = column('name')
  if (names === undefined) return 0
  for (let i = 0; i < chunk.count; i++) {
    const name = names[i]!
    // A cheap look first: nearly every name is Chinese and none of the first characters below.
    if (name !== null && name.length <= 12 && isPlaceholderName(name)) report(i, 'name', name)
  }
  return chunk.count
}

const orgEnding =
  /(?:公司|集团|有限合伙|合作社|事务所|研究院|研究所|银行|分行|支行|医院|学校|学院|大学|中学|小学|幼儿园|酒店|宾馆|饭店|餐厅|超市|商行|商店|商场|经营部|门市部|工作室|工厂|厂|协会|基金会|委员会|管理局|税务局)$/
const orgEnglish = /\b(?:co\.?,? ?ltd|ltd|limited|inc|corp|corporation|llc|gmbh|company|group)\.?$/i

/** Does a name end as only organisations do? */
export function looksLikeOrg(name: string): boolean {
  const plain = name.endsWith(')') || name.endsWith('）') ? name.replace(/[(（][^()（）]*[)）]$/, '') : name
  if (plain.length < 4) return false
  return orgEnding.test(plain) || orgEnglish.test(plain)
}

export function findPersonsNamedAsOrg({ chunk, column }: ChunkView, report: Report): number {
  const names = column('name')
  if (names === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const name = names[i]!
    if (chunk.kind[i] !== 'person' || name === null) continue
    judged++
    if (name.length >= 4 && looksLikeOrg(name)) report(i, 'name', name)
  }
  return judged
}

/** Is a name written as in mainland China: in Chinese characters, and not of Hong Kong, Macao, Taiwan or another country? */
export function isDomesticName(name: string): boolean {
  if (!/[\u3400-\u9fff]/.test(name)) return false
  return !/^[（(]?(?:中国)?(?:香港|澳门|台湾|臺灣|澳門)|[（(](?:香港|澳门|台湾)[)）](?:有限公司|分公司|集团)?$/.test(
    name,
  )
}

const personal = /^[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|太太|阿姨|师傅|大哥|大姐)$/

/** An organisation that is called like a person, or of which only persons' facts are known. */
export function findOrgsNamedAsPerson({ chunk, column, citizen }: ChunkView, report: Report): number {
  const names = column('name')
  if (names === undefined) return 0
  const [genders, births, usccs] = [column('gender'), column('birth'), column('uscc')]
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const name = names[i]!
    if (chunk.kind[i] !== 'org' || name === null) continue
    judged++
    if (looksLikeOrg(name)) continue
    const like = personal.test(name)
    const facts =
      name.length <= 4 &&
      usccs?.[i] == null &&
      (genders?.[i] != null || births?.[i] != null || citizen(i)?.valid === true)
    if (like || facts) report(i, 'name', name)
  }
  return judged
}

/** A person known as 王总 only: a stub that waits for the given name. */
export function findIncompleteNames({ chunk, column }: ChunkView, report: Report): number {
  const [names, honorifics, given] = [column('name'), column('honorific'), column('given_name')]
  if (names === undefined || honorifics === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    if (chunk.kind[i] !== 'person') continue
    judged++
    if (honorifics[i] !== null && (given?.[i] ?? null) === null) report(i, 'given_name', null, { name: names[i] ?? '' })
  }
  return judged
}
