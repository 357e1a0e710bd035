/** A customer as an address book takes it. */
export interface VcardView {
  readonly code: string
  readonly name: string
  readonly surname?: string
  readonly givenName?: string
  readonly organisation?: string
  readonly title?: string
  readonly phones: readonly { readonly number: string; readonly type: 'cell' | 'work' | 'home' | 'fax' }[]
  readonly emails: readonly string[]
  readonly addresses: readonly {
    readonly street?: string
    readonly district?: string
    readonly city?: string
    readonly province?: string
    readonly postcode?: string
    /** The address as the book has it, for kehu itself: parts put together again are another spelling. */
    readonly text?: string
    /** Not told where it isn't known which it is. */
    readonly type?: 'work' | 'home'
  }[]
  /** `1985-06-01`; other forms are left out, for address books misread them. */
  readonly birthday?: string
  readonly note?: string
}

/** Source: RFC 6350 3.4. */
const escaped = (text: string): string => text.replace(/([\\,;])/g, '\\$1').replace(/\r\n|\r|\n/g, '\\n')

const lineBytes = 75

/** Folds a content line at 75 bytes without cutting a character. Source: RFC 6350 3.2, RFC 5545 3.1. */
export function folded(line: string): string {
  let text = ''
  let used = 0
  for (const character of line) {
    const bytes = Buffer.byteLength(character)
    if (used + bytes > lineBytes) {
      text += '\r\n '
      used = 1
    }
    text += character
    used += bytes
  }
  return `${text}\r\n`
}

/** One card, vCard 3.0: what phones and Outlook both read. */
export function vcard(view: VcardView): string {
  const {
    code,
    name,
    surname = '',
    givenName = '',
    organisation,
    title,
    phones,
    emails,
    addresses,
    birthday,
    note,
  } = view
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    `N:${escaped(surname === '' && givenName === '' ? name : surname)};${escaped(givenName)};;;`,
    ...(organisation === undefined ? [] : [`ORG:${escaped(organisation)}`]),
    ...(title === undefined ? [] : [`TITLE:${escaped(title)}`]),
    ...phones.map(({ number, type }) => `TEL;TYPE=${type.toUpperCase()}:${escaped(number)}`),
    ...emails.map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    ...addresses.flatMap(addressLines),
    ...(birthday !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birthday) ? [`BDAY:${birthday}`] : []),
    ...(note === undefined ? [] : [`NOTE:${escaped(note)}`]),
    `UID:kehu-${escaped(code)}`,
    'END:VCARD',
  ]
  return lines.map(folded).join('')
}

function addressLines(address: VcardView['addresses'][number]): string[] {
  const { street = '', district = '', city = '', province = '', postcode = '', text, type } = address
  const kind = type === undefined ? '' : `;TYPE=${type.toUpperCase()}`
  const parts = [district + street, city, province, postcode, ''].map(escaped)
  return [`ADR${kind}:;;${parts.join(';')}`, ...(text === undefined ? [] : [`X-KEHU-ADDRESS${kind}:${escaped(text)}`])]
}
