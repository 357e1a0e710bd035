/** Eight colours that stand out from the ground by 3:1 and from each other, for light and for dark. */
const light = ['#1f6feb', '#b35900', '#1a7f37', '#8250df', '#bf3989', '#0a7583', '#7a6200', '#57606a']
const dark = ['#58a6ff', '#f0883e', '#3fb950', '#bc8cff', '#f778ba', '#39c5cf', '#d4b72c', '#9aa4af']

const variables = (colours: readonly string[]): string => colours.map((colour, at) => `--c${at}:${colour};`).join('')
const lightGround = `--ground:#fff;--raised:#f5f7fa;--ink:#1b1f24;--dim:#57606a;--rule:#d0d7de;--strong:#0b4ea2;--warn:#fff4e0;--warnrule:#b35900;${variables(light)}`
const darkGround = `--ground:#12161b;--raised:#1b2128;--ink:#e8ecf1;--dim:#a3adb8;--rule:#39424d;--strong:#8cc2ff;--warn:#2b2215;--warnrule:#f0883e;${variables(dark)}`

const colours = light
  .map((_, at) => `svg .c${at}{fill:var(--c${at})}svg .l${at}{stroke:var(--c${at})}.b${at}{background:var(--c${at})}`)
  .join('')

/** Readable on a desk, on a phone and on A4 paper; follows the reader's light or dark. */
export const style = `:root{color-scheme:light dark;${lightGround}}
@media (prefers-color-scheme:dark){:root{${darkGround}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
main,header,nav,footer{max-width:1160px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 8px}
h2{font-size:1.25rem;margin:40px 0 12px;padding-bottom:6px;border-bottom:2px solid var(--rule)}
h3{font-size:.95rem;margin:0 0 6px}
.sub,.note,.empty,footer{color:var(--dim);font-size:.9rem}
.sub{margin:0}
nav ul{list-style:none;margin:16px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.9rem}
a{color:var(--strong)}
#needs{background:var(--warn);border-left:4px solid var(--warnrule);border-radius:6px;padding:4px 16px 14px;margin-top:22px}
#needs h2{border:0;margin:10px 0 4px;padding:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:12px;margin:0;padding:0}
.figures div{background:var(--raised);border:1px solid var(--rule);border-radius:8px;padding:10px 14px}
.figures dt{color:var(--dim);font-size:.875rem}
.figures dd{margin:0}
.figures .v{font-size:1.5rem;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.figures .long{font-size:1.15rem;line-height:1.7}
.figures .ch{font-size:.85rem;color:var(--dim)}
.blocks{display:grid;grid-auto-flow:dense;grid-template-columns:minmax(0,1fr);gap:22px 44px;margin-top:16px;align-items:start}
@media (min-width:900px){.blocks{grid-template-columns:repeat(2,minmax(0,1fr))}.wide{grid-column:1/-1}}
figure{margin:0;max-width:600px}
figcaption{font-weight:600;font-size:.95rem;margin-bottom:6px}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font-size:12.5px;fill:var(--ink)}
svg text.dim{fill:var(--dim);font-size:11.5px}
svg .grid{stroke:var(--rule);stroke-width:1}
svg path{fill:none;stroke-width:2}
svg path.soft{opacity:.16}
svg rect{stroke:var(--ground);stroke-width:.6}
${colours}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:2px 14px;margin:6px 0 0;padding:0;font-size:.85rem}
.legend i{display:inline-block;width:11px;height:11px;border-radius:2px;margin-right:5px}
details{margin:6px 0;font-size:.875rem}
summary{cursor:pointer;color:var(--dim)}
.alone{max-width:760px}
.scroll{overflow-x:auto;max-width:100%}
.scroll:focus-visible,summary:focus-visible,.sort:focus-visible,a:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
table{border-collapse:collapse;font-size:.9rem;min-width:100%}
th,td{padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);overflow-wrap:normal}
td{min-width:3.2em;max-width:32em;overflow-wrap:break-word}
thead th{color:var(--dim);font-weight:600;white-space:nowrap;border-bottom:2px solid var(--rule)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.d{white-space:nowrap;font-variant-numeric:tabular-nums}
th:last-child,td:last-child{padding-right:0}
td.b{width:140px;min-width:90px;vertical-align:middle}
td.b i{display:block;height:10px;background:var(--c0);border-radius:2px}
tfoot th,tfoot td{font-weight:650;border-top:2px solid var(--rule);border-bottom:0}
.sort{cursor:pointer}
.sort::after{content:"\\2195";margin-left:4px;opacity:.55}
th[aria-sort=ascending] .sort::after{content:"\\25b2";opacity:1}
th[aria-sort=descending] .sort::after{content:"\\25bc";opacity:1}
footer{padding-top:28px;padding-bottom:36px}
@media screen and (max-width:600px){.many{min-width:46rem}}
@media (max-width:600px){body{font-size:15px}main,header,nav,footer{padding-left:14px;padding-right:14px}h1{font-size:1.4rem}.figures{grid-template-columns:repeat(2,1fr);gap:8px}.figures div{padding:8px 10px}.figures .v{font-size:1.2rem}.figures .long{font-size:1rem}}
@page{size:A4;margin:14mm 12mm}
@media print{:root{color-scheme:light;${lightGround}}
body{font-size:9.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,header,nav,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
nav,details,.sort::after{display:none}
h2{margin-top:18px}
h2,h3,figcaption{break-after:avoid}
figure,.figures div,tr,#needs,.short{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
table{font-size:8pt}
th,td{padding:3px 8px 3px 0}
thead th{white-space:normal}
.blocks{grid-template-columns:1fr 1fr;gap:12px 24px;margin-top:8px}.wide{grid-column:1/-1}
.figures{grid-template-columns:repeat(5,1fr);gap:6px}
.figures div{padding:6px 8px}.figures .v{font-size:13pt}.figures .long{font-size:9.5pt}
td.b{width:70px;min-width:60px}}`
