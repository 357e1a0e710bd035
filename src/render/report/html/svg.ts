import { html } from './escape.ts'

/** Units of every picture: it scales with its place, so that its words stay readable on a phone. */
export const pictureWidth = 440

export const round = (value: number): number => Math.round(value * 10) / 10

export const svg = (height: number, label: string, parts: readonly string[]): string =>
  `<svg viewBox="0 0 ${pictureWidth} ${round(height)}" role="img" aria-label="${html(label)}" preserveAspectRatio="xMinYMin meet">${parts.join('')}</svg>`

export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly dim?: boolean
}

export const text = (words: string, { x, y, anchor = 'start', dim = false }: TextPlace): string =>
  `<text x="${round(x)}" y="${round(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${dim ? ' class="dim"' : ''}>${html(words)}</text>`

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A filled box of the palette's colour; `title` is said when it is pointed at. */
export const box = ({ x, y, width, height }: Box, colour: number, title: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" class="c${colour % 8}"><title>${html(title)}</title></rect>`
