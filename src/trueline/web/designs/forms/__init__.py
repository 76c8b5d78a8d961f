"""Forms made from the declarations of the design's fields.

Title, help, length, choices and references are read off the pydantic field, so a field that is
added to the document has its place on a form without another word.
"""

from trueline.web.designs.forms.part_form import PartForm, form_for

__all__ = ["PartForm", "form_for"]
