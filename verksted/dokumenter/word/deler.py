"""The fixed parts of a docx package: theme, settings, fonts, bullets (ECMA-376 parts 1 and 2)."""

from __future__ import annotations

HODE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAVNEROM = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_A}" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
SKRIFT = "Calibri"

_FARGER = (
    ("dk1", "1D1F22"), ("lt1", "FFFFFF"), ("dk2", "002C54"), ("lt2", "EEF4FA"), ("accent1", "0062BA"),
    ("accent2", "0B6A53"), ("accent3", "674DA7"), ("accent4", "A56D13"), ("accent5", "5B5D60"), ("accent6", "25876F"),
    ("hlink", "005DB1"), ("folHlink", "005DB1"),
)  # fmt: skip
_FYLL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STREK = f'<a:ln w="9525">{_FYLL}<a:prstDash val="solid"/></a:ln>'
_SKRIFTVALG = f'<a:latin typeface="{SKRIFT}"/><a:ea typeface=""/><a:cs typeface=""/>'

TEMA = (
    f'{HODE}<a:theme xmlns:a="{_A}" name="Verksted"><a:themeElements><a:clrScheme name="Verksted">'
    + "".join(f'<a:{navn}><a:srgbClr val="{farge}"/></a:{navn}>' for navn, farge in _FARGER)
    + f'</a:clrScheme><a:fontScheme name="Verksted"><a:majorFont>{_SKRIFTVALG}</a:majorFont><a:minorFont>{_SKRIFTVALG}'
    '</a:minorFont></a:fontScheme><a:fmtScheme name="Verksted">'
    f"<a:fillStyleLst>{_FYLL * 3}</a:fillStyleLst><a:lnStyleLst>{_STREK * 3}</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FYLL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)

SKRIFTER = (
    f'{HODE}<w:fonts xmlns:w="{W}"><w:font w:name="{SKRIFT}"><w:altName w:val="Carlito"/><w:panose1 '
    'w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="Symbol"><w:charset w:val="02"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    "</w:fonts>"
)

PUNKTLISTER = (
    f'{HODE}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)

PROGRAM = (
    f'{HODE}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Verksted</Application></Properties>"
)


def innstillinger(spraak: str) -> str:
    """Return settings.xml: the language of the theme fonts, and the layout rules of today's Word."""
    return (
        f'{HODE}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{spraak}"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" '
        'w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
        'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
