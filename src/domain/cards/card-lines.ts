import { parseOrgName } from '../normalize/org-name.ts'

/** What is known of a guest when a card is made of it. */
export interface GuestFacts {
  readonly name: string
  readonly kind: string
  readonly surname: string | null
  readonly honorific: string | null
  readonly gender: string | null
  readonly title: string | null
  readonly employer: string | null
}

/** 张总: how the guest is spoken to; the name where nothing better is known. */
export function formOfAddress({ name, kind, surname, honorific, gender }: GuestFacts): string {
  if (kind === 'org') return name
  if (honorific !== null) {
    const isWhole = surname === null || honorific.startsWith(surname)
    return isWhole ? honorific : `${surname}${honorific}`
  }
  if (surname === null || name.length > 4) return name
  return gender === 'F' ? `${surname}女士` : gender === 'M' ? `${surname}先生` : name
}

/** 客户单位称呼 of the register: 西溪 张总; the firm by what tells it from others. */
export function shownAs(guest: GuestFacts): string {
  if (guest.kind === 'org' || guest.employer === null) return formOfAddress(guest)
  const parsed = parseOrgName(guest.employer)
  const { brand, trade, core } = parsed.ok ? parsed.value : { core: guest.employer }
  const firm = brand === undefined ? core : `${brand}${trade ?? ''}`
  return `${firm.length <= 10 ? firm : (brand ?? core)} ${formOfAddress(guest)}`
}

/** Most lines the back of a card of name-card size holds. */
export const MOST_LINES = 7
