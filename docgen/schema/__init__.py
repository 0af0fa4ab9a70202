"""The fields of a dossier: compiled, walked through, defaults filled in, data held to them.

Not here: messages for a writer (`validation/`) and the schema files of a library (`library/`). `compiled_validator` is the fast path: it says yes,
or leaves it to `cerberus_validator`, which knows every violation.
Begin with `schema`, then `field`: what every walker asks of the rules.
"""
