import type { SheetChart } from '../../model/workbook.ts'
import { columnLetters, escapeText } from './cell.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const drawingMl = 'http://schemas.openxmlformats.org/drawingml/2006'
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const palette = ['1F6FEB', 'B35900', '1A7F37', '8250DF', 'BF3989', '0A7583', '7A6200', '57606A']
/** Size of a picture in columns and rows. */
const span = { columns: 8, rows: 15 }

const words = (text: string): string =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1100" b="1"/><a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx>`

/** Name of a sheet in a formula. */
const quoted = (sheet: string): string => escapeText(`'${sheet.replaceAll("'", "''")}'`)

function seriesXml(chart: SheetChart, at: number, sheet: string): string {
  const { name, values } = chart.series[at]!
  const letter = columnLetters(at + 1)
  const [first, last] = [chart.top + 2, chart.top + 1 + chart.labels.length]
  const place = quoted(sheet)
  const colour = `<a:solidFill><a:srgbClr val="${palette[at % palette.length]}"/></a:solidFill>`
  const look =
    chart.kind === 'line'
      ? `<c:spPr><a:ln w="25400">${colour}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>`
      : `<c:spPr>${colour}</c:spPr><c:invertIfNegative val="0"/>`
  const labels = chart.labels
    .map((label, index) => `<c:pt idx="${index}"><c:v>${escapeText(label)}</c:v></c:pt>`)
    .join('')
  const numbers = values
    .map((value, index) => (value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`))
    .join('')
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${place}!$${letter}$${chart.top + 1}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeText(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>${look}<c:cat><c:strRef><c:f>${place}!$A$${first}:$A$${last}</c:f><c:strCache><c:ptCount val="${chart.labels.length}"/>${labels}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${place}!$${letter}$${first}:$${letter}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${numbers}</c:numCache></c:numRef></c:val>${chart.kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

function plotXml(chart: SheetChart, sheet: string): string {
  const series = chart.series.map((_, at) => seriesXml(chart, at, sheet)).join('')
  const axes = '<c:axId val="1"/><c:axId val="2"/>'
  if (chart.kind === 'line')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
  const stacked = chart.kind === 'stacked'
  return `<c:barChart><c:barDir val="${chart.kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
}

/** A chart part. Lying bars are read from the top, as the table beside them. Source: ECMA-376 21.2. */
export function chartXml(chart: SheetChart, sheet: string): string {
  const lying = chart.kind === 'bar'
  const categories = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx>`
  const values = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 't' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D0D7DE"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>${lying ? '<c:crosses val="max"/>' : ''}</c:valAx>`
  const legend = chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''
  return `${declaration}<c:chartSpace xmlns:c="${drawingMl}/chart" xmlns:a="${drawingMl}/main" xmlns:r="${relationships}"><c:roundedCorners val="0"/><c:chart><c:title>${words(chart.title)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(chart, sheet)}${categories}${values}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

/** The layer of a sheet on which its charts lie. Source: ECMA-376 20.5. */
export function drawingXml(charts: readonly SheetChart[]): string {
  const anchors = charts.map(({ at, title }, index) => {
    const corner = (row: number, column: number): string =>
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
    return `<xdr:twoCellAnchor><xdr:from>${corner(at.row, at.column)}</xdr:from><xdr:to>${corner(at.row + span.rows, at.column + span.columns)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeText(title).replaceAll('"', '&quot;')}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawingMl}/chart"><c:chart r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  })
  return `${declaration}<xdr:wsDr xmlns:xdr="${drawingMl}/spreadsheetDrawing" xmlns:a="${drawingMl}/main" xmlns:c="${drawingMl}/chart" xmlns:r="${relationships}">${anchors.join('')}</xdr:wsDr>`
}

/** Which parts a part points at, `rId1` first. */
export const relationsXml = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relationships}/${type}" Target="${target}"/>`).join('')}</Relationships>`
