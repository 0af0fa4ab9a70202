"""One document for each of many: planned first, made in parallel, remembered, reported."""
