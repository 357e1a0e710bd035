/** Run inside a page, so they are texts: the project's own types know no browser. */

/** Least contrast of any text with the ground it stands on. Source: WCAG 2.2, 1.4.3. */
export const worstContrast = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number)
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const groundOf = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const ground = channels(getComputedStyle(each).backgroundColor)
      if (ground.length === 3 || ground[3] > 0) return ground
    }
    return [255, 255, 255]
  }
  let worst = 21
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
    if (!own || ['SCRIPT', 'STYLE', 'title'].includes(element.tagName)) continue
    const look = getComputedStyle(element)
    const ink = channels(element instanceof SVGElement ? look.fill : look.color)
    const [light, dark] = [luminance(ink), luminance(groundOf(element))].sort((a, b) => b - a)
    worst = Math.min(worst, (light + 0.05) / (dark + 0.05))
  }
  return worst
})()`

export const pageWidth = 'document.documentElement.scrollWidth'
export const pageLanguage = 'document.documentElement.lang'
export const groundColour = 'getComputedStyle(document.body).backgroundColor'
export const pageText = "document.querySelector('main').textContent.replace(/\\s+/g, ' ')"
/** Tables, pictures and figures that reach beyond the right edge. */
export const beyondEdge =
  "[...document.querySelectorAll('table, svg, .figures')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1).length"
