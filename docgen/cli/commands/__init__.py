"""One module for each command: parse, call, print, exit.

Not here: any decision about dossiers or documents.
A new command is a module here with a `command`, and its name with what it is for in `COMMANDS` of `cli/app`.
"""
