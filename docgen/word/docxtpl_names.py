"""The methods of docxtpl that a compiled template does not have, with what to do instead."""

from __future__ import annotations

PICTURE = "put a picture in the template with a tag as its alt text, and give a pathlib.Path or bytes"
NO_FILES = "a template has no embedded files"
NO_SUBDOC = "put the text in the template, or make it a document of its own"
INSTEAD = {
    "replace_pic": PICTURE,
    "replace_media": PICTURE,
    "replace_embedded": NO_FILES,
    "replace_zipname": NO_FILES,
    "reset_replacements": "there is nothing to reset",
    "new_subdoc": NO_SUBDOC,
    "build_url_id": "give RichText the address itself as its url_id",
    "get_undeclared_template_variables": "use undeclared_variables()",
    "save": "write the bytes that render() gives",
}
