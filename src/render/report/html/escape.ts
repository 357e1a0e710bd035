import { visible } from '../../width.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML, in elements and in quoted attributes; nothing in it is markup, hidden, or turned round. */
export const html = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => entities[character]!)
