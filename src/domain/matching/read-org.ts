import { divisionsNamed } from '../normalize/divisions.ts'
import { foldText, toSimplified } from '../normalize/fold.ts'
import { isLatinOrg } from '../normalize/latin-org.ts'
import { parseOrgName } from '../normalize/org-name.ts'
import { toPinyin } from '../normalize/pinyin.ts'
import type { OrgNames } from './compare-org.ts'
import { loosen } from './compare-person.ts'
import { bitsOf } from './comparer.ts'
import { foldLatin } from './latin.ts'
import { makeInterner, makePool, shared, sharedInt32 } from './pool.ts'
import { makeTokens } from './tokens.ts'

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

export interface OrgBuilder {
  readonly add: (record: number, parts: OrgParts) => void
  readonly finish: (records: number) => OrgNames
}

export function buildOrgs(): OrgBuilder {
  const distinct = makeInterner()
  const parts: OrgParts[] = []
  const owners: number[] = []
  const ids: number[] = []
  const formers: number[] = []
  return {
    add: (record, part) => {
      const id = distinct.id(part.full)
      if (id === parts.length) parts.push(part)
      for (let i = owners.length - 1; i >= 0 && owners[i] === record; i--) if (ids[i] === id) return
      owners.push(record)
      ids.push(id)
      formers.push(part.former === true ? 1 : 0)
    },
    finish: (records) => ({ ...layOutOrgs(records, owners, ids, parts), former: Uint8Array.from(formers) }),
  }
}

interface OrgSounds {
  readonly core: string
  readonly brand: string
  readonly plain: string
  readonly start: string
}

/** How core, brand and the first two characters sound; an English name is its own sound. */
function soundsOf({ core, brandSize, latin }: OrgParts): OrgSounds {
  const brand = core.slice(0, brandSize)
  if (latin)
    return {
      core: core.replaceAll(' ', ''),
      brand: brand.replaceAll(' ', ''),
      plain: brand.replaceAll(' ', ''),
      start: core.slice(0, 2),
    }
  const plain = toPinyin(`·${core}`).pinyin.split(' ')
  const loose = plain.map(loosen)
  const size = plain.length === core.length ? brandSize : plain.length
  return {
    core: loose.join(''),
    brand: loose.slice(0, size).join(''),
    plain: plain.slice(0, size).join(''),
    start: plain.slice(0, 2).join(''),
  }
}

function layOutOrgs(
  records: number,
  owners: readonly number[],
  ids: readonly number[],
  parts: readonly OrgParts[],
): Omit<OrgNames, 'former'> {
  const at = new Uint32Array(shared((records + 1) * 4))
  for (const owner of owners) at[owner + 1]!++
  for (let r = 0; r < records; r++) at[r + 1]! += at[r]!
  const texts = makeInterner()
  const column = (value: (part: OrgParts) => number): Int32Array => sharedInt32(parts.map(value))
  const core = column((part) => texts.id(part.core))
  const brand = column((part) => texts.id(part.core.slice(0, part.brandSize)))
  const said = parts.map(soundsOf)
  const out = {
    at,
    ids: sharedInt32(ids),
    full: column((part) => texts.id(part.full)),
    core,
    brand,
    brandSize: column((part) => part.brandSize),
    branch: column((part) => (part.branch === '' ? -1 : texts.id(part.branch))),
    form: Uint8Array.from(parts, (part) => part.form),
    latin: Uint8Array.from(parts, (part) => (part.latin ? 1 : 0)),
    coreSound: sharedInt32(said.map((sound) => texts.id(sound.core))),
    brandSound: sharedInt32(said.map((sound) => texts.id(sound.brand))),
    start: sharedInt32(said.map((sound) => texts.id(sound.start))),
    brandPlain: sharedInt32(said.map((sound) => texts.id(sound.plain))),
  }
  const regionTexts = parts.map((part) => part.region)
  const regionAt = new Uint32Array(shared((parts.length + 1) * 4))
  const regionCodesFlat: number[] = []
  regionTexts.forEach((codes, i) => {
    for (const code of codes) regionCodesFlat.push(Number(code.padEnd(6, '0')))
    regionAt[i + 1] = regionCodesFlat.length
  })
  const counts = new Int32Array(texts.texts.length)
  for (const id of ids) counts[core[id]!]!++
  const places = placesOf(parts, core, texts.texts.length)
  const brands = new Int32Array(texts.texts.length)
  for (const id of ids) brands[brand[id]!]!++
  const share = (count: number): number => bitsOf((count + 0.5) / (ids.length + 50))
  return {
    ...out,
    regionAt,
    regions: sharedInt32(regionCodesFlat),
    pool: makePool(texts.texts),
    tokens: makeTokens(
      parts.map((part) => part.core),
      (text) => (han.test(text) ? [] : text.split(' ').filter((word) => word !== '' && !idle.has(word))),
    ),
    rarity: sharedInt32(
      parts.map((part, id) =>
        part.latin ? share(counts[core[id]!]!) : bitsOf((places[core[id]!]! - 1 + alone) / (ids.length + 50)),
      ),
    ),
    brandRarity: sharedInt32(parts.map((_, id) => share(brands[brand[id]!]!))),
    // A full registered name, with its place and trade, is borne by one firm
    fullRarity: sharedInt32(
      parts.map((part, id) =>
        part.form === 3 || (part.region.length > 0 && part.brandSize < part.core.length)
          ? bitsOf(registered / (ids.length + 50))
          : part.latin
            ? share(counts[core[id]!]!)
            : bitsOf((places[core[id]!]! - 1 + alone) / (ids.length + 50)),
      ),
    ),
  }
}

const registered = 0.1
/** Other firms of one brand and trade that are not in the table, for each one that is. */
const alone = 0.4

/** In how many places firms of one brand and trade are, at least one; a name without a place counts as none. */
function placesOf(parts: readonly OrgParts[], core: Int32Array, size: number): Int32Array {
  const first: (string | undefined)[] = []
  const more = new Map<number, Set<string>>()
  parts.forEach((part, id) => {
    if (part.region.length === 0) return
    const place = part.region[0]!.slice(0, 4)
    const known = first[core[id]!]
    if (known === undefined) first[core[id]!] = place
    else if (known !== place) more.set(core[id]!, (more.get(core[id]!) ?? new Set([known])).add(place))
  })
  const out = new Int32Array(size).fill(1)
  for (const [id, places] of more) out[id] = places.size
  return out
}

const idle = new Set('the of and de la le les a an in at on by for s'.split(' '))
