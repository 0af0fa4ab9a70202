"""What may stay in a Word file from others, by name: relations, fields, settings, addresses, pictures.

What is not here is dropped and said, or refused. Word and LibreOffice read each name in several namespaces (transitional,
strict, those of Microsoft by year), so that elements and attributes are looked for by their name alone.
"""

from __future__ import annotations

import re

from docgen._lazy import regex


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


# ---------------------------------------------------------------------------------------------------------- relations
RELATION_TYPE = regex(
    r"https?://(?:schemas\.openxmlformats\.org/(?:officeDocument|officedocument|package)/2006/relationships"
    r"|purl\.oclc\.org/ooxml/officeDocument/relationships"
    r"|schemas\.microsoft\.com/office/20\d\d(?:/\d+)?/relationships)/(?:[\w-]+/)*([\w-]+)",
)
XML, PICTURE, FONT, WORKBOOK, ADDRESS = "xml", "picture", "font", "workbook", "address"
KEPT_RELATIONS = {  # the last word of the type, in lower case: what its part holds
    **dict.fromkeys(
        (
            "officedocument", "styles", "styleswitheffects", "settings", "websettings", "fonttable", "numbering",
            "theme", "themeoverride", "header", "footer", "footnotes", "endnotes",
            "chart", "chartex", "chartstyle", "chartcolorstyle", "chartusershapes",
            "diagramdata", "diagramlayout", "diagramquickstyle", "diagramcolors", "diagramdrawing",
            "customxml", "customxmlprops", "core-properties", "extended-properties", "custom-properties",
            "coreproperties", "extendedproperties", "customproperties",
        ),
        XML,
    ),
    "image": PICTURE,
    "hdphoto": PICTURE,
    "font": FONT,
    "package": WORKBOOK,
    "hyperlink": ADDRESS,
}  # fmt: skip
DROPPED_RELATIONS = {  # what is left out, in words; empty where it is about people and machines, and nobody misses it
    "attachedtemplate": "de koppeling met het sjabloonbestand waarop het ooit is gebaseerd",
    "comments": "de opmerkingen",
    **dict.fromkeys(("commentsextended", "commentsids", "commentsextensible", "documenttasks", "people"), ""),
    "thumbnail": "het voorbeeldplaatje",
    **dict.fromkeys(("webextension", "webextensiontaskpanes", "taskpanes"), "de invoegtoepassing"),
    **dict.fromkeys(
        ("keymapcustomizations", "attachedtoolbars", "extensibility", "usercustomization"),
        "de eigen knoppen en sneltoetsen",
    ),
    "printersettings": "",
    **dict.fromkeys(
        ("origin", "signature", "certificate"), "de digitale handtekening (die geldt alleen voor dit bestand)"
    ),
    **dict.fromkeys(
        ("mailmergesource", "mailmergeheadersource", "recipientdata"), "de koppeling met een adressenlijst"
    ),
    "transform": "de koppeling met een bestand dat het document omzet",
    "glossarydocument": "de bouwstenen die erin bewaard zijn",
    "intelligence": "",
    "classificationlabels": "het vertrouwelijkheidslabel",
}
REFUSED_RELATIONS = {  # what it is, and what to do in Word
    "afchunk": "een ingevoegd bestand van een andere soort; verwijder het en plak de tekst er gewoon in",
    "subdocument": "een gekoppeld deeldocument; kies Beeld > Overzicht > Koppeling verbreken en sla het op",
    "frame": "een frame met een ander bestand; verwijder het frame",
    "oleobject": "een ingesloten object (OLE), zoals een Excel-blad of een PDF; verwijder het en plak het als afbeelding",
    "vbaproject": "macro’s; sla het op als .docx zonder macro’s",
    "wordvbadata": "macro’s; sla het op als .docx zonder macro’s",
    "control": "een ActiveX-besturingselement; verwijder het",
    "activexcontrolbinary": "een ActiveX-besturingselement; verwijder het",
    **dict.fromkeys(("video", "audio", "media"), "een film of geluid; verwijder het of zet er een afbeelding voor in de plaats"),
}  # fmt: skip
MISSING_PARTS = {  # what is missing, in words, when the part of a relation is not there
    "image": "een afbeelding",
    "header": "een koptekst",
    "footer": "een voettekst",
    "font": "een lettertype",
    "chart": "een grafiek",
    "footnotes": "de voetnoten",
    "endnotes": "de eindnoten",
    "styles": "de opmaakprofielen",
    "numbering": "de lijstnummering",
}
SINGLE_PARTS = {  # the parts there is one of, under the names Word gives them
    "styles": "word/styles.xml",
    "settings": "word/settings.xml",
    "theme": "word/theme/theme1.xml",
    "fonttable": "word/fontTable.xml",
    "numbering": "word/numbering.xml",
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
}
# relations that only count when an element names them; without that their part is in no document
NAMED_BY_ELEMENTS = frozenset(
    words(
        """
        header footer image hdphoto font chart chartex package chartusershapes diagramdata diagramlayout
        diagramquickstyle diagramcolors
        """
    )
)

# ---------------------------------------------------------------------------------------------------------- addresses
INVISIBLE = regex(r"[\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff0-\ufffb]")  # fmt: skip
SAFE_ADDRESS = regex(r"(?:https?://|mailto:)[^\\]", re.IGNORECASE)
# what names a relation, and may lead outside as a reader has to click it
CLICKED = frozenset(
    words(
        """
        hyperlink hlinkClick hlinkHover hlinkMouseOver
        """
    )
)
# attributes in a namespace of relations, by name
REFERENCES = frozenset(
    words(
        """
        id embed link href pict blip dm lo qs cs topLeft topRight bottomLeft bottomRight
        """
    )
)
# attributes whose value may look like an address, and that nothing opens
INERT_ATTRIBUTES = frozenset(
    words(
        """
        displayName fmla label query path noNamespaceSchemaLocation anchor id gfxdata instr string Requires
        Ignorable typeface formatCode text space value type style uri targetNamespace namespace schemaLocation
        prefixMappings descr title name val alt tooltip minVer ns namespaceuri xpath author element lastValue
        fullDate displayText
        """
    )
)
# elements that fetch or run, wherever they stand
REFUSED_ELEMENTS = {
    "altChunk": "afchunk",
    "subDoc": "subdocument",
    "OLEObject": "oleobject",
    "oleObj": "oleobject",
    "objectEmbed": "oleobject",
    "objectLink": "oleobject",
    "control": "control",
    "ocx": "control",
    "videoFile": "video",
    "audioFile": "audio",
    "audioCd": "audio",
    "quickTimeFile": "video",
    "wavAudioFile": "audio",
    "movie": "video",
}
# elements that are left out with what is in them, as nothing in the text is lost
DROPPED_ELEMENTS = {
    "webVideoPr": "de onlinevideo (de afbeelding ervan blijft staan)",
    "webextensionref": "",
    "frameset": "de frames van een webpagina",
    "printerSettings": "",
    "annotationRef": "",
    "rsid": "",
    "commentRangeStart": "",
    "commentRangeEnd": "",
    "commentReference": "",
}

# --------------------------------------------------------------------------------------------------------------- fields
KEPT_FIELDS = frozenset(
    words(
        """
        PAGE NUMPAGES SECTION SECTIONPAGES REF PAGEREF NOTEREF FTNREF STYLEREF TOC TC TOA TA INDEX XE SEQ HYPERLINK
        TITLE SUBJECT AUTHOR KEYWORDS COMMENTS LASTSAVEDBY CREATEDATE SAVEDATE PRINTDATE EDITTIME REVNUM NUMCHARS
        NUMWORDS FILENAME FILESIZE TEMPLATE INFO DOCPROPERTY DOCVARIABLE USERNAME USERINITIALS USERADDRESS DATE TIME
        SYMBOL EQ IF COMPARE SET QUOTE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION ADDIN ADVANCE
        PRIVATE FORMTEXT FORMCHECKBOX FORMDROPDOWN BARCODE DISPLAYBARCODE BIDIOUTLINE SHAPE AUTOTEXT AUTOTEXTLIST
        GLOSSARY
        """
    )
)
FETCHING_FIELDS = frozenset(
    words(
        """
        INCLUDEPICTURE INCLUDETEXT INCLUDE DDE DDEAUTO IMPORT LINK DATABASE RD DATA
        """
    )
)
MERGE_FIELDS = frozenset(
    words(
        """
        MERGEFIELD MERGEREC MERGESEQ MERGEBARCODE NEXT NEXTIF SKIPIF ADDRESSBLOCK GREETINGLINE
        """
    )
)

# ------------------------------------------------------------------------------------------------------------- settings
# in the order of the schema (CT_Settings)
SETTINGS = words(
    """
    writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
    styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
    bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
    drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
    noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter
    noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
    alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
    alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr
    attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade
    captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol
    listSeparator
    """
)
LATER_SETTINGS = frozenset(
    words(
        """
        conflictMode discardImageEditingData defaultImageDpi chartTrackingRefBased AlternateContent uiCompat97To2003
        hideSpellingErrors dontUseHTMLParagraphAutoSpacing
        """
    )
)
DROPPED_SETTINGS = {  # in words; empty where it is about people and machines
    "attachedTemplate": "",  # its relation says so
    "linkStyles": "",
    "mailMerge": "de koppeling met een adressenlijst",
    **dict.fromkeys(
        ("attachedSchema", "saveThroughXslt", "useXSLTWhenSaving", "saveXmlDataOnly", "schemaLibrary", "smartTagType"),
        "de koppeling met een XML-schema",
    ),
    **dict.fromkeys(("rsids", "docId", "persistentDocumentId", "durableId", "savePreviewPicture", "docVars"), ""),
}
# in the order of the schema (CT_Compat), up to the one that keeps lines with a line break as wide as their words
COMPAT_BEFORE = words(
    """
    useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance
    balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace
    """
)
UNSTRETCHED = "doNotExpandShiftReturn"

# ------------------------------------------------------------------------------------------------------------- pictures
SURE_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"%PDF-")
PICTURES = (
    b"BM", b"II*\0", b"MM\0*", b"II\xbc", b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a",
    b"\x01\0\x09\0", b"\x02\0\x09\0", b"\0\0\x01\0",
)  # fmt: skip

# ------------------------------------------------------------------------------------------------------------ revisions
CHANGES = (
    "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "rPrChange", "pPrChange",
    "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange",
    "cellIns", "cellDel", "cellMerge", "customXmlInsRangeStart", "customXmlDelRangeStart", "customXmlMoveFromRangeStart",
    "customXmlMoveToRangeStart", "conflictIns", "conflictDel", "delText", "delInstrText",
)  # fmt: skip
REVISION_IDS = tuple(f"rsid{of}" for of in ("R", "RPr", "RDefault", "P", "Tr", "Sect", "Del"))
