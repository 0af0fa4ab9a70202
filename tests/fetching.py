"""Word files that would fetch something: one construction each, as a function of the address that must never be asked for."""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Callable
from functools import partial
from html import escape

from tests.word_files import DRAWING, OFFICE, changed, chart_xml, document, parts_of, with_chart, with_part, zipped

STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2007/relationships"
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{WORDML}" xmlns:r="{OFFICE}" xmlns:s="{STRICT}" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
Made = Callable[[str], bytes]
CONSTRUCTIONS: dict[str, Made] = {}


def construction(name: str) -> Callable[[Made], Made]:
    """Put a construction in the table."""

    def kept(made: Made) -> Made:
        assert name not in CONSTRUCTIONS, name
        CONSTRUCTIONS[name] = made
        return made

    return kept


def add(name: str, made: Made) -> None:
    construction(name)(made)


# ---------------------------------------------------------------------------------------------------------- building


def related(
    data: bytes,
    kind: str,
    target: str,
    mode: str = ' TargetMode="External"',
    source: str = "word/document.xml",
    key: str = "rIdF",
) -> bytes:
    """The same file with a relation; `kind` is a whole type or its last word."""
    folder, _, base = source.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels" if source else "_rels/.rels"
    kind = kind if "://" in kind else f"{OFFICE}/{kind}"
    row = f'<Relationship Id="{key}" Type="{kind}" Target="{escape(target)}"{mode}/>'
    parts = parts_of(data)
    empty = f'<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()
    parts[rels] = parts.get(rels, empty).replace(b"</Relationships>", f"{row}</Relationships>".encode())
    return zipped(parts)


def typed(data: bytes, part: str, kind: str) -> bytes:
    """The same file with the content type of a part."""
    row = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    return changed(data, "[Content_Types].xml", lambda xml: xml.replace("</Types>", row))


def holding(xml: str, data: bytes | None = None, part: str = "word/document.xml") -> bytes:
    """A file with an element behind its first paragraph's text."""
    named = re.sub(r"^<([\w:]+)", rf"<\1 {NAMES}", xml)
    return changed(data or document("x", header="kop"), part, lambda text: text.replace("</w:p>", f"{named}</w:p>", 1))


def picture(blip: str, extra: str = "") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="9" name="beeld"/><a:graphic>'
        f'<a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="9" name="beeld">{extra}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def shape(inside: str, attributes: str = "") -> str:
    return (
        f'<w:r><w:pict><v:shape id="v1" style="width:50pt;height:50pt" {attributes}>{inside}</v:shape></w:pict></w:r>'
    )


def linked(url: str, xml: str, kind: str = "image", **more: str) -> bytes:
    return related(holding(xml), kind, url, **more)


def with_png(
    data: bytes, key: str = "rIdP", name: str = "word/media/beeld.png", content: bytes = PNG, kind: str = "image/png"
) -> bytes:
    made = typed(with_part(data, name, content), name, kind)
    return related(made, "image", name.removeprefix("word/"), "", key=key)


def with_field(*pieces: str, around: str = "{}") -> bytes:
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' if not piece.startswith("<") else piece
        for piece in pieces
    )
    return field_of(around.format(runs))


def field_of(runs: str, part: str = "word/document.xml") -> bytes:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    whole = f"{mark.format('begin')}{runs}{mark.format('separate')}<w:r><w:t>uitkomst</w:t></w:r>{mark.format('end')}"
    return changed(document("x", header="kop"), part, lambda xml: xml.replace("</w:p>", f"{whole}</w:p>", 1))


def inner(runs: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"{mark.format('begin')}{runs}{mark.format('separate')}<w:r><w:t>u</w:t></w:r>{mark.format('end')}"


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


# ---------------------------------------------------------------------------------------------------- DrawingML

KINDS = {
    "image": f"{OFFICE}/image", "hyperlink": f"{OFFICE}/hyperlink", "strict image": f"{STRICT}/image",
    "strict hyperlink": f"{STRICT}/hyperlink", "Microsoft image": f"{MICROSOFT}/image", "a type of nobody": "http://example.org/image",
}  # fmt: skip
for prefix, space in (("r", "transitional"), ("s", "strict")):
    for attribute in ("link", "embed"):
        for called, kind in KINDS.items():
            blip = f'<a:blip {prefix}:{attribute}="rIdF"/>'
            add(
                f"a picture, {space} {attribute}, {called}",
                partial(lambda url, blip, kind: linked(url, picture(blip), kind), blip=blip, kind=kind),
            )
for mode in (
    "",
    ' TargetMode="external"',
    ' TargetMode=" External "',
    ' TargetMode="Buiten"',
    ' TargetMode="Internal"',
):
    add(
        f"a picture with mode{mode}",
        partial(lambda url, mode: linked(url, picture('<a:blip r:link="rIdF"/>'), mode=mode), mode=mode),
    )
for called, spelled in {
    "encoded": lambda url: url.replace(":", "%3A").replace("/", "%2F"),
    "without a scheme": lambda url: url.removeprefix("http:"),
    "with a space before": lambda url: f" {url}",
    "in capitals": lambda url: url.replace("http", "HTTP"),
    "as a Windows share": lambda url: url.removeprefix("http:").replace("/", "\\"),
    "as a file": lambda url: url.replace("http:", "file:"),
    "over ftp": lambda url: url.replace("http:", "ftp:"),
    "over webdav": lambda url: url.replace("http:", "vnd.sun.star.webdav:"),
    "relative": lambda url: url.rsplit("/", 1)[-1],
}.items():  # fmt: skip
    for mode in (' TargetMode="External"', ""):
        add(
            f"an address {called}{mode}",
            partial(
                lambda url, spelled, mode: linked(spelled(url), picture('<a:blip r:link="rIdF"/>'), mode=mode),
                spelled=spelled,
                mode=mode,
            ),
        )
add(
    "a picture linked and embedded",
    lambda url: with_png(linked(url, picture('<a:blip r:embed="rIdP" r:link="rIdF"/>'))),
)
for attribute in ("embed", "link"):
    svg = f'<a:blip r:embed="rIdP"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip r:{attribute}="rIdF"/></a:ext></a:extLst></a:blip>'
    add(
        f"a drawing beside a picture, {attribute}",
        partial(lambda url, svg: with_png(linked(url, picture(svg))), svg=svg),
    )
for element in ("videoFile", "audioFile", "quickTimeFile"):
    add(
        f"a film: {element}",
        partial(
            lambda url, element: linked(
                url,
                picture("<a:blip/>", f'<a:extLst><a:ext uri="x"><a:{element} r:link="rIdF"/></a:ext></a:extLst>'),
                "video",
            ),
            element=element,
        ),
    )
add(
    "a film of PowerPoint",
    lambda url: linked(
        url,
        picture("<a:blip/>", '<a:extLst><a:ext uri="x"><p14:media r:link="rIdF"/></a:ext></a:extLst>'),
        f"{MICROSOFT}/media",
    ),
)
add(
    "a film on the web",
    lambda url: with_png(
        holding(
            picture(
                f'<a:blip r:embed="rIdP"><a:extLst><a:ext uri="{{C809E66F-F1BF-436E-b5F7-EEA9579F0CBA}}"><wp15:webVideoPr embeddedHtml="&lt;iframe src=&quot;{url}&quot;&gt;" h="100" w="100"/></a:ext></a:extLst></a:blip>'
            )
        )
    ),
)
add(
    "a click on a picture",
    lambda url: related(
        with_png(holding(picture('<a:blip r:embed="rIdP"/>', '<a:hlinkClick r:id="rIdF"/>'))), "hyperlink", url
    ),
)
add(
    "a sound with a click",
    lambda url: linked(
        url, picture("<a:blip/>", '<a:hlinkClick r:id=""><a:snd r:embed="rIdF" name="x"/></a:hlinkClick>'), "audio"
    ),
)
FILL = '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:blipFill><a:blip r:link="rIdF"/><a:stretch/></a:blipFill></wps:spPr><wps:bodyPr/></wps:wsp>'
SHAPE = f'<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="9" name="vorm"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{FILL}</a:graphicData></a:graphic></wp:inline></w:drawing>'
add("a shape filled with a picture", lambda url: linked(url, f"<w:r>{SHAPE}</w:r>"))
add(
    "a choice of Word",
    lambda url: linked(
        url,
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{SHAPE}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>',
    ),
)
add(
    "a way out of Word",
    lambda url: linked(
        url,
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w99"/><mc:Fallback>{shape("<v:imagedata r:id=" + chr(34) + "rIdF" + chr(34) + "/>")[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>',
    ),
)
add(
    "a picture in the header",
    lambda url: related(
        holding(picture('<a:blip r:link="rIdF"/>'), part="word/header1.xml"), "image", url, source="word/header1.xml"
    ),
)
add(
    "a fill of the theme",
    lambda url: related(
        changed(
            document("x"),
            "word/theme/theme1.xml",
            lambda xml: xml.replace(
                "<a:bgFillStyleLst>",
                f'<a:bgFillStyleLst><a:blipFill xmlns:r="{OFFICE}"><a:blip r:link="rIdF"/></a:blipFill>',
                1,
            ),
        ),
        "image",
        url,
        source="word/theme/theme1.xml",
    ),
)
add(
    "a picture of a relation that stands twice",
    lambda url: related(with_png(holding(picture('<a:blip r:embed="rIdP"/>'))), "image", url, key="rIdP"),
)

# ----------------------------------------------------------------------------------------------------------- VML

for attribute in ("r:id", "r:pict", "r:href", "o:relid", "s:id", "s:href"):
    add(
        f"a picture of VML by {attribute}",
        partial(lambda url, attribute: linked(url, shape(f'<v:imagedata {attribute}="rIdF"/>')), attribute=attribute),
    )
for element, attribute in (
    ("imagedata", "src"),
    ("imagedata", "o:href"),
    ("imagedata", "o:althref"),
    ("fill", "src"),
    ("fill", "o:href"),
    ("stroke", "src"),
    ("stroke", "o:href"),
):
    add(
        f"VML: {attribute} of {element}",
        partial(
            lambda url, element, attribute: holding(
                shape(f'<v:{element} type="frame" {attribute}="{url}"/>', 'filled="t"')
            ),
            element=element,
            attribute=attribute,
        ),
    )
for element in ("fill", "stroke"):
    add(
        f"VML: relation of {element}",
        partial(
            lambda url, element: linked(url, shape(f'<v:{element} type="frame" r:id="rIdF"/>', 'filled="t"')),
            element=element,
        ),
    )
add(
    "VML: image",
    lambda url: holding(f'<w:r><w:pict><v:image style="width:50pt;height:50pt" src="{url}"/></w:pict></w:r>'),
)
add("VML: link of a shape", lambda url: holding(shape("", f'href="{url}"')))
add("VML: link of a shape to a file", lambda url: holding(shape("", f'href="{url.replace("http", "file")}"')))
add("VML: the picture linked by a click", lambda url: linked(url, shape('<v:imagedata r:id="rIdF"/>'), "hyperlink"))
add(
    "the background of the page",
    lambda url: related(
        changed(
            document("x"),
            "word/document.xml",
            lambda xml: xml.replace(
                "<w:body>",
                f'<w:background {NAMES} w:color="FFFFFF"><v:background id="b" fillcolor="white"><v:fill r:id="rIdF" type="frame"/></v:background></w:background><w:body>',
                1,
            ),
        ),
        "image",
        url,
    ),
)
add(
    "a picture as a bullet",
    lambda url: related(
        changed(
            document("x"),
            "word/numbering.xml",
            lambda xml: re.sub(
                r"(<w:numbering [^>]*>)",
                rf'\1<w:numPicBullet {NAMES} w:numPicBulletId="0"><w:pict><v:shape id="b" style="width:9pt;height:9pt"><v:imagedata r:id="rIdF"/></v:shape></w:pict></w:numPicBullet>',
                xml,
                count=1,
            ),
        ),
        "image",
        url,
        source="word/numbering.xml",
    ),
)


def kept_twice(url: str) -> bytes:
    inside = zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/image" Target="{url}" TargetMode="External"/></Relationships>'.encode()
        }
    )
    return holding(shape("", f'o:gfxdata="{base64.b64encode(inside).decode()}"'))


add("VML: the drawing once more", kept_twice)

# ----------------------------------------------------------------------------------------- objects, chunks, frames

add(
    "a linked object",
    lambda url: linked(
        url,
        '<w:r><w:object><v:shape id="v1" style="width:50pt;height:50pt"/><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" ShapeID="v1" DrawAspect="Content" r:id="rIdF" UpdateMode="Always"/></w:object></w:r>',
        "oleObject",
    ),
)
add(
    "a linked object that updates",
    lambda url: linked(
        url,
        '<w:r><w:object><w:objectLink w:drawAspect="content" r:id="rIdF" w:progId="Word.Document.12" w:updateMode="always"/></w:object></w:r>',
        "oleObject",
    ),
)
add(
    "a control",
    lambda url: linked(url, '<w:r><w:object><w:control r:id="rIdF" w:name="x"/></w:object></w:r>', "control"),
)
for prefix in ("r", "s"):
    add(
        f"an inserted file, {prefix}",
        partial(lambda url, prefix: linked(url, f'<w:altChunk {prefix}:id="rIdF"/>', "aFChunk"), prefix=prefix),
    )
    add(
        f"a part of a document, {prefix}",
        partial(lambda url, prefix: linked(url, f'<w:subDoc {prefix}:id="rIdF"/>', "subDocument"), prefix=prefix),
    )
add(
    "an inserted web page with a picture",
    lambda url: related(
        typed(
            with_part(
                holding('<w:altChunk r:id="rIdF"/>'), "word/stuk.htm", f'<html><img src="{url}"/></html>'.encode()
            ),
            "word/stuk.htm",
            "text/html",
        ),
        "aFChunk",
        "stuk.htm",
        "",
    ),
)
add(
    "frames of a web page",
    lambda url: related(
        with_web_settings('<w:frameset><w:frame><w:sourceFileName r:id="rIdF"/></w:frame></w:frameset>'),
        "frame",
        url,
        source="word/webSettings.xml",
    ),
)
add(
    "frames with a link",
    lambda url: related(
        with_web_settings('<w:frameset><w:frame><w:sourceFileName r:id="rIdF"/></w:frame></w:frameset>'),
        "hyperlink",
        url,
        source="word/webSettings.xml",
    ),
)


def with_web_settings(inside: str) -> bytes:
    data = with_part(document("x"), "word/webSettings.xml", f"<w:webSettings {NAMES}>{inside}</w:webSettings>".encode())
    data = (
        related(data, "webSettings", "webSettings.xml", "", key="rIdWeb")
        if b"webSettings.xml" not in parts_of(data)["word/_rels/document.xml.rels"]
        else data
    )
    return (
        typed(
            data,
            "word/webSettings.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.webSettings+xml",
        )
        if b"webSettings.xml" not in parts_of(data)["[Content_Types].xml"]
        else data
    )


add(
    "a chart of a file elsewhere",
    lambda url: changed(
        with_chart(document("[grafiek]"), "x"),
        "word/charts/_rels/chart1.xml.rels",
        lambda xml: re.sub(r'Target="[^"]*xlsx"', f'Target="{url}" TargetMode="External"', xml),
    ),
)
add(
    "a chart with a picture",
    lambda url: related(
        with_chart(
            document("[grafiek]"),
            "Wat er staat",
            chart=chart_xml()
            .replace("<c:plotVisOnly", '<c:plotVisOnly xmlns:r2="x"', 1)
            .replace(
                "</c:chart>",
                '</c:chart><c:spPr><a:blipFill><a:blip r:link="rIdF"/><a:stretch/></a:blipFill></c:spPr>',
                1,
            ),
        ),
        "image",
        url,
        source="word/charts/chart1.xml",
    ),
)
add(
    "a chart that is elsewhere",
    lambda url: related(
        changed(
            with_chart(document("[grafiek]"), "Wat er staat"),
            "word/_rels/document.xml.rels",
            lambda xml: xml.replace('Target="charts/chart1.xml"', f'Target="{url}" TargetMode="External"'),
        ),
        "image",
        url,
    ),
)
add(
    "a font elsewhere",
    lambda url: related(
        changed(
            document("x"),
            "word/fontTable.xml",
            lambda xml: re.sub(r"(<w:font [^>]*>)", r"\1", xml).replace(
                "</w:font>",
                f'<w:embedRegular xmlns:r="{OFFICE}" r:id="rIdF" w:fontKey="{{00000000-0000-0000-0000-000000000000}}"/></w:font>',
                1,
            ),
        ),
        "font",
        url,
        source="word/fontTable.xml",
    ),
)
add(
    "task panes",
    lambda url: related(
        typed(
            with_part(
                document("x"),
                "word/webextensions/taskpanes.xml",
                f'<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1"><wetp:webextensionref xmlns:r="{OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>'.encode(),
            ),
            "word/webextensions/taskpanes.xml",
            "application/vnd.ms-office.webextensiontaskpanes+xml",
        ),
        "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
        "word/webextensions/taskpanes.xml",
        "",
        source="",
    ),
)
for kind in (
    "header",
    "footer",
    "styles",
    "settings",
    "theme",
    "numbering",
    "footnotes",
    "customXml",
    "glossaryDocument",
    "chart",
    "fontTable",
    "webSettings",
    "printerSettings",
    "comments",
):
    add(f"a part elsewhere: {kind}", partial(lambda url, kind: related(document("x"), kind, url), kind=kind))
for kind in (
    "officeDocument",
    f"{PACKAGE}/metadata/core-properties",
    f"{PACKAGE}/metadata/thumbnail",
    "extended-properties",
):
    add(
        f"a part of the whole elsewhere: {kind.rsplit('/', 1)[-1]}",
        partial(lambda url, kind: related(document("x"), kind, url, source=""), kind=kind),
    )

# -------------------------------------------------------------------------------------------------------- settings


def with_setting(xml: str) -> bytes:
    named = re.sub(r"^<([\w:]+)", rf"<\1 {NAMES}", xml)
    return changed(
        document("x"),
        "word/settings.xml",
        lambda text: re.sub(r"(<w:settings[^>]*>)", lambda found: found[1] + named, text, count=1),
    )


def in_settings(url: str, xml: str, kind: str) -> bytes:
    return related(with_setting(xml), kind, url, source="word/settings.xml")


add(
    "the template it is based on", lambda url: in_settings(url, '<w:attachedTemplate r:id="rIdF"/>', "attachedTemplate")
)
add(
    "the template it is based on, strict",
    lambda url: in_settings(url, '<w:attachedTemplate s:id="rIdF"/>', f"{STRICT}/attachedTemplate"),
)
add(
    "the template it is based on, as a link",
    lambda url: in_settings(url, '<w:attachedTemplate r:id="rIdF"/>', "hyperlink"),
)
add(
    "a list of addresses",
    lambda url: in_settings(
        url,
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/><w:query w:val="x"/><w:dataSource r:id="rIdF"/></w:mailMerge>',
        "mailMergeSource",
    ),
)
add(
    "a list of addresses as a link",
    lambda url: in_settings(
        url,
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/><w:dataSource r:id="rIdF"/></w:mailMerge>',
        "hyperlink",
    ),
)
add("a transformation when saved", lambda url: in_settings(url, '<w:saveThroughXslt r:id="rIdF"/>', "transform"))
add("a schema", lambda url: with_setting(f'<w:attachedSchema w:val="{url}"/>'))
add(
    "a library of schemas",
    lambda url: with_setting(
        f'<sl:schemaLibrary xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main"><sl:schema sl:uri="{url}" sl:schemaLocation="{url}" sl:manifestLocation="{url}"/></sl:schemaLibrary>'
    ),
)
add(
    "a smart tag that is looked up",
    lambda url: with_setting(f'<w:smartTagType w:namespaceuri="x" w:name="y" w:url="{url}"/>'),
)
add(
    "a shape by default",
    lambda url: in_settings(
        url,
        '<w:shapeDefaults><o:shapedefaults v:ext="edit"><v:fill r:id="rIdF" type="frame"/></o:shapedefaults></w:shapeDefaults>',
        "image",
    ),
)
add("a setting that nobody knows", lambda url: with_setting(f'<w:haalOp w:val="{url}" r:id="rIdF"/>'))
add(
    "a base for links",
    lambda url: linked(url.rsplit("/", 1)[-1], picture('<a:blip r:link="rIdF"/>')) and with_base(url),
)


def with_base(url: str) -> bytes:
    base, name = url.rsplit("/", 1)
    data = linked(name, picture('<a:blip r:link="rIdF"/>'))
    return changed(
        data,
        "docProps/app.xml",
        lambda xml: xml.replace("</Properties>", f"<HyperlinkBase>{base}/</HyperlinkBase></Properties>"),
    )


# ---------------------------------------------------------------------------------------------------------- fields

for name in (
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "IMPORT",
    "INCLUDE",
    "LINK Word.Document.12",
    "DDE winword",
    "DDEAUTO winword",
    "DATABASE \\d",
    "RD",
):
    add(f"field {name}", partial(lambda url, name: with_field(f' {name} "{url}" '), name=name))
    add(
        f"simple field {name}",
        partial(
            lambda url, name: holding(
                f'<w:fldSimple w:instr=" {name} &quot;{url}&quot; "><w:r><w:t>u</w:t></w:r></w:fldSimple>'
            ),
            name=name,
        ),
    )
SPELLED = {
    "in small letters": lambda url: with_field(f' includepicture "{url}" \\d '),
    "in pieces": lambda url: with_field(" INCL", "UDEPIC", f'TURE "{url}" '),
    "with a zero-width space": lambda url: with_field(f' INCLUDE\u200bPICTURE "{url}" '),
    "with a soft hyphen": lambda url: with_field(f' INCLUDE\xadPICTURE "{url}" '),
    "with a word joiner before": lambda url: with_field(f' \u2060INCLUDEPICTURE "{url}" '),
    "with a no-break space before": lambda url: with_field(f'\xa0INCLUDEPICTURE "{url}" '),
    "with a mark of direction": lambda url: with_field(f' INCLUDE\u200eTEXT "{url}" '),
    "without a space": lambda url: with_field(f'INCLUDEPICTURE"{url}"'),
    "with typographic quotes": lambda url: with_field(f" INCLUDEPICTURE “{url}” "),
    "with a remark inside": lambda url: with_field(f' INCLUDE<!-- x -->PICTURE "{url}" '),
    "with an instruction inside": lambda url: with_field(f' INCLUDE<?x y?>PICTURE "{url}" '),
    "as characters by number": lambda url: with_field(f' &#73;NCLUDE&#x50;ICTURE "{url}" '),
    "as character data": lambda url: with_field(f' <![CDATA[INCLUDEPICTURE]]> "{url}" '),
    "as deleted": lambda url: field_of(f'<w:r><w:delInstrText> INCLUDEPICTURE "{url}" </w:delInstrText></w:r>'),
    "as ordinary text": lambda url: field_of(f'<w:r><w:t> INCLUDEPICTURE "{url}" </w:t></w:r>'),
    "half as ordinary text": lambda url: field_of(f'{code(" INCLUDE")}<w:r><w:t>PICTURE "{url}" </w:t></w:r>'),
    "with a hyphen of Word": lambda url: field_of(f'{code(" INCLUDE")}<w:r><w:softHyphen/></w:r>{code("PICTURE " + chr(34) + url + chr(34))}'),
    "its name from another field": lambda url: field_of(inner(code(" QUOTE INCLUDEPICTURE ")) + code(f' "{url}" ')),
    "half its name from another field": lambda url: field_of(code(" INCLUDE") + inner(code(" QUOTE PICTURE ")) + code(f' "{url}" ')),
    "its address from another field": lambda url: field_of(code(" INCLUDEPICTURE ") + inner(code(f' QUOTE "{url}" '))),
    "inside IF": lambda url: field_of(code(" IF 1 = 1 ") + inner(code(f' INCLUDEPICTURE "{url}" ')) + code(' "" ')),
    "inside QUOTE inside IF": lambda url: field_of(code(" IF 1 = 1 ") + inner(code(" QUOTE ") + inner(code(f' INCLUDETEXT "{url}" ')))),
    "in a result": lambda url: field_of(code(" PAGE ") + "</w:p><w:p>" + inner(code(f' INCLUDEPICTURE "{url}" '))),
    "in the header": lambda url: changed(document("x", header="kop"), "word/header1.xml", lambda xml: xml.replace("</w:p>", f'<w:fldSimple w:instr="INCLUDEPICTURE {url}"/></w:p>', 1)),
    "without a begin": lambda url: holding(code(f' INCLUDEPICTURE "{url}" ')),
    "without an end": lambda url: changed(document("x"), "word/document.xml", lambda xml: xml.replace("</w:p>", f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code(" INCLUDEPICTURE " + url)}</w:p>', 1)),
    "that asks": lambda url: with_field(f' FILLIN "{url}" '),
    "that asks for a name": lambda url: with_field(f' ASK naam "{url}" '),
    "that runs": lambda url: with_field(f" MACROBUTTON FileOpen {url} "),
    "that jumps": lambda url: with_field(f" GOTOBUTTON {url} x "),
    "that prints": lambda url: with_field(f' PRINT "{url}" '),
    "of an object": lambda url: with_field(" EMBED Package "),
    "of a control": lambda url: with_field(" CONTROL Forms.TextBox.1 \\s "),
    "of a web page": lambda url: with_field(f" HTMLCONTROL {url} "),
    "that nobody knows": lambda url: with_field(f' HAALOP "{url}" '),
    "of a merge": lambda url: with_field(" MERGEFIELD naam "),
}  # fmt: skip
for called, made in SPELLED.items():
    add(f"a field {called}", made)
for called, address in {
    "a web page": "{url}", "a file": "file:///etc/passwd", "a share": "\\\\\\\\127.0.0.1\\\\x", "a script": "javascript:alert(1)",
    "ftp": "ftp://127.0.0.1/x", "a folder": "..\\\\x.docx", "the start of a program": "ms-word:ofe|u|{url}", "a drive": "C:\\\\x",
}.items():  # fmt: skip
    add(
        f"a link in a field to {called}",
        partial(lambda url, address: with_field(f' HYPERLINK "{address.format(url=url)}" '), address=address),
    )
    add(
        f"a link to {called}",
        partial(
            lambda url, address: related(
                holding('<w:hyperlink r:id="rIdF"><w:r><w:t>hier</w:t></w:r></w:hyperlink>'),
                "hyperlink",
                address.format(url=url).replace("\\\\", "\\"),
            ),
            address=address,
        ),
    )

# -------------------------------------------------------------------------------------------------- pictures, remarks

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90">{}</svg>'
)
for called, inside in {
    "a picture": '<image xlink:href="{url}" width="90" height="90"/>',
    "a picture without a namespace": '<image href="{url}" width="90" height="90"/>',
    "a symbol": '<use xlink:href="{url}#a"/>',
    "a style sheet": '<style>@import url("{url}");</style>',
    "a fill": '<rect width="90" height="90" fill="url({url}#a)"/>',
    "a style": '<rect width="90" height="90" style="fill:url({url}#a)"/>',
    "a filter": '<filter id="f"><feImage xlink:href="{url}"/></filter><rect width="90" height="90" filter="url(#f)"/>',
    "a web page": '<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="{url}"/></foreignObject>',
    "a script": '<script xlink:href="{url}"/>',
    "a font": '<style>@font-face {{ font-family: x; src: url({url}) }}</style>',
}.items():  # fmt: skip
    add(
        f"a drawing with {called}",
        partial(
            lambda url, inside: with_png(
                holding(picture('<a:blip r:embed="rIdP"/>')),
                name="word/media/beeld.svg",
                content=SVG.format(inside.format(url=url)).encode(),
                kind="image/svg+xml",
            ),
            inside=inside,
        ),
    )
BAD = '<image xlink:href="{}" width="90" height="90"/>'
for called, made_of in {
    "under the name of a picture": lambda url: SVG.format(BAD.format(url)).encode(),
    "behind a mark": lambda url: b"\xef\xbb\xbf \n" + SVG.format(BAD.format(url)).encode(),
    "compressed": lambda url: gzip.compress(SVG.format(BAD.format(url)).encode(), mtime=0),
    "behind the start of another picture": lambda url: b"\x01\0\0\0" + SVG.format(BAD.format(url)).encode(),
    "behind BM": lambda url: b"BM" + SVG.format(BAD.format(url)).encode(),
    "with an entity": lambda url: f'<!DOCTYPE svg SYSTEM "{url}">'.encode() + SVG.format("").encode(),
}.items():  # fmt: skip
    add(
        f"a drawing {called}",
        partial(
            lambda url, made_of: with_png(holding(picture('<a:blip r:embed="rIdP"/>')), content=made_of(url)),
            made_of=made_of,
        ),
    )
add(
    "PostScript as a picture",
    lambda url: with_png(
        holding(picture('<a:blip r:embed="rIdP"/>')),
        content=f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n({url}) run\n".encode(),
    ),
)
add(
    "a web page as a picture",
    lambda url: with_png(
        holding(picture('<a:blip r:embed="rIdP"/>')), content=f'<html><img src="{url}"/></html>'.encode()
    ),
)
add(
    "a style sheet of the XML",
    lambda url: changed(
        document("x"),
        "word/document.xml",
        lambda xml: xml.replace("?>", f'?><?xml-stylesheet type="text/xsl" href="{url}"?>', 1),
    ),
)
add("an inclusion of XML", lambda url: holding(f'<xi:include href="{url}" parse="text"/>'))
add("an attribute that nobody knows", lambda url: holding(f'<w:r bron="{url}"><w:t>x</w:t></w:r>'))
add(
    "an entity",
    lambda url: changed(
        document("x"),
        "word/document.xml",
        lambda xml: xml.replace("?>", f'?><!DOCTYPE w [<!ENTITY a SYSTEM "{url}">]>', 1),
    ),
)
add(
    "a definition of the document",
    lambda url: changed(
        document("x"), "word/styles.xml", lambda xml: xml.replace("?>", f'?><!DOCTYPE w SYSTEM "{url}">', 1)
    ),
)
add(
    "a namespace by number",
    lambda url: linked(
        url,
        picture('<a:blip s:link="rIdF"/>').replace(
            "s:link", 'xmlns:t="http://purl.oclc.org/oo&#120;ml/officeDocument/relationships" t:link'
        ),
    ),
)
add(
    "a picture that a tag chooses",
    lambda url: related(holding(picture('<a:blip r:link="{{ &apos;rIdF&apos; }}"/>')), "hyperlink", url),
)
add(
    "a field that a tag begins",
    lambda url: holding(
        '<w:r><w:fldChar w:fldCharType="{{ &apos;begin&apos; }}"/></w:r>',
        holding(code(f' PAGE "{url}" ')),
    ),
)
add(
    "a picture of VML that a tag chooses",
    lambda url: holding(shape(f'<v:imagedata src="{{{{ &apos;{url}&apos; }}}}"/>')),
)
