"""Options that several commands share."""

from __future__ import annotations

import click

from docgen.cli import options


def test_a_shell_completes_the_name_of_a_document_type_and_shows_its_title():
    found = options.type_names(click.Context(click.Command("x")), click.Argument(["soort"]), "raads")
    assert [(one.value, one.help) for one in found] == [
        ("raadsbesluit", "Raadsbesluit"), ("raadsvoorstel", "Raadsvoorstel"),
    ]  # fmt: skip
    assert options.type_names(click.Context(click.Command("x")), click.Argument(["soort"]), "xyz") == []


@click.command()
@options.document
@options.out
@options.draft
def ask(documents, out, draft):
    """A command with options that several have."""
    click.echo(f"{documents} {out} {draft}")


def test_a_document_may_be_asked_for_more_often_and_without_a_folder_it_is_this_one(capsys):
    ask.main(["-d", "jaarplan", "-d", "overdracht:bestuur"], standalone_mode=False)
    assert capsys.readouterr().out == "('jaarplan', 'overdracht:bestuur') . False\n"
    ask.main(["--draft", "-o", "uit"], standalone_mode=False)
    assert capsys.readouterr().out == "() uit True\n"
