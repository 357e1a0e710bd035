import { divisionsNamed } from '../normalize/divisions.ts'
import { foldText, toSimplified } from '../normalize/fold.ts'
import { isLatinOrg } from '../normalize/latin-org.ts'
import { parseOrgName } from '../normalize/org-name.ts'
import { toPinyin } from '../normalize/pinyin.ts'
import { foldLatin } from './latin.ts'

const han = /[\u3400-\u9fff]/

/** An organisation's name taken apart and folded. An empty part is not known. */
export interface OrgParts {
  readonly full: string
  /** Brand and trade together: what is left without region, form and branch. */
  readonly core: string
  /** How many units of the core are brand; all of them where no trade is known. */
  readonly brandSize: number
  /** Division codes the region may mean, without trailing zeros. */
  readonly region: readonly string[]
  readonly form: FormClass
  readonly branch: string
  readonly latin: boolean
  /** A name it had before: another firm may have it now. */
  readonly former?: true
}

/** 0 not said, 1 some company, 2 limited, 3 by shares, 4 partnership, 5 works (厂), 6 cooperative, 7 shop or trader, 8 institution. */
export type FormClass = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** All the names a cell gives one organisation: the present one, the former, the English one beside it. */
export function readOrgCell(cell: string): readonly OrgParts[] {
  const text = mendForm(toSimplified(foldText(cell)))
  if (!han.test(text)) return readLatinOrg(text)
  const read = parseOrgName(text)
  if (!read.ok) return []
  const { core, brand = '', trade = '', region = '', form = '', branch = '', former, english } = read.value
  // 何记理发店 and 何记面馆: what is not a company has its trade in its form
  const shop = trade === '' && formClass(form) >= 7
  const cut = shop ? { core: core + form, branch: '', form: '' } : cutHidden(core)
  const size =
    shop || (trade !== '' && cut.core === core)
      ? shop
        ? core.length
        : brand.length
      : brand === core
        ? cut.core.length
        : Math.min(brand.length, cut.core.length)
  const whole = read.value.full.replace(/[（）()·.\s-]/g, '').toLowerCase()
  const out: OrgParts[] = [
    {
      full: whole,
      core: cut.core.replace(/[（）()·.\s-]/g, '').toLowerCase(),
      brandSize: size === 0 ? cut.core.length : size,
      region: regionCodes(region),
      form: formClass(form || cut.form),
      branch: plainBranch(branch || cut.branch),
      latin: false,
    },
  ]
  if (former !== undefined) for (const part of readOrgCell(former).slice(0, 1)) out.push({ ...part, former: true })
  if (english !== undefined) out.push(...readLatinOrg(english))
  return out
}

function readLatinOrg(text: string): OrgParts[] {
  const read = parseOrgName(text)
  if (!read.ok) return []
  const full = foldLatin(text.replaceAll('&', ' and '))
  const bare = text.replace(/\([^)]*\)/g, ' ').trim()
  const core = foldLatin(
    (read.value.region === undefined ? '' : `${read.value.region} `) + read.value.core.replaceAll('&', ' and '),
  )
  if (core === '' && full === '') return []
  const more = bare !== text && bare.length > 3 ? readLatinOrg(bare) : []
  return [
    ...more,
    {
      full,
      core: core === '' ? full : core,
      brandSize: core.length,
      region: [],
      form: read.value.form === undefined ? 0 : 1,
      branch: '',
      latin: true,
    },
  ]
}

const tails: readonly (readonly [string, string])[] = [
  ['you xian ze ren gong si', '有限责任公司'],
  ['you xian gong si', '有限公司'],
  ['fen gong si', '分公司'],
]

/** 有鲜公司 and 分公斯 were meant to be 有限公司 and 分公司: the ending is read by its sound. */
function mendForm(text: string): string {
  const tail = text.slice(-6)
  if (tail.endsWith('有限公司') || tail.endsWith('责任公司') || tail.endsWith('份公司') || tail.endsWith('分公司'))
    return text
  if (!/[有限公司分责任].*[有限公司分责任]/.test(tail)) return text
  for (const [sound, written] of tails) {
    const end = text.slice(-written.length)
    if (end !== written && toPinyin(`·${end}`).pinyin.endsWith(sound) && end.length === written.length)
      return text.slice(0, -written.length) + written
  }
  return text
}

/** A form inside what should be brand and trade: the name of a branch follows it, or it was cut short. */
function cutHidden(core: string): { core: string; branch: string; form: string } {
  const inside = /^(.{2,}?)((?:股份|集团)?(?:有限)?(?:责任)?公司|集团)(.{2,10})$/.exec(core)
  if (inside !== null) return { core: inside[1]!, branch: inside[3]!, form: inside[2]! }
  const cut = /^(.{3,}?)(?:有限|责任|有限责|有公司|限公司)$/.exec(core)
  return cut === null ? { core, branch: '', form: '' } : { core: cut[1]!, branch: '', form: '' }
}

const plainBranch = (branch: string): string =>
  toSimplified(branch)
    .replace(/[（）()\s]/g, '')
    .replace(/(?:分公司|办事处|代表处|分店|分部|营业部|门市部|分公.|办事.|.公司)$/, '')

const regions = new Map<string, readonly string[]>()

function regionCodes(region: string): readonly string[] {
  if (region === '') return []
  const known = regions.get(region)
  if (known !== undefined) return known
  const plain = toSimplified(region)
  const last = /(.{2,}?(?:省|自治区|市))(.{2,})$/.exec(plain)
  let codes = divisionsNamed(last === null ? plain : last[2]!).map((division) => division.code.replace(/(?:00)+$/, ''))
  if (last !== null) {
    const parents = divisionsNamed(last[1]!).map((division) => division.code.replace(/(?:00)+$/, ''))
    const inside = codes.filter((code) => parents.some((parent) => code.startsWith(parent)))
    codes = inside.length > 0 ? inside : parents
  }
  regions.set(region, codes)
  return codes
}

function formClass(form: string): FormClass {
  if (form === '') return 0
  if (/合伙/.test(form)) return 4
  if (/股份/.test(form)) return 3
  if (/有限|责任/.test(form)) return 2
  if (/公司|集团/.test(form)) return 1
  if (/合作社/.test(form)) return 6
  if (/厂$/.test(form)) return 5
  if (/店|馆|部|行|室|坊|铺|吧|摊|楼|社$/.test(form)) return 7
  return 8
}

const orgSigns = /公司|集团|[厂店馆行社院所校部局会处]$|合作社|工作室|事务所|中心$|合伙|（[^）]*）$/

/** Whether a name is an organisation's (1), a person's (0), or can't be told (2). */
export function orgOrPerson(cell: string): 0 | 1 | 2 {
  const text = toSimplified(foldText(cell))
  if (!han.test(text)) return isLatinOrg(text) ? 1 : 2
  if (orgSigns.test(text) && text.length >= 4) return 1
  const read = parseOrgName(text)
  if (
    read.ok &&
    text.length >= 4 &&
    (read.value.trade !== undefined || read.value.form !== undefined || read.value.branch !== undefined)
  )
    return 1
  return 2
}
