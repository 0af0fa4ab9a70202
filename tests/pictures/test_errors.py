"""What is said of a picture file that is not whole."""

from docgen.pictures.errors import damaged


def test_a_damaged_file_comes_with_what_to_do():
    fault = damaged("niet compleet")
    assert fault.message == "het bestand is niet compleet"
    assert "sla het opnieuw op als JPEG of PNG" in fault.hint
