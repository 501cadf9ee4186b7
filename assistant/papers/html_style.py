"""The look of a printed paper: sizes and fonts of 《党政机关公文格式》, narrower on a phone."""

STYLE = """
@page { margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, serif; } }
* { box-sizing: border-box; }
body { margin: 0; background: #e9e9e9; color: #000; font: 16pt/28.5pt FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; }
main { max-width: 210mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm; background: #fff; }
.issuer { margin: 0; padding-bottom: 8pt; border-bottom: 2.2pt solid #c81010; color: #c81010; text-align: center;
  font: 28pt/40pt "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; }
.number { margin: 6pt 0 0; text-align: right; }
h1 { margin: 18pt 0 16pt; text-align: center; font: 22pt/32pt "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; }
h2, h3 { margin: 0; text-indent: 2em; font: 16pt/28.5pt SimHei, "黑体", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
h3 { font-family: KaiTi, "楷体", serif; }
p { margin: 0; overflow-wrap: anywhere; }
p.in { text-indent: 2em; }
.center { text-align: center; } .right { text-align: right; }
table { width: 100%; margin: 8pt 0; border-collapse: collapse; table-layout: fixed; font: 11pt/17pt SimSun, "Noto Serif CJK SC", serif; }
caption { text-align: left; padding: 4pt 0; }
th, td { border: .6pt solid #000; padding: 4pt 5pt; vertical-align: middle; overflow-wrap: anywhere; }
th { background: #f2f2f2; } .fields th { width: 22%; } .sign th { width: 24%; } .sign td { height: 34pt; } .tall td { height: 96pt; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.blank { background: #fff2cc; color: inherit; }
.notice { margin: 8pt 0; padding: 4pt 8pt; border: 1pt solid #c0504d; background: #fde9d9; }
.closing { margin: 28pt 4em 0 0; text-align: right; break-inside: avoid; }
sup { font-size: 9pt; line-height: 0; } sup a, .notes a { color: inherit; text-decoration: none; }
.notes { margin-top: 24pt; padding-top: 6pt; border-top: .6pt solid #000; font: 9pt/14pt SimSun, serif; }
.notes h2 { text-indent: 0; font-size: 11pt; line-height: 18pt; } .notes ol { margin: 0; padding-left: 2.2em; }
.notes li { overflow-wrap: anywhere; }
@media (max-width: 700px) {
  body { font-size: 17px; line-height: 1.7; } main { margin: 0; padding: 20px 16px; }
  .issuer { font-size: 22px; line-height: 1.4; } h1 { font-size: 21px; } h2, h3 { font-size: 17px; line-height: 1.7; }
  .wide { overflow-x: auto; } .wide table { min-width: 520px; } .fields th { width: 34%; } .closing { margin-right: 0; }
}
@media print { body { background: none; } main { max-width: none; margin: 0; padding: 0; } .notes a { display: none; } }
"""
