#!/usr/bin/env python3
"""Makes the program's fonts from Inter: TrueType outlines, tabular figures by default, the characters we use.

    python3 build.py /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/dejavu      (needs fontTools)

Angle brackets, which Inter lacks, come from DejaVu Sans. The result is named Ionscape Sans, as the licence of Inter asks
of changed versions. Licences: Inter-OFL.txt, DejaVu-LICENSE.txt.
"""
import sys
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

INTER, DEJAVU = sys.argv[1:3]
KEEP = (list(range(0x20, 0x17f)) + list(range(0x370, 0x400)) + list(range(0x2010, 0x2028)) + [0x2030, 0x2032, 0x2033]
        + list(range(0x2070, 0x20a0)) + [0x2103, 0x212b, 0x2190, 0x2191, 0x2192, 0x2193, 0x2202, 0x2206, 0x2211, 0x2212,
                                         0x221a, 0x221e, 0x2248, 0x2260, 0x2264, 0x2265, 0x00d7, 0x27e8, 0x27e9, 0x2026, 0x2009, 0x202f])
BRACKETS = {0x27e8: 'angleleft', 0x27e9: 'angleright'}


def make(style, dejavu_style):
    font = TTFont(f'{INTER}/Inter-{style}.otf')
    lookups = font['GSUB'].table.LookupList.Lookup
    tnum = {}
    for record in font['GSUB'].table.FeatureList.FeatureRecord:
        if record.FeatureTag == 'tnum':
            for index in record.Feature.LookupListIndex:
                for table in lookups[index].SubTable:
                    table = getattr(table, 'ExtSubTable', table)
                    tnum.update(table.mapping)
    for table in font['cmap'].tables:
        table.cmap = {code: tnum.get(name, name) for code, name in table.cmap.items()}
    options = subset.Options(layout_features=['kern'], hinting=False, notdef_outline=True, name_IDs=['*'])
    options.drop_tables += ['DSIG']
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=KEEP)
    cutter.subset(font)

    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    donor = TTFont(f'{DEJAVU}/DejaVuSans{dejavu_style}.ttf')
    scale = font['head'].unitsPerEm / donor['head'].unitsPerEm
    metrics = font['hmtx'].metrics
    for code, name in BRACKETS.items():
        source = donor.getBestCmap()[code]
        pen = TTGlyphPen(None)
        donor.getGlyphSet()[source].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        outlines[name] = pen.glyph()
        metrics[name] = (round(donor['hmtx'][source][0] * scale), 0)
        order.append(name)
        for table in font['cmap'].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(order)
    del font['CFF ']
    font['loca'] = newTable('loca')
    font['glyf'] = glyf = newTable('glyf')
    glyf.glyphOrder = order
    glyf.glyphs = outlines
    for name in order:
        glyf[name].recalcBounds(glyf)
        metrics[name] = (metrics[name][0], getattr(glyf[name], 'xMin', 0))
    maxp = font['maxp']
    maxp.tableVersion = 0x00010000
    maxp.maxZones, maxp.maxTwilightPoints, maxp.maxStorage, maxp.maxFunctionDefs = 1, 0, 0, 0
    maxp.maxInstructionDefs, maxp.maxStackElements, maxp.maxSizeOfInstructions, maxp.maxComponentElements = 0, 0, 0, 0
    maxp.compile(font)
    font['post'].formatType = 2.0
    font['post'].extraNames, font['post'].mapping = [], {}
    font['post'].glyphOrder = order
    font.sfntVersion = '\000\001\000\000'
    spoken = {'Regular': 'Regular', 'Italic': 'Italic', 'SemiBold': 'SemiBold', 'Medium': 'Medium'}[style]
    for record in font['name'].names:
        # SemiBold is the family's bold: JavaFX knows only regular and bold of a family
        text = {1: 'Ionscape Sans' + (' Medium' if style == 'Medium' else ''),
                2: {'Italic': 'Italic', 'SemiBold': 'Bold'}.get(style, 'Regular'),
                3: 'Ionscape Sans ' + spoken, 4: 'Ionscape Sans ' + spoken, 6: 'IonscapeSans-' + spoken,
                16: 'Ionscape Sans', 17: spoken}.get(record.nameID)
        if text:
            record.string = text
    font['OS/2'].fsType = 0
    if style == 'SemiBold':
        font['OS/2'].fsSelection = font['OS/2'].fsSelection & ~(1 << 6) | 1 << 5
        font['head'].macStyle |= 1
    font['head'].modified = font['head'].created
    font.recalcTimestamp = False
    font.save(f'IonscapeSans-{style}.ttf')


for style, dejavu in (('Regular', ''), ('Medium', ''), ('SemiBold', '-Bold'), ('Italic', '')):
    make(style, dejavu)
